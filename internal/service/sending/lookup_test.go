package sending

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// listed answers a search with these numbers, whose status is of now.
func listed(numbers ...string) simulator.Step {
	items := make([]string, len(numbers))
	for i, number := range numbers {
		items[i] = fmt.Sprintf(`{"success":true,"phoneNumber":%q,"status":"Waiting","date":"%d"}`, number, time.Now().Unix())
	}
	return simulator.Step{Body: `{"success":true,"StatutResponse_List":[` + strings.Join(items, ",") + `]}`}
}

func always(step simulator.Step) simulator.Step {
	step.Repeat = true
	return step
}

// toThree is a send to three phones.
func toThree(tag string) *sms.SendRequest {
	return &sms.SendRequest{Text: "Hello", Tag: tag, Numbers: []string{"+33600000001", "+33600000002", "+33600000003"}}
}

var dropped = simulator.Step{Drop: simulator.DropBefore}

// Only a phone that the send is to proves that it went out, and all of them that it did so
// as a whole. A tag of the user's own may be another message's, so it proves nothing.
func TestSearch_Recipients(t *testing.T) {
	t.Parallel()
	const all, nobody = "it went out: SMS Partner knows a message with its tag", "knows no message with its tag"
	for name, test := range map[string]struct {
		answers func() []simulator.Step
		// searches is how often it is asked; 0 until the time is up.
		searches int
		want     []string
	}{
		"all": {func() []simulator.Step {
			return []simulator.Step{listed("0600000001", "+33600000002", "0033600000003")}
		}, 1, []string{"Warning||", all}},
		"all, in turn": {func() []simulator.Step {
			return []simulator.Step{listed("0600000001"), listed("0600000001", "0600000002", "0600000003")}
		}, 2, []string{"Warning||", all}},
		"others": {func() []simulator.Step { return []simulator.Step{always(listed("+33600000004", "+32600000001"))} }, 0, []string{"Error||", nobody}},
		"nobody by a number": {func() []simulator.Step {
			return []simulator.Step{always(simulator.Step{Body: `{"success":true,"StatutResponse_List":[{"success":true,"status":"Delivered"}]}`})}
		}, 0, []string{"Error||", nobody}},
		"one that is not found": {func() []simulator.Step {
			return []simulator.Step{always(simulator.Step{Body: `{"success":true,"StatutResponse_List":[{"success":false,"code":4,"phoneNumber":"0600000001"}]}`})}
		}, 0, []string{"Error||", nobody}},
		"one of three":   {func() []simulator.Step { return []simulator.Step{always(listed("0600000002", "0600000009"))} }, 0, []string{"Warning||", "lists 1 of 3 recipients with its tag", "but not +33600000001, +33600000003.", "before you send to them again"}},
		"one, then none": {func() []simulator.Step { return []simulator.Step{listed("0600000002"), always(listed())} }, 0, []string{"Warning||", "lists 1 of 3 recipients"}},
		"one, then no answer": {func() []simulator.Step {
			return []simulator.Step{listed("0600000002"), always(simulator.Step{Status: 503})}
		}, 0, []string{"Warning||", "lists 1 of 3 recipients"}},
		"one, then it is barred": {func() []simulator.Step {
			return []simulator.Step{listed("0600000002"), always(simulator.Step{Body: `{"success":false,"code":30}`})}
		}, 2, []string{"Warning||", "lists 1 of 3 recipients"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, tag := range []string{"", "mine"} {
				bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
					w.Script("send", dropped)
					w.Script("bulk-status-by-tag", test.answers()...)
					r := toThree(tag)
					_, diags := send(t, w, r)
					wantTold(t, diags, append(test.want, fmt.Sprintf("tag %q", r.Tag))...)
					found, said := strings.HasPrefix(test.want[0], "Warning"), told(diags[0])
					if proved := strings.Contains(test.want[1], all) && tag == ""; strings.Contains(said, "You need do nothing") != proved {
						t.Errorf("it says the wrong thing to do: %v", diags)
					}
					for _, doubt := range []string{"but most likely it went out", "The status is newer than the send.", "If you sent another message with this tag"} {
						if doubts := found && tag != ""; strings.Contains(said, doubt) != doubts {
							t.Errorf("%q in %q: want %t", doubt, said, doubts)
						}
					}
					searches := len(w.Requests("bulk-status-by-tag"))
					if timedOut := w.Elapsed() >= wait.ListedTimeout-2*time.Second; timedOut != (test.searches == 0) || test.searches > 0 && searches != test.searches {
						t.Errorf("asked %d times in %s, want %d times", searches, w.Elapsed(), test.searches)
					}
				})
			}
		})
	}
}

