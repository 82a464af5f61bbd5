package voice

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

const tomorrow = "2030-02-02 14:15:00"

func TestCancel(t *testing.T) {
	t.Parallel()
	a := atNoon(Variant{})
	twelve := strings.TrimSuffix(strings.Repeat(number+",", 12), ",")
	deposit(t, a, "phoneNumbers", twelve, "scheduledDate", tomorrow)
	_, body := cancel(t, a, "aBcD1234")
	contains(t, body, `"campaignId": "aBcD1234", "assignedCredit": "1.8"`)
	expect(t, "cancelled", a.Campaigns()[0].Cancelled, true)
	_, body = get(t, a, "/me/"+key)
	contains(t, body, `"credit": "27"`)
	violated(t, a, "")

	speak(t, a, "scheduledDate", tomorrow)
	speak(t, a)
	for id, want := range map[string]string{
		"aBcD1234":   `"code": 404, "message": "Not found"`, // cancelled
		"ABCD1234":   `"code": 404, "message": "Not found"`,
		"Zz9yX8wV7v": `"code": 400, "message": "Bad request"`, // left at once
		"Zz9yX8wV7u": `"campaignId": "Zz9yX8wV7u", "assignedCredit": "0.09"`,
	} {
		_, body := cancel(t, a, id)
		contains(t, body, want)
	}
	w := ask(t, a, http.MethodDelete, "/campaign/cancel/wrong/Zz9yX8wV7u", "")
	contains(t, compact(w), `{ "success": false, "code": 10, "message": "Clé API incorrecte" }`)
}

// The documented example is that of a campaign that the account has from the start.
func TestCancel_Documented(t *testing.T) {
	t.Parallel()
	a := atNoon(Variant{})
	_, body := cancel(t, a, "D572M")
	sameJSON(t, body, "campaign_cancel.json")
	expect(t, "campaigns that calls have made", len(a.Campaigns()), 0)
	_, body = cancel(t, a, "D572M")
	contains(t, body, `"code": 404`)
}

// A campaign can be cancelled until it leaves, or until a time before.
func TestCancel_Lead(t *testing.T) {
	t.Parallel()
	for lead, want := range map[time.Duration]map[time.Duration]string{
		0:               {26*time.Hour + 15*time.Minute - time.Nanosecond: "assignedCredit", 26*time.Hour + 15*time.Minute: `"code": 400`},
		5 * time.Minute: {26*time.Hour + 10*time.Minute: "assignedCredit", 26*time.Hour + 10*time.Minute + time.Nanosecond: `"code": 400`},
	} {
		for passed, part := range want {
			a := atNoon(Variant{CancelForms: CancelForms{CancelLead: lead}})
			deposit(t, a, "scheduledDate", tomorrow)
			a.Advance(passed)
			_, body := cancel(t, a, "aBcD1234")
			contains(t, body, part)
		}
	}
}

func TestCancel_Forms(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		forms  CancelForms
		status int
		body   string
	}{
		{CancelForms{CancelCode: 10}, http.StatusOK, `{ "success": false, "code": 10, "message": "Action not authorised" }`},
		{CancelForms{CancelCode: 400, CancelFailures: CancelBody}, http.StatusOK, `{ "success": false, "code": 400, "message": "Bad request" }`},
		{CancelForms{CancelCode: 400, CancelFailures: CancelStatus}, http.StatusBadRequest, `"code": 400`},
		{CancelForms{CancelCode: 10, CancelFailures: CancelStatus}, http.StatusForbidden, `"code": 10`},
		{CancelForms{CancelCode: 404, CancelFailures: CancelStatus}, http.StatusNotFound, `"code": 404`},
		{CancelForms{CancelCode: 400, CancelFailures: CancelHTML}, http.StatusBadRequest, "<h1>400 Bad Request</h1>"},
		{CancelForms{CancelCode: 10, CancelFailures: CancelHTML}, http.StatusForbidden, "<h1>403 Forbidden</h1>"},
		{CancelForms{CancelCode: 404, CancelFailures: CancelHTML}, http.StatusNotFound, "<h1>404 Not Found</h1>"},
		{CancelForms{CancelCode: 99, CancelFailures: CancelStatus}, http.StatusForbidden, `"code": 99`},
		{CancelForms{AssignedCreditNumber: true}, http.StatusOK, `"assignedCredit": 0.15`},
	} {
		a := atNoon(Variant{CancelForms: test.forms})
		deposit(t, a, "scheduledDate", tomorrow)
		status, body := cancel(t, a, "aBcD1234")
		expect(t, "status", status, test.status)
		contains(t, body, test.body)
		expect(t, "cancelled", a.Campaigns()[0].Cancelled, test.forms.AssignedCreditNumber)
	}
}

func TestCancelFailures_Set(t *testing.T) {
	t.Parallel()
	var forms CancelFailures
	if err := forms.Set("page"); err == nil {
		t.Error("page is taken")
	}
	if err := forms.Set("html"); err != nil || forms.String() != "html" || (*CancelFailures)(nil).String() != "" {
		t.Errorf("html becomes %q (%v)", forms, err)
	}
}
