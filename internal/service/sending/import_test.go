package sending_test

import (
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// An import says why it can't be done, before anything is asked or sent.
func TestImport(t *testing.T) {
	t.Parallel()
	for name, object := range map[string]string{
		"sms": "SMS", "bulk_sms": "batch of SMS", "long_number_sms": "SMS from a long number", "survey": "survey", "rcs_message": "RCS",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := acctest.NewAccount(t, simulator.Options{})
			w := sends(name)
			then := "Remove the import. To read what became of a message sent elsewhere, use a data source: " +
				"smspartner_message_status, smspartner_bulk_status or smspartner_tag_status."
			if !w.isSMS() {
				then = "Remove the import. What became of a message sent elsewhere, only the dashboard can show."
			}
			acctest.Fail(t, a.Provider()+w.resource(w.required())+"import {\n  to = "+w.address()+"\n  id = \"4711\"\n}\n",
				"Error: Unable to import "+object,
				"Import is not supported: the API cannot return a sent message. The state would be empty, and the next apply would send the message again.",
				then)
			a.WantRequests(t, 0)
		})
	}
}
