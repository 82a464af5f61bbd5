package subaccounts_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

func (k kind) list() acctest.DataSource { return acctest.DataSource(k.subaccounts) }

func TestSubaccounts(t *testing.T) {
	t.Parallel()
	tests := acctest.Tests{}
	for _, k := range kinds {
		a, list := k.account(t, sms.SubaccountForms{}), k.list()
		created := time.Date(2024, time.March, 4, 10, 23, 14, 0, time.UTC)
		for i := range 25 {
			a.AddSubaccount(sms.Subaccount{Token: fmt.Sprint("T", i), Email: fmt.Sprintf("s%d@example.com", i), Balance: "0.8", Created: created})
		}
		one := knownvalue.ObjectExact(map[string]knownvalue.Check{
			"id": knownvalue.StringExact("24"), "email": knownvalue.StringExact("s23@example.com"), "type": knownvalue.StringExact("simple"), "token": knownvalue.StringExact("T23"),
			"created_at": knownvalue.StringExact("2024-03-04T11:23:14+01:00"), "balance": acctest.Amount(t, "0.8"), "currency": knownvalue.StringExact("EUR"),
		})
		tests[k.product] = acctest.Test{Steps: []acctest.Step{{
			Config: a.Provider() + list.Test() + list.Named("one", `email = "S23@EXAMPLE.com"`) + list.Named("none", `email = "x@example.com"`),
			State: []statecheck.StateCheck{
				list.Has("subaccounts", knownvalue.ListSizeExact(25)),
				list.NamedHas("one", "subaccounts", knownvalue.ListExact([]knownvalue.Check{one})),
				list.NamedHas("none", "subaccounts", knownvalue.ListSizeExact(0)),
			},
		}}}
	}
	tests.Run(t)
}

func TestSubaccounts_Refused(t *testing.T) {
	t.Parallel()
	ofSMS.list().Refuses(t, map[string][]string{"email": {`email = "x"`, "Invalid value for email", `"x" is not an e-mail address`}})
}

// An error is told, and a value that can't be read is null.
func TestSubaccounts_Answers(t *testing.T) {
	t.Parallel()
	good, bad := acctest.Cases{}, acctest.Cases{}
	for _, k := range kinds {
		add := func(cases acctest.Cases, name, body string, requests int, want ...string) {
			a := k.account(t, sms.SubaccountForms{})
			a.Script("subaccount/list", simulator.Step{Body: body, Repeat: true})
			config := a.Provider() + k.list().Test() + "output \"balance\" {\n  value = data." + k.subaccounts + ".test.subaccounts[0].balance\n}\n"
			cases[name+", "+k.product] = acctest.Case{Account: a.Account, Config: config, Requests: requests, Want: want}
		}
		add(good, "unreadable", `{"success": true, "total": 1, "data": [{"token": "T1", "credits": {"balance": "free"}}]}`, 1,
			"Warning: Incomplete sub-accounts", `"data[0].credits.balance" holds`, "which is not a number", "balance = null")
		add(bad, "no key", `{"success": false, "code": 1, "message": "La Clé API est requise"}`, 1, "Unable to list sub-accounts", k.product+" received no API key.")
		add(bad, "not whole", `{"success": true, "total": 30, "data": [{"token": "T1"}]}`, 2, "Unable to list sub-accounts", "it counts 30 sub-accounts, but lists 1")
	}
	good.Succeed(t, "apply")
	bad.Fail(t, "plan")
}
