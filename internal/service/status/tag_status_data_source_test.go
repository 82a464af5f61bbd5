package status_test

import (
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

const promo = `tag = "promo1"`

func TestTagStatus_DocumentedExample(t *testing.T) {
	t.Parallel()
	tests := acctest.Tests{}
	for name, variant := range map[string]simulator.Variant{
		"documented": {},
		"as strings": {Forms: simulator.Forms{NumbersAsStrings: true, FlagsAsStrings: true}},
	} {
		a := acctest.NewAccount(t, simulator.Options{Variant: variant})
		a.AddMessage(exampleMessage("promo1", "Waiting"))
		tests[name] = acctest.Test{Steps: []acctest.Step{{
			Config: a.Provider() + tagStatus.Test(promo),
			State: []statecheck.StateCheck{
				tagStatus.Has("tag", text("promo1")),
				tagStatus.Has("statuses", objects(recipient(1, "Delivered", true, true), recipient(2, "Waiting", false, false))),
				tagStatus.Has("total", whole(2)),
				tagStatus.Has("all_delivered", knownvalue.Bool(false)),
				tagStatus.Has("counts", counts(2, 1, 0, 1, 0, 0)),
				tagStatus.Has("summary", text("1 of 2 delivered, 1 waiting: +33600000002")),
			},
		}}}
	}
	tests.Run(t)
}

const tagOutput = `
output "seen" {
  value = "${data.smspartner_tag_status.test.counts.total} of ${data.smspartner_tag_status.test.total}, all ${data.smspartner_tag_status.test.all_delivered}"
}
`

// All pages are read where the vendor takes the parameter. Where it does not, a
// warning says that there is more, and nothing counts as all delivered.
func TestTagStatus_Pages(t *testing.T) {
	t.Parallel()
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		variant  simulator.Variant
		script   []simulator.Step
		requests int
		want     []string
	}{
		"page is honored": {simulator.Variant{TagForms: simulator.TagForms{TagPageSize: 2}}, nil, 3, []string{`seen = "5 of 5, all true"`}},
		"page is ignored": {
			simulator.Variant{TagForms: simulator.TagForms{TagPageSize: 2, TagPageIgnored: true}},
			nil, 2,
			[]string{
				"Warning: Incomplete status of tag", tagStatus.WithTest(), promo,
				"The answer of SMS Partner proves no delivery: it counts 5 recipients, but lists 2. So all_delivered is false.",
				"Run again. If it goes on, read the messages one by one, with smspartner_message_statuses.",
				`seen = "2 of 5, all false"`,
			},
		},
		"no total": {
			simulator.Variant{},
			[]simulator.Step{{Body: `{"success":true,"code":200,"StatutResponse_List":[{"phoneNumber":"+33600000001","status":"Delivered"}]}`}},
			1,
			[]string{`seen = "1 of 1, all true"`},
		},
	} {
		a := acctest.NewAccount(t, simulator.Options{Variant: test.variant})
		recipients(a, "promo1", nil, nil, nil)
		later := simulator.Message{ID: "301", Tag: "promo1"}
		for _, number := range []string{"+33600000001", "+33600000002"} {
			later.Recipients = append(later.Recipients, simulator.Recipient{Number: number, Date: time.Now().Add(-time.Hour)})
		}
		a.AddMessage(later)
		a.Script("bulk-status-by-tag", test.script...)
		cases[name] = acctest.Case{Account: a, Config: a.Provider() + tagStatus.Test(promo) + tagOutput, Want: test.want, Requests: test.requests}
	}
	cases.Succeed(t, "apply")
}

const unableToReadTag = "Error: Unable to read status of tag"

func TestTagStatus_DocumentedErrors(t *testing.T) {
	t.Parallel()
	const block = `data "smspartner_tag_status" "test" {`
	expectErrors(t, tagStatus, promo, "bulk-status-by-tag", unableToReadTag, map[int]documentedError{
		3:  {promo, "SMS Partner received no tag.", "L'ID du message est requis", "something on the way removed it"},
		4:  {promo, "SMS Partner knows no message with this tag.", "Message introuvable", "Check that tag is the one that was given when sending"},
		10: {block, "SMS Partner does not accept the API key.", "Clé API incorrecte", "Copy the key"},
	})
}

