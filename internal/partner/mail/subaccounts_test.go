package mail

import (
	"errors"
	"fmt"
	"math/big"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/subaccount"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// The calls of the section go to Mail Partner. Package subaccount tests what they read.
func TestSubaccounts(t *testing.T) {
	t.Parallel()
	s, mails := start(t, key)
	c := mails.Subaccounts()
	made, err := c.Create(t.Context(), subaccount.Creation{Type: subaccount.Simple}, func(string) bool { return false })
	if err != nil {
		t.Fatal(err)
	}
	left, err := c.Transfer(t.Context(), made.Token, big.NewFloat(5), subaccount.ToSubaccount)
	if err != nil {
		t.Fatal(err)
	}
	list, err := c.List(t.Context())
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	if got := fmt.Sprint(made.Email, " ", left.Credit, " ", *list[0].Email, " ", list[0].Balance); got != "7000001@mailpartner.fr 40.119 7000001@mailpartner.fr 5" {
		t.Errorf("got %s", got)
	}
	if len(s.Mail.Violations()) > 0 || len(s.Mail.Requests()) != 3 {
		t.Error(s.Mail.Violations(), len(s.Mail.Requests()))
	}
}

// The codes of a creation are not known: any code refuses it, in the vendor's words.
func TestSubaccounts_Refused(t *testing.T) {
	t.Parallel()
	for _, code := range []int{2, 12, 77} {
		s, c := start(t, key)
		s.Mail.Script("/subaccount/create", simulator.Step{Body: fmt.Sprintf(`{"success": false, "code": %d, "message": "Non"}`, code)})
		_, err := c.Subaccounts().Create(t.Context(), subaccount.Creation{Type: subaccount.Simple}, func(string) bool { return false })
		failed, ok := errors.AsType[*partner.Error](err)
		if !ok || failed.OutcomeUnknown() || failed.Words() != "Non" || failed.Product != Name {
			t.Errorf("code %d: got %v", code, err)
		}
	}
}
