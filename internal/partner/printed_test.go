package partner

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"testing"
)

// TestPrinted proves that the key is in no form in which settings and clients
// get into a log, be it by mistake.
func TestPrinted(t *testing.T) {
	t.Parallel()
	for _, key := range []string{plainKey, hardKey} {
		config := Config{Product: "SMS Partner", BaseURL: "https://sms.example/v1", APIKey: key, Transport: &http.Transport{}}
		inside := struct {
			Config Config
			List   []*Config
			Any    any
		}{config, []*Config{&config}, config}
		for name, value := range map[string]any{
			"settings": config, "pointer": &config, "inside": inside, "pointer to it": &inside, "client": New(config),
		} {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				var seen strings.Builder
				for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "% x", "%#x", "%t", "%100v"} {
					fmt.Fprintf(&seen, verb+"\n", value)
				}
				fmt.Fprintln(&seen, value, errors.New(fmt.Sprint(value)))
				for _, handler := range []slog.Handler{slog.NewTextHandler(&seen, nil), slog.NewJSONHandler(&seen, nil)} {
					slog.New(handler).Info("text", "value", value, slog.Group("group", "value", value))
				}
				if err := json.NewEncoder(&seen).Encode(value); err != nil {
					t.Error(err)
				}
				expectNoSecret(t, "what is printed", seen.String(), key)
				for _, hex := range []string{"%x", "%X", "% x"} {
					if strings.Contains(seen.String(), fmt.Sprintf(hex, key)) {
						t.Errorf("the key is printed as %s", fmt.Sprintf(hex, key))
					}
				}
				expectContains(t, "what is printed", seen.String(), "SMS Partner")
			})
		}
	}
}

func TestPrinted_Form(t *testing.T) {
	t.Parallel()
	config := Config{Product: "SMS Partner", BaseURL: "https://sms.example/v1", MaxRetries: 4}
	expect(t, "settings without a key", fmt.Sprintf("%+v", config),
		"{Product:SMS Partner BaseURL:https://sms.example/v1 APIKey: Dialect:{Codes:map[] CodeFields:[] Rate:<nil>} UserAgent: RequestTimeout:0s MaxRetries:4 Logger:<nil> Transport:<nil> Answer:<nil>}")
	config.APIKey = plainKey
	expectContains(t, "settings", fmt.Sprintf("%+v", config), " APIKey:[REDACTED] ")
	expect(t, "client", fmt.Sprint(New(config)), "client of SMS Partner at sms.example")
}
