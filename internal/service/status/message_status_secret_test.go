package status_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// secretKey looks different in each way of writing it.
const secretKey = `k/+&"<é>=%0123456789` //nolint:gosec // opens nothing

// spellings are the ways in which the key, or a good part of it, could come back.
func spellings() []string {
	return []string{
		secretKey, url.QueryEscape(secretKey), url.PathEscape(secretKey), html.EscapeString(secretKey),
		jsonEscape(secretKey), strings.ReplaceAll(secretKey, `"`, `\"`),
		secretKey[:8], secretKey[len(secretKey)-8:],
	}
}

func jsonEscape(text string) string {
	quoted, err := json.Marshal(text)
	if err != nil {
		panic(err) // no string fails
	}
	return string(quoted[1 : len(quoted)-1])
}

// echoes are answers in which the server gives the key back.
func echoes() []simulator.Step {
	query := "?apiKey=" + url.QueryEscape(secretKey)
	return []simulator.Step{
		{Body: `{"success":false,"code":10,"message":"Clé ` + jsonEscape(secretKey) + ` incorrecte"}`},
		{Status: http.StatusForbidden, Body: "<html><body>" + html.EscapeString(secretKey) + " may not see " + html.EscapeString(query) + "</body></html>"},
		{Status: http.StatusFound, Header: http.Header{"Location": {"https://example.com/" + query}}},
		{Body: "no JSON, but " + secretKey},
	}
}

// keyFromVariable is a configuration whose key is a variable with one more
// argument.
func keyFromVariable(argument string) string {
	return fmt.Sprintf("variable \"key\" {\n  type = string\n  %s\n}\n\nprovider \"smspartner\" {\n  api_key = var.key\n}\n", argument)
}

// With everything logged, in runs that succeed and that fail, the key stands in
// no output, log, state or plan.
func TestMessageStatus_KeyStaysSecret(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		config string
		env    []string
		// engines is where the engine itself writes the key, before the provider
		// has it: a saved plan holds the values of all variables but ephemeral ones.
		engines []string
	}{
		"environment":        {"", nil, nil},
		"sensitive variable": {keyFromVariable("sensitive = true"), []string{"TF_VAR_key=" + secretKey, "SMSPARTNER_API_KEY="}, []string{"saved: tfplan"}},
		"ephemeral variable": {keyFromVariable("ephemeral = true"), []string{"TF_VAR_key=" + secretKey, "SMSPARTNER_API_KEY="}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if strings.Contains(test.config, "ephemeral") {
				acctest.Need(t, acctest.EphemeralVariables)
			}
			a := acctest.NewAccount(t, simulator.Options{APIKey: secretKey})
			w := a.Workspace(t, acctest.RequiredProviders+test.config+documented("")+outputs)
			w.Env = append(append(w.Env, "TF_LOG=TRACE", "TF_LOG_PATH=trace.log"), test.env...)

			runs := 0
			run := func(ok bool, args ...string) {
				t.Helper()
				result, err := w.Run(t.Context(), args...)
				if err != nil || result.OK() != ok {
					t.Fatalf("%v: %v, exit code %d:\n%s", args, err, result.ExitCode, result.Output)
				}
				runs++
				// Beside the engine's own files, to be searched with them.
				if err := os.WriteFile(filepath.Join(w.Dir, fmt.Sprintf("output-%d", runs)), []byte(result.Output), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			run(true, "plan", "-out=saved")
			run(true, "apply", "saved")
			for _, echo := range echoes() {
				a.Script("message-status", echo)
				run(false, "plan")
			}

			for _, request := range a.Requests() {
				if request.Query.Get("apiKey") != secretKey {
					t.Error("a request came without the key")
				}
			}
			a.WantRequests(t, 1+len(echoes()))
			log, err := os.ReadFile(filepath.Join(w.Dir, "trace.log"))
			if err != nil {
				t.Fatal(err)
			}
			for _, line := range []string{"[TRACE] provider.terraform-provider-smspartner", "operation=message-status", `"statut": "Delivered"`} {
				if !bytes.Contains(log, []byte(line)) {
					t.Errorf("the log has no %q", line)
				}
			}
			if found := acctest.Holders(t, w.Dir, spellings()...); !slices.Equal(found, test.engines) {
				t.Errorf("the key stands in %q, want %q", found, test.engines)
			}
		})
	}
}
