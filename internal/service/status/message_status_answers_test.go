package status_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// What no vendor should answer is one diagnostic that says what came, and is
// asked again only where that can help.
func TestMessageStatus_UnusableAnswers(t *testing.T) {
	t.Parallel()
	const (
		noAnswer     = "gave no usable answer: "
		otherServer  = "Something other than SMS Partner may have answered, such as a proxy or a sign-in page."
		serverFailed = "The server failed, not this configuration: run again later."
		page         = "<!DOCTYPE html>\n<html><body>Sign in</body></html>"
		latin        = "{\"success\":false,\"code\":10,\"message\":\"Cl\xe9 API incorrecte\"}"
	)
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		step  simulator.Step
		reads int
		want  []string
	}{
		"HTML":                       {simulator.Step{Body: page}, 1, []string{noAnswer + "the answer is HTML, not the vendor's", otherServer}},
		"HTML, not found":            {simulator.Step{Status: http.StatusNotFound, Body: page}, 1, []string{"answered HTTP 404 (Not Found): the answer is HTML", "Check base_url in the provider block"}},
		"HTML, bad gateway":          {simulator.Step{Status: http.StatusBadGateway, Body: page}, 2, []string{"answered HTTP 502 (Bad Gateway), 2 times in a row: the answer is HTML", serverFailed}},
		"text":                       {simulator.Step{Body: "It works!"}, 1, []string{noAnswer + `the answer is neither a JSON object nor XML: it starts with "It works!".`, otherServer}},
		"truncated":                  {simulator.Step{Body: `{"success":true,"code":200,"sta`}, 1, []string{noAnswer + "the answer breaks off after 31 bytes of JSON", otherServer}},
		"truncated XML":              {simulator.Step{Body: "<result><entry>true</entry><entry>200"}, 1, []string{noAnswer + "the XML answer breaks off before its end", otherServer}},
		"empty":                      {simulator.Step{}, 1, []string{noAnswer + "the answer is empty.", otherServer}},
		"empty, unavailable":         {simulator.Step{Status: http.StatusServiceUnavailable}, 2, []string{"answered HTTP 503 (Service Unavailable), 2 times in a row: the answer is empty.", serverFailed}},
		"40 MB":                      {simulator.Step{Body: `{"success":true,"statut":"` + strings.Repeat("x", 40<<20) + `"}`}, 1, []string{noAnswer + "the answer is longer than 4 MiB.", otherServer}},
		"charset of its own":         {simulator.Step{Header: http.Header{"Content-Type": {"application/json; charset=iso-8859-1"}}, Body: latin}, 1, []string{"SMS Partner does not accept the API key.", `The answer (HTTP 200): code 10, "Clé API incorrecte"`}},
		"wrong charset":              {simulator.Step{Body: latin}, 1, []string{noAnswer + "the answer is not in UTF-8 (its content type is ", `it starts with "{\"success\":false`, otherServer}},
		"compressed in word only":    {simulator.Step{Header: http.Header{"Content-Encoding": {"gzip"}}, Body: `{"success":true,"code":200,"statut":"Delivered"}`}, 1, []string{noAnswer + "the answer says that it is compressed, but can't be decompressed.", otherServer}},
		"success without fields":     {simulator.Step{Body: `{"success":true,"code":200,"message":"Request queued for processing"}`}, 1, []string{noAnswer + `the answer reports success, but has no "statut".`, `The answer (HTTP 200): "Request queued for processing"`}},
		"failure without code":       {simulator.Step{Body: `{"success":false}`}, 1, []string{noAnswer + `the answer has neither a "success" that is true nor an error code.`}},
		"failure with HTTP 200":      {acctest.Refusal(777, "Non"), 1, []string{"SMS Partner refused the request.", `The answer (HTTP 200): code 777, "Non"`}},
		"success with HTTP 404":      {simulator.Step{Status: http.StatusNotFound, Body: `{"success":true,"code":200,"statut":"Delivered"}`}, 1, []string{"answered HTTP 404 (Not Found): the body reports success all the same.", "Check base_url in the provider block"}},
		"redirect":                   {simulator.Step{Status: http.StatusFound, Header: http.Header{"Location": {"https://example.com/login?apiKey=secret"}}}, 1, []string{"redirected to https://example.com/login (HTTP 302). The provider does not follow"}},
		"too many requests":          {simulator.Step{Status: http.StatusTooManyRequests}, 2, []string{"refused the call because it came too soon after others (HTTP 429), 2 times in a row.", "-parallelism=2"}},
		"too many, hours to wait":    {simulator.Step{Status: http.StatusTooManyRequests, Header: http.Header{"Retry-After": {"7200"}}}, 1, []string{"refused the call because it came too soon after others (HTTP 429).", "The server asks to wait 2h0m0s."}},
		"connection broken half-way": {simulator.Step{Body: `{"success":true`, Drop: simulator.DropDuring}, 2, []string{"took the request, but the connection broke before the answer was complete, 2 times in a row."}},
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		test.step.Repeat = true
		a.Script("message-status", test.step)
		cases[name] = acctest.Case{
			Account: a, Config: a.Provider("max_retries = 1") + documented(""), Want: append([]string{unableToRead, withTest, atBlock}, test.want...),
			Requests: test.reads,
		}
	}
	cases.Fail(t, "plan")
}

// A server that takes its time is given up on after request_timeout.
func TestMessageStatus_RequestTimeout(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	a.Script("message-status", simulator.Step{Hang: true})
	acctest.Fail(t, a.Provider(`request_timeout = "1s"`, "max_retries = 0")+documented(""),
		unableToRead, withTest, "gave no complete answer within 1s.", "Run again later, or raise request_timeout in the provider block.")
	a.WantRequests(t, 1)
}

func TestMessageStatus_NoServer(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	a.BaseURL = "http://127.0.0.1:1/v1" // nothing listens on port 1
	acctest.Fail(t, a.Provider("max_retries = 0")+documented(""),
		unableToRead, withTest, "No connection to 127.0.0.1:1: 127.0.0.1:1 refused the connection.", "Check base_url in the provider block")
}