// Of many that are not listed a few are named.
func TestSearch_ManyMissing(t *testing.T) {
	t.Parallel()
	bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
		r := &sms.SendRequest{Kind: sms.Bulk}
		for i := range 500 {
			r.Texts = append(r.Texts, sms.NumberText{Number: fmt.Sprintf("+336000%05d", i), Text: "Hello"})
		}
		w.Script("bulk-send", dropped)
		w.Script("bulk-status-by-tag", always(listed("+33600000000")))
		_, diags := send(t, w, r)
		wantTold(t, diags, "lists 1 of 500 recipients", "but not +33600000001, +33600000002, +33600000003, +33600000004, +33600000005, and 494 more.")
	})
}

// With a tag of the user's own, what is older than the send is not its. The clocks
// may differ by a few seconds only: a message with this tag may have been sent just before.
func TestSought_Older(t *testing.T) {
	t.Parallel()
	for tag, since := range map[string]map[time.Duration]bool{
		"mine": {time.Hour: true, 0: true, -4 * time.Second: true, -6 * time.Second: false, -time.Hour: false},
		"":     {-4 * time.Second: true, -6 * time.Second: true, -365 * 24 * time.Hour: true},
	} {
		for ago, want := range since {
			bubble.Run(t, simulator.Options{}, func(t *testing.T, _ *bubble.World) {
				s := newSought(&sms.SendRequest{Tag: tag, Numbers: []string{"+33600000001"}})
				number, date := "0600000001", time.Now().Add(ago)
				found := len(s.missing([]sms.StatusItem{{PhoneNumber: &number, Date: &date, Found: true}})) == 0
				if found != want {
					t.Errorf("tag %q, %s: found %v, want %v", tag, ago, found, want)
				}
				if undated := len(s.missing([]sms.StatusItem{{PhoneNumber: &number, Found: true}})) == 0; undated != (tag == "") {
					t.Errorf("tag %q, without a date: found %v", tag, undated)
				}
			})
		}
	}
}

// Where nobody knows whether a search can find a message, finding none is said to
// prove little.
func TestSendOnce_Unfindable(t *testing.T) {
	t.Parallel()
	yes, no := true, false
	const caveat = "its documentation does not say whether "
	for name, test := range map[string]struct {
		change func(*sms.SendRequest)
		want   string
	}{
		"at once":   {func(r *sms.SendRequest) { r.Sandbox = &no }, ""},
		"sandbox":   {func(r *sms.SendRequest) { r.Sandbox = &yes }, caveat + "a sandbox message can be found by its tag."},
		"scheduled": {func(r *sms.SendRequest) { r.Scheduled = time.Now().Add(time.Hour) }, caveat + "a scheduled message that has not left yet can be found by its tag."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
				w.Script("send", dropped)
				r := example(kinds[0])
				test.change(r)
				_, diags := send(t, w, r)
				wantTold(t, diags, "Error||Unable to tell whether the SMS was sent|", test.want)
				for _, harmless := range []string{"it may have been taken as a dry run or not.", "applying again sends and charges nothing."} {
					if said, dry := strings.Contains(told(diags[0]), harmless), name == "sandbox"; said != dry {
						t.Errorf("it says %q: %t: %v", harmless, said, diags)
					}
				}
				if test.want == "" && strings.Contains(told(diags[0]), caveat) {
					t.Errorf("got %v", diags)
				}
			})
		})
	}
}

