package partner

import (
	"net/http"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestError_Tame proves that what a server writes neither controls nor fills a
// terminal or a log.
func TestError_Tame(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("a", 1<<20)
	many := strings.Repeat(`{"message": "x"},`, 1000) + `{"message": "x"}`
	for name, test := range map[string]struct{ body, want string }{
		"escape in the code":     {`{"success": false, "code": "\u001b[31mPWN\n\nError: fake"}`, "message-status: HTTP 200: code \ufffd[31mPWN Error: fake"},
		"escape in the words":    {`{"success": false, "code": 4, "message": "\u001b]0;x\u0007\u202e"}`, "message-status: HTTP 200: code 4: \ufffd]0;x\ufffd\ufffd"},
		"escape in a problem":    {`{"success": false, "code": 9, "error": [{"elementId": "\u009b2J", "message": "a\r\nb"}]}`, "message-status: HTTP 200: code 9: \ufffd2J: a b"},
		"long code":              {`{"success": false, "code": "` + long[:400] + `"}`, "message-status: HTTP 200: code " + long[:maxCode] + "…"},
		"long words":             {`{"success": false, "code": 4, "message": "` + long[:4000] + `"}`, "message-status: HTTP 200: code 4: " + long[:maxWords] + "…"},
		"words beyond all bound": {`{"success": false, "code": 4, "message": "` + long + `"}`, "message-status: HTTP 200: code 4"},
		"many problems":          {`{"success": false, "code": 9, "error": [` + many + `]}`, "message-status: HTTP 200: code 9: " + strings.Repeat("x; ", maxProblems) + "and 991 more"},
		"long value":             {`{"success": true, "statut": "` + long + `"}`, `message-status: HTTP 200: the answer reports success, but has no "statut"`},
		"long number":            {`{"success": true, "statut": ` + strings.Repeat("1", 1<<20) + `}`, `message-status: HTTP 200: the answer reports success, but has no "statut"`},
		"long name in XML":       {"<result><" + long, "message-status: HTTP 200: the XML answer breaks off before its end"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := interpreted(&status, http.StatusOK, nil, test.body, "")
			if err == nil {
				t.Fatal("no error")
			}
			expect(t, "error", err.Error(), test.want)
		})
	}
}

// TestProxy_NotForPlainHTTP proves that no proxy reads a key that is not
// encrypted. net/http reads the environment once, and knows this machine by
// "localhost" alone: the test runs itself again in an environment of its own.
func TestProxy_NotForPlainHTTP(t *testing.T) {
	t.Parallel()
	const again, proxyURL = "SMSPARTNER_TEST_PROXY", "http://proxy.example:3128"
	if os.Getenv(again) == "" {
		child := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestProxy_NotForPlainHTTP$") //nolint:gosec // this program
		child.Env = append(os.Environ(), again+"=1", "HTTP_PROXY="+proxyURL, "HTTPS_PROXY="+proxyURL, "NO_PROXY=", "REQUEST_METHOD=")
		if output, err := child.CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, output)
		}
		return
	}
	for address, want := range map[string]string{
		"http://127.0.0.1:8080/v1":     "none",
		"http://LOCALHOST/v1":          "none",
		"http://api.smspartner.fr/v1":  "none",
		"https://api.smspartner.fr/v1": proxyURL, // the environment is read
	} {
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
		if err != nil {
			t.Fatal(err)
		}
		through, err := proxy(req)
		got := "none"
		if through != nil {
			got = through.String()
		}
		if got != want || err != nil {
			t.Errorf("%s goes through %s, %v", address, got, err)
		}
	}
	expect(t, "the default transport asks", New(Config{}).reads.take().Proxy != nil, true)
}
