package sending

import (
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// example is a send of each kind.
func example(k kind) *sms.SendRequest {
	r := &sms.SendRequest{Kind: k.send, Numbers: []string{"+33600000001"}, Text: "Deployed."}
	switch k.send {
	case sms.Bulk:
		r.Numbers, r.Text = nil, ""
		r.Texts = []sms.NumberText{{Number: "+33600000001", Text: "Deployed."}}
	case sms.LongNumber:
		r.From = "+33700000000"
	case sms.Survey:
		r.Text, r.SondageIdent = "", "survey1"
	case sms.RCS:
		r.Text, r.Rich = "", &sms.Rich{Text: "Deployed."}
	case sms.Single:
	}
	return r
}

// pathOf is the vendor's name of the call.
func pathOf(k kind) string { return strings.TrimPrefix(k.call, "POST ") }

// told is a diagnostic: its attribute, its summary and its detail.
func told(d diag.Diagnostic) string {
	at := ""
	if with, ok := d.(diag.DiagnosticWithPath); ok {
		at = with.Path().String()
	}
	return fmt.Sprintf("%s|%s|%s|%s", d.Severity(), at, d.Summary(), d.Detail())
}

// Each error that the vendor documents for a send names the attribute to blame in
// each way to send, and leaves nothing open but a queue that failed.
func TestSendOnce_DocumentedErrors(t *testing.T) {
	t.Parallel()
	const numbers, text = "<numbers>", "<text>"
	for code, at := range map[int]string{
		1: "", 2: numbers, 9: "", 10: "", 11: "", 13: numbers, 14: numbers, 15: numbers, 20: "",
		22: "scheduled_delivery_date", 23: "scheduled_delivery_date", 30: "", 40: "", 42: text, 43: text, 44: "sender",
		45: "scheduled_delivery_date", 46: "scheduled_delivery_date", 47: "scheduled_delivery_date",
		48: "scheduled_delivery_date", 49: "scheduled_delivery_date", 50: numbers, 51: "gamme", 52: text, 55: numbers,
		90: "", 96: "", 992: "sender", 777: "",
	} {
		for _, k := range kinds {
			place := map[string]string{numbers: "phone_numbers", text: "message"}
			switch k.send {
			case sms.Bulk:
				place = map[string]string{numbers: "messages", text: "messages"}
			case sms.LongNumber:
				place[numbers] = "to"
			case sms.Single, sms.Survey, sms.RCS:
			}
			want := at
			if there, ok := place[at]; ok {
				want = there
			}
			if k.send == sms.RCS { // whose codes are not documented
				want = ""
			}
			for _, status := range []int{http.StatusOK, http.StatusBadRequest} {
				t.Run(fmt.Sprintf("%s %d HTTP %d", k.name, code, status), func(t *testing.T) {
					t.Parallel()
					bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
						w.Script(pathOf(k), simulator.Step{Status: status, Body: fmt.Sprintf(`{"success":false,"code":%d,"message":"Non"}`, code)})
						sent, diags := k.sendOnce(t.Context(), sms.New(w.Config(1)), example(k), func(string) {})
						if sent != nil || len(diags) != 1 {
							t.Fatalf("got %v, %v", sent, diags)
						}
						got := told(diags[0])
						for _, part := range []string{
							"Error|" + want + "|Unable to send " + k.object + "|Nothing was sent. ",
							fmt.Sprintf(`The answer (HTTP %d): code %d, "Non"`, status, code),
						} {
							if !strings.Contains(got, part) {
								t.Errorf("%q is not in %q", part, got)
							}
						}
						if strings.Count(got, "Nothing was sent.") != 1 {
							t.Errorf("it says more than once that nothing was sent: %q", got)
						}
						if n := len(w.Requests()); n != 1 {
							t.Errorf("%d requests, want 1", n)
						}
					})
				})
			}
		}
	}
}