// A message id that came with no success is not lost either.
func TestSendOnce_AnsweredID(t *testing.T) {
	t.Parallel()
	for name, step := range map[string]simulator.Step{
		"404": {Status: 404, Body: `{"success":true,"message_id":4711}`}, "429": {Status: 429, Body: `{"success":true,"message_id":4711}`},
		"502": {Status: 502, Body: `{"success":true,"message_id":"4711"}`}, "a refusal": {Body: `{"success":false,"code":11,"message_id":4711}`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, test := range []struct {
				search simulator.Step
				want   string
			}{
				{always(listed()), "Error||Unable to tell whether the SMS was sent|"},
				{listed("0600000001"), "Warning||Unconfirmed send of SMS|"},
			} {
				bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
					w.Script("send", step, step)
					w.Script("bulk-status-by-tag", test.search)
					_, diags := kinds[0].sendOnce(t.Context(), sms.New(w.Config(3)), example(kinds[0]), func(string) {})
					wantTold(t, diags, test.want, "The answer names the message id 4711")
					if strings.Contains(told(diags[0]), "Nothing was sent") {
						t.Errorf("got %v", diags)
					}
					if n := len(w.Requests("send")); n != 1 {
						t.Errorf("%d requests to send, want 1", n)
					}
				})
			}
		})
	}
}

// A message that the vendor took keeps what is readable of its answer.
func TestSendOnce_OddAnswer(t *testing.T) {
	t.Parallel()
	bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
		w.Script("send", simulator.Step{Body: `{"success":true,"message_id":4711,"nb_sms":1,"cost":"free"}`})
		sent, diags := send(t, w, example(kinds[0]))
		wantTold(t, diags, "Warning||Unable to read all of the answer to the send|", "message 4711", `"cost" holds "free", which is not a number.`)
		if sent == nil || sent.MessageID != "4711" || sent.Cost != nil || *sent.NbSMS != 1 {
			t.Errorf("got %+v", sent)
		}
	})
}

// A moment is compared as such, whatever the zone.
func TestSendOnce_Moved(t *testing.T) {
	t.Parallel()
	at := func(value string) time.Time {
		moment, err := time.ParseInLocation(time.DateTime, value, partner.Paris)
		if err != nil {
			t.Fatal(err)
		}
		return moment.UTC()
	}
	const asked = "2030-07-05 10:30:00"
	for name, test := range map[string]struct {
		kind            sms.SendKind
		asked, answered string
		want            string
	}{
		"as asked":            {sms.Single, asked, asked, ""},
		"not named":           {sms.Single, asked, "", ""},
		"another hour":        {sms.Single, asked, "2030-07-05 08:30:00", "sends it on 2030-07-05T08:30:00+02:00, not on 2030-07-05T10:30:00+02:00 as asked."},
		"another, of a batch": {sms.Bulk, asked, "2030-07-06 10:30:00", "sends it on 2030-07-06T10:30:00+02:00, not on"},
		// The clock in a bubble begins at 2000-01-01 01:00 in Paris.
		"at once":    {sms.Single, "", "2000-01-01 01:00:30", ""},
		"held back":  {sms.Single, "", "2000-01-03 08:00:00", "sends it on 2000-01-03T08:00:00+01:00, not at once as asked."},
		"no such at": {sms.LongNumber, "", "2000-01-03 08:00:00", "sends it on 2000-01-03T08:00:00+01:00, not at once as asked."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
				k := kinds[test.kind]
				w.Script(pathOf(k), simulator.Step{Body: fmt.Sprintf(
					`{"success":true,"message_id":4711,"scheduledDeliveryDate":%q,"SMSResponse_List":[{"phoneNumber":"0600000001"}]}`, test.answered)})
				r := example(k)
				if test.asked != "" {
					r.Scheduled = at(test.asked)
				}
				_, diags := send(t, w, r)
				if test.want == "" {
					if len(diags) > 0 {
						t.Errorf("got %v", diags)
					}
					return
				}
				place := "scheduled_delivery_date"
				if test.kind == sms.LongNumber {
					place = ""
				}
				wantTold(t, diags, "Warning|"+place+"|Scheduled for another moment|", "message 4711", test.want, "smspartner_cancel_message")
			})
		})
	}
}
