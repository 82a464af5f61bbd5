package sms

import (
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

func TestSend_Schedule(t *testing.T) {
	t.Parallel()
	late := problemAt(
		"children[scheduledDeliveryDate].data",
		"La date (DATE) est anterieure a la date actuelle.",
		"La date (DATE) est antérieure à la date actuelle.",
	)
	noDate := problemAt("children[scheduledDeliveryDate].data", "La date est requise", "La date est requise")
	noHour := problemAt("children[time].data", "L'heure est requise", "L'heure est requise")
	noMinute := problemAt("children[minute].data", "La minute est requise", "La minute est requise")
	noNumber := problemAt("children[minute].data", "Le chiffre des minutes est invalide", "Le chiffre des minutes est invalide")
	noStep := problemAt(
		"children[minute].data",
		"Les minutes doivent-etre comprise entre 5 et 55 dans un interval de 5 minutes",
		"Les minutes doivent-être comprise entre 5 et 55 dans un interval de 5 minutes",
	)
	tests := map[string]struct {
		parameters []any
		advance    time.Duration
		problems   []wire.Problem
		single     int
		shown      string
		strict     bool
	}{
		"now":               {parameters: []any{"time", 12, "minute", 0}},
		"a moment ago":      {parameters: []any{"time", 12, "minute", 0}, advance: time.Second, problems: []wire.Problem{late}, single: 49, shown: "01/07/2026 à 12:0"},
		"no hour":           {parameters: []any{"minute", 0}, problems: []wire.Problem{noHour}, single: 46},
		"no minute":         {parameters: []any{"time", 13}, problems: []wire.Problem{noMinute}, single: 47},
		"neither":           {problems: []wire.Problem{noMinute, noHour}, single: 47},
		"neither, long ago": {parameters: []any{"scheduledDeliveryDate", "21/11/2014"}, problems: []wire.Problem{late, noMinute, noHour}, single: 49, shown: "21/11/2014 à :"},
		"no date":           {parameters: []any{"time", 12, "minute", 0, "scheduledDeliveryDate", nil}, problems: []wire.Problem{noDate}, single: 45},
		"only a minute":     {parameters: []any{"minute", 0, "scheduledDeliveryDate", ""}, problems: []wire.Problem{noDate}, single: 45},
		"no such day":       {parameters: []any{"time", 12, "minute", 0, "scheduledDeliveryDate", "31/02/2030"}, problems: []wire.Problem{late}, single: 49, shown: "31/02/2030 à 12:0"},
		"hour in words":     {parameters: []any{"time", "x", "minute", 0, "scheduledDeliveryDate", "01/07/2030"}, problems: []wire.Problem{late}, single: 49, shown: "01/07/2030 à x:0"},
		"hour 25":           {parameters: []any{"time", 25, "minute", 0, "scheduledDeliveryDate", "01/07/2030"}, problems: []wire.Problem{late}, single: 49, shown: "01/07/2030 à 25:0"},
		"hour -1":           {parameters: []any{"time", -1, "minute", 0, "scheduledDeliveryDate", "01/07/2030"}, problems: []wire.Problem{late}, single: 49, shown: "01/07/2030 à -1:0"},
		"hour 24":           {parameters: []any{"time", 24, "minute", 0}},
		"hour 24, strict":   {parameters: []any{"time", 24, "minute", 5}, problems: []wire.Problem{late}, single: 49, shown: "01/07/2026 à 24:5", strict: true},
		"hour 0, strict":    {parameters: []any{"time", 0, "minute", 5, "scheduledDeliveryDate", "01/07/2030"}, strict: true},
		"minute 0, strict":  {parameters: []any{"time", 13, "minute", 0}, problems: []wire.Problem{noStep}, single: 48, strict: true},
		"minute in words":   {parameters: []any{"time", 1, "minute", "x", "scheduledDeliveryDate", "01/07/2030"}, problems: []wire.Problem{noNumber}, single: 47},
		"minute 60":         {parameters: []any{"time", 13, "minute", 60}, problems: []wire.Problem{noNumber}, single: 47},
		"minute 3":          {parameters: []any{"time", 13, "minute", 3}, problems: []wire.Problem{noStep}, single: 48},
	}
	for name, test := range tests {
		for _, format := range []string{"json", "xml"} {
			t.Run(name+" "+format, func(t *testing.T) {
				t.Parallel()
				c := newClock()
				c.advance(test.advance)
				s := New(Options{Options: wire.Options{Now: c.Now}, Variant: Variant{ScheduleForms: ScheduleForms{StrictClock: test.strict}}})
				parameters := append([]any{"_format", format, "scheduledDeliveryDate", "01/07/2026"}, test.parameters...)
				_, body := post(t, s, sendPath, sendBody(t, parameters...))
				if test.problems == nil {
					expect(t, "refused", strings.Contains(body, "false"), false)
					return
				}
				want := rendered(t, &wire.Failure{Code: 9, Problems: test.problems}, format)
				expect(t, "body", body, strings.ReplaceAll(want, "DATE", test.shown))
				expect(t, "sent", len(s.Sent()), 0)

				s = New(Options{Options: wire.Options{Now: c.Now}, Variant: Variant{ScheduleForms: ScheduleForms{StrictClock: test.strict}, SendForms: SendForms{SingleCodes: true}}})
				_, body = post(t, s, sendPath, sendBody(t, parameters...))
				expectFields(t, body, strconv.Itoa(test.single), map[int]string{
					45: "La date est requise", 46: "L'heure est requise", 47: "Le chiffre des minutes est invalide",
					48: "Les minutes doivent-être comprise entre 5 et 55 dans un interval de 5 minutes", 49: "La date est invalide",
				}[test.single])
			})
		}
	}
}

// rendered is how a refusal is answered in a format.
func rendered(t *testing.T, refusal *wire.Failure, format string) string {
	t.Helper()
	api := wire.New(wire.Product{
		Routes: []wire.Route{{Method: http.MethodGet, Path: "/refused", Parameters: []wire.Parameter{wire.KeyParameter, wire.FormatParameter}}},
		Admit:  func(*wire.Call, wire.Handler) (wire.Object, *wire.Failure) { return nil, refusal },
	}, wire.Options{})
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, wire.BasePath+"/refused?"+query("_format", format).Encode(), nil)
	w := httptest.NewRecorder()
	api.ServeHTTP(w, r)
	return w.Body.String()
}