// A refused parameter is named by the vendor's list of problems.
func TestSendOnce_Problems(t *testing.T) {
	t.Parallel()
	for element, want := range map[string]string{
		"children[phoneNumbers].data": "phone_numbers", "children[phoneNumber].data": "phone_numbers", "children[sender].data": "sender",
		"children[minute].data": "scheduled_delivery_date", "children[time].data": "scheduled_delivery_date",
		"children[scheduledDeliveryDate].data": "scheduled_delivery_date", "children[message].data": "message", "children[tag].data": "tag",
		"children[urlDlr].data": "url_dlr", "children[urlResponse].data": "url_response", "children[other].data": "",
	} {
		t.Run(element, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
				w.Script("send", simulator.Step{Body: fmt.Sprintf(`{"success":false,"code":9,"error":[{"elementId":%q,"message":"Non"}]}`, element)})
				_, diags := kinds[0].sendOnce(t.Context(), sms.New(w.Config(1)), example(kinds[0]), func(string) {})
				if len(diags) != 1 || !strings.HasPrefix(told(diags[0]), "Error|"+want+"|Unable to send SMS|Nothing was sent.") {
					t.Errorf("got %v, want one at %q", diags, want)
				}
			})
		})
	}
}

// A lost send is looked for at once, and until it is found or the time is up.
func TestSendOnce_Lookup(t *testing.T) {
	t.Parallel()
	lost := simulator.Step{Drop: simulator.DropBefore}
	sent := simulator.Step{Drop: simulator.DropBefore, Process: true}
	nobody := simulator.Step{Body: `{"success":false,"code":4,"message":"Message introuvable"}`}
	down := simulator.Step{Status: http.StatusServiceUnavailable}
	always := func(s simulator.Step) []simulator.Step { s.Repeat = true; return []simulator.Step{s} }
	for name, test := range map[string]struct {
		send   simulator.Step
		search []simulator.Step
		// longest is the most time that it takes.
		longest time.Duration
		want    string
	}{
		"found at once":       {sent, nil, 0, "Warning||Unconfirmed send of "},
		"found later":         {sent, []simulator.Step{nobody, nobody}, 5 * time.Second, "Warning||Unconfirmed send of "},
		"found after failure": {sent, []simulator.Step{down, down, down}, 8 * time.Second, "Warning||Unconfirmed send of "},
		"found after a page":  {sent, []simulator.Step{{Body: "<html>"}, {Body: `{"success":true,"code":200}`}, {Status: 404, Body: "<html>"}}, 8 * time.Second, "Warning||Unconfirmed send of "},
		"not there":           {lost, nil, 10 * time.Second, "SMS Partner was searched for 10s and knows no message with its tag"},
		"search fails":        {sent, always(down), 15 * time.Second, "The search for it failed too: 127.0.0.1"},
		"search hangs":        {sent, always(simulator.Step{Hang: true}), 15 * time.Second, "The search for it failed too: "},
		"search is refused":   {sent, always(simulator.Step{Body: `{"success":false,"code":30,"message":"Non"}`}), 0, "The search for it failed too: The account of this API key is blocked."},
	} {
		for _, k := range kinds[:sms.RCS] {
			t.Run(k.name+", "+name, func(t *testing.T) {
				t.Parallel()
				bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
					w.Script(pathOf(k), test.send)
					w.Script("bulk-status-by-tag", test.search...)
					r := example(k)
					result, diags := k.sendOnce(t.Context(), sms.New(w.Config(1)), r, func(string) {})
					if result != nil || len(diags) != 1 {
						t.Fatalf("got %v, %v", result, diags)
					}
					got := told(diags[0])
					for _, part := range []string{test.want, k.object, r.Tag} {
						if !strings.Contains(got, part) {
							t.Errorf("%q is not in %q", part, got)
						}
					}
					if strings.Contains(got, "Run again") {
						t.Errorf("it says to run again: %q", got)
					}
					if w.Elapsed() > test.longest {
						t.Errorf("it took %s, want at most %s", w.Elapsed(), test.longest)
					}
					if n := len(w.Requests(pathOf(k))); n != 1 {
						t.Errorf("%d requests to send, want 1", n)
					}
				})
			})
		}
	}
}

func TestNewTag(t *testing.T) {
	t.Parallel()
	form := regexp.MustCompile(`^tf[a-z0-9]{16}$`)
	seen := map[string]bool{}
	for range 1000 {
		tag := newTag()
		if !form.MatchString(tag) || checkTag(tag) != nil || seen[tag] {
			t.Fatalf("made the tag %q", tag)
		}
		seen[tag] = true
	}
}
