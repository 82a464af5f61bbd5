package simulator

import (
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"
)

func TestSend_Schedule(t *testing.T) {
	t.Parallel()
	late := problem{
		"children[scheduledDeliveryDate].data",
		"La date (DATE) est anterieure a la date actuelle.",
		"La date (DATE) est antérieure à la date actuelle.",
	}
	noDate := problem{"children[scheduledDeliveryDate].data", "La date est requise", "La date est requise"}
	noHour := problem{"children[time].data", "L'heure est requise", "L'heure est requise"}
	noMinute := problem{"children[minute].data", "La minute est requise", "La minute est requise"}
	noNumber := problem{"children[minute].data", "Le chiffre des minutes est invalide", "Le chiffre des minutes est invalide"}
	noStep := problem{
		"children[minute].data",
		"Les minutes doivent-etre comprise entre 5 et 55 dans un interval de 5 minutes",
		"Les minutes doivent-être comprise entre 5 et 55 dans un interval de 5 minutes",
	}
	tests := map[string]struct {
		parameters []any
		advance    time.Duration
		problems   []problem
		single     int
		shown      string
		strict     bool
	}{
		"now":               {parameters: []any{"time", 12, "minute", 0}},
		"a moment ago":      {parameters: []any{"time", 12, "minute", 0}, advance: time.Second, problems: []problem{late}, single: 49, shown: "01/07/2026 à 12:0"},
		"no hour":           {parameters: []any{"minute", 0}, problems: []problem{noHour}, single: 46},
		"no minute":         {parameters: []any{"time", 13}, problems: []problem{noMinute}, single: 47},
		"neither":           {problems: []problem{noMinute, noHour}, single: 47},
		"neither, long ago": {parameters: []any{"scheduledDeliveryDate", "21/11/2014"}, problems: []problem{late, noMinute, noHour}, single: 49, shown: "21/11/2014 à :"},
		"no date":           {parameters: []any{"time", 12, "minute", 0, "scheduledDeliveryDate", nil}, problems: []problem{noDate}, single: 45},
		"only a minute":     {parameters: []any{"minute", 0, "scheduledDeliveryDate", ""}, problems: []problem{noDate}, single: 45},
		"no such day":       {parameters: []any{"time", 12, "minute", 0, "scheduledDeliveryDate", "31/02/2030"}, problems: []problem{late}, single: 49, shown: "31/02/2030 à 12:0"},
		"hour in words":     {parameters: []any{"time", "x", "minute", 0, "scheduledDeliveryDate", "01/07/2030"}, problems: []problem{late}, single: 49, shown: "01/07/2030 à x:0"},
		"hour 25":           {parameters: []any{"time", 25, "minute", 0, "scheduledDeliveryDate", "01/07/2030"}, problems: []problem{late}, single: 49, shown: "01/07/2030 à 25:0"},
		"hour -1":           {parameters: []any{"time", -1, "minute", 0, "scheduledDeliveryDate", "01/07/2030"}, problems: []problem{late}, single: 49, shown: "01/07/2030 à -1:0"},
		"hour 24":           {parameters: []any{"time", 24, "minute", 0}},
		"hour 24, strict":   {parameters: []any{"time", 24, "minute", 5}, problems: []problem{late}, single: 49, shown: "01/07/2026 à 24:5", strict: true},
		"hour 0, strict":    {parameters: []any{"time", 0, "minute", 5, "scheduledDeliveryDate", "01/07/2030"}, strict: true},
		"minute 0, strict":  {parameters: []any{"time", 13, "minute", 0}, problems: []problem{noStep}, single: 48, strict: true},
		"minute in words":   {parameters: []any{"time", 1, "minute", "x", "scheduledDeliveryDate", "01/07/2030"}, problems: []problem{noNumber}, single: 47},
		"minute 60":         {parameters: []any{"time", 13, "minute", 60}, problems: []problem{noNumber}, single: 47},
		"minute 3":          {parameters: []any{"time", 13, "minute", 3}, problems: []problem{noStep}, single: 48},
	}
	for name, test := range tests {
		for _, format := range []string{formatJSON, formatXML} {
			t.Run(name+" "+format, func(t *testing.T) {
				t.Parallel()
				c := newClock()
				c.advance(test.advance)
				s := New(Options{Now: c.Now, Variant: Variant{StrictClock: test.strict}})
				parameters := append([]any{"_format", format, "scheduledDeliveryDate", "01/07/2026"}, test.parameters...)
				_, body := post(t, s, sendPath, sendBody(t, parameters...))
				if test.problems == nil {
					expect(t, "refused", strings.Contains(body, "false"), false)
					return
				}
				want := s.render((&failure{code: 9, problems: test.problems}).value(Variant{}, format), format, http.StatusOK).body
				expect(t, "body", body, strings.ReplaceAll(want, "DATE", test.shown))
				expect(t, "sent", len(s.Sent()), 0)

				s = New(Options{Now: c.Now, Variant: Variant{StrictClock: test.strict, SingleCodes: true}})
				_, body = post(t, s, sendPath, sendBody(t, parameters...))
				expectFields(t, body, strconv.Itoa(test.single), map[int]string{
					45: "La date est requise", 46: "L'heure est requise", 47: "Le chiffre des minutes est invalide",
					48: "Les minutes doivent-être comprise entre 5 et 55 dans un interval de 5 minutes", 49: "La date est invalide",
				}[test.single])
			})
		}
	}
}