func TestTagStatus_InvalidConfig(t *testing.T) {
	t.Parallel()
	tagStatus.Refuses(t, map[string][]string{
		"empty": {`tag = ""`, "Invalid value for tag", "The tag is empty: write the one that was given when sending."},
		"blank": {`tag = "promo 1"`, "Invalid value for tag", `"promo 1" contains a blank, which no tag has`},
		"until": {promo + "\n  wait = { until = \"sent\" }", "Invalid value for wait.until"},
	})
}

// A wait sees each page in each read.
func TestTagStatus_Wait(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{Variant: simulator.Variant{TagForms: simulator.TagForms{TagPageSize: 2}}})
	recipients(a, "promo1", nil, nil, []string{"Waiting", "Delivered"})
	w := acctest.Attached(t, a.Provider()+tagStatus.Test(promo, `wait = { until = "delivered", interval = "1s" }`)+tagOutput)
	acctest.WantText(t, acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color"), `seen = "3 of 3, all true"`)
	a.WantRequests(t, 4)
}

func TestTagStatus_WaitFails(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{Variant: simulator.Variant{TagForms: simulator.TagForms{TagPageSize: 1}}})
	recipients(a, "promo1", nil, []string{"Not delivered"})
	acctest.Fail(t, a.Provider()+tagStatus.Test(promo, `wait = { until = "delivered" }`),
		unableToReadTag, `1 of 2 ended without being delivered: +33600000002 ("Not delivered").`)
	a.WantRequests(t, 2)
}

// A wait for delivery takes nothing on trust: what can't be read is not delivered.
func TestTagStatus_WaitDoubts(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{Variant: simulator.Variant{TagForms: simulator.TagForms{TagPageSize: 1, TagPageIgnored: true}}})
	recipients(a, "promo1", nil, nil)
	acctest.Fail(t, a.Provider()+tagStatus.Test(promo, `wait = { until = "delivered", timeout = "1s" }`),
		unableToReadTag, tagStatus.WithTest(), ", the list proved nothing (it counts 2 recipients, but lists 1).")
}

// A wait that may end without a delivery does so, though not all can be read.
func TestTagStatus_WaitContinues(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{Variant: simulator.Variant{TagForms: simulator.TagForms{TagPageSize: 1, TagPageIgnored: true}}})
	recipients(a, "promo1", []string{"Waiting"}, nil)
	w := acctest.Attached(t, a.Provider()+
		tagStatus.Test(promo, `wait = { until = "delivered", timeout = "1s", interval = "1s", on_timeout = "continue" }`)+tagOutput)
	printed := acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color")
	// Which of the two warnings comes first is the engine's affair.
	const seen = `seen = "1 of 2, all false"`
	acctest.WantText(t, printed, `since on_timeout is "continue"`, seen)
	acctest.WantText(t, printed, "Warning: Incomplete status of tag", "but lists 1", "all_delivered is false", seen)
}

func TestTagStatus_Unknown(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	recipients(a, "promo1", nil)
	acctest.Tests{"test": {Steps: []acctest.Step{{
		Config: a.Provider() + acctest.Later("300") + tagStatus.Test(`tag = "promo${terraform_data.later.output - 299}"`) +
			bulkStatus.Test("message_id = terraform_data.later.output"),
		Plan: []plancheck.PlanCheck{
			plancheck.ExpectResourceAction(tagStatus.Address("test"), plancheck.ResourceActionRead),
			plancheck.ExpectResourceAction(bulkStatus.Address("test"), plancheck.ResourceActionRead),
		},
		State: []statecheck.StateCheck{
			tagStatus.Has("all_delivered", knownvalue.Bool(true)),
			bulkStatus.Has("all_delivered", knownvalue.Bool(true)),
		},
	}}}}.Run(t)
}
