package diagnostic_test

import (
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// What ended without the vendor's verdict.
func TestFromError_Transport(t *testing.T) {
	t.Parallel()
	const (
		checkBaseURL = "Check base_url in the provider block; the vendor's own address is the default."
		serverFailed = "The server failed, not this configuration: run again later."
		slower       = "Run again later, with fewer calls at once (-parallelism=2), or raise max_retries in the provider block."
		checkKey     = "The API key may be wrong: check api_key in the provider block, or the environment variable SMSPARTNER_API_KEY. " +
			"If it is right, the account, or this machine's address, may not use this call, or a proxy or firewall refuses it: " +
			"check these, and base_url in the provider block."
		tooSoon = "api.smspartner.fr refused the call because it came too soon after others (HTTP 429)"
	)
	const (
		noConnection = "No connection to api.smspartner.fr: the proxy proxy.example:3128 did not connect, and answered "
		password     = "The proxy wants a user name and a password: write them into HTTPS_PROXY in the environment, " +
			"as in http://user:password@proxy.example:3128. Or leave the proxy out with NO_PROXY=api.smspartner.fr."
	)
	for name, test := range map[string]struct {
		err  partner.Error
		want string
	}{
		"canceled": {
			partner.Error{Reason: partner.ReasonCanceled, Detail: "interrupted", Attempts: 2},
			"The call to api.smspartner.fr did not finish: interrupted.",
		},
		"unreachable": {
			partner.Error{Reason: partner.ReasonUnreachable, Detail: `there is no host named "api.smspartner.fr"`, Attempts: 5},
			"No connection to api.smspartner.fr: there is no host named \"api.smspartner.fr\", 5 times in a row.\n\n" +
				"Check the network and the proxy of this machine. " + checkBaseURL,
		},
		"untrusted": {
			partner.Error{Reason: partner.ReasonUntrusted, Detail: "x509: certificate signed by unknown authority", Attempts: 1},
			"No secure connection to api.smspartner.fr: x509: certificate signed by unknown authority.\n\n" +
				"If a proxy inspects TLS traffic here, add its certificate authority to those that this machine trusts. " + checkBaseURL,
		},
		"dropped": {
			partner.Error{Reason: partner.ReasonDropped, Detail: "the connection broke before the answer was complete", Attempts: 2},
			"api.smspartner.fr took the request, but the connection broke before the answer was complete, 2 times in a row.\n\n" +
				"Run again. If it goes on, check the network and the proxy of this machine.",
		},
		"timeout": {
			partner.Error{Reason: partner.ReasonTimeout, Detail: "no complete answer within 10s", Attempts: 1},
			"api.smspartner.fr gave no complete answer within 10s.\n\n" +
				"Run again later, or raise request_timeout in the provider block.",
		},
		"redirect": {
			partner.Error{Reason: partner.ReasonRedirect, Detail: "redirected to https://example.com/", HTTPStatus: 302, Attempts: 1},
			"api.smspartner.fr redirected to https://example.com/ (HTTP 302). The provider does not follow, since that would carry the API key there.\n\n" + checkBaseURL,
		},
		"incomplete": {
			partner.Error{Reason: partner.ReasonIncomplete, Detail: `the answer has neither a "success" that is true nor an error code`, HTTPStatus: 200, Attempts: 1},
			"api.smspartner.fr gave no usable answer: the answer has neither a \"success\" that is true nor an error code.\n\n" +
				"Run again later. If it goes on, ask the support of SMS Partner.",
		},
		"unreadable": {
			partner.Error{Reason: partner.ReasonUnreadable, Detail: "the answer is empty", HTTPStatus: 200, Attempts: 1},
			"api.smspartner.fr gave no usable answer: the answer is empty.\n\n" +
				"Something other than SMS Partner may have answered, such as a proxy or a sign-in page. " + checkBaseURL,
		},
		"client error": {
			partner.Error{Reason: partner.ReasonStatus, HTTPStatus: 404, Detail: "the answer is empty", Attempts: 1},
			"api.smspartner.fr answered HTTP 404 (Not Found): the answer is empty.\n\n" + checkBaseURL,
		},
		"client error without detail": {
			partner.Error{Reason: partner.ReasonStatus, HTTPStatus: 418, Attempts: 1},
			"api.smspartner.fr answered HTTP 418 (I'm a teapot).\n\n" + checkBaseURL,
		},
		"no access, without a body": {
			partner.Error{Reason: partner.ReasonStatus, HTTPStatus: 403, Detail: "the answer is empty", Attempts: 1},
			"api.smspartner.fr answered HTTP 403 (Forbidden): the answer is empty.\n\n" + checkKey,
		},
		"no access, HTTP 401": {
			partner.Error{Reason: partner.ReasonStatus, HTTPStatus: 401, Attempts: 1},
			"api.smspartner.fr answered HTTP 401 (Unauthorized).\n\n" + checkKey,
		},
		"proxy that wants a password": {
			partner.Error{Reason: partner.ReasonProxy, HTTPStatus: 407, Detail: "the proxy proxy.example:3128 did not connect", Attempts: 1},
			noConnection + "HTTP 407 (Proxy Authentication Required).\n\n" + password,
		},
		"proxy that calls it otherwise": {
			partner.Error{Reason: partner.ReasonProxy, HTTPStatus: 401, Detail: "the proxy proxy.example:3128 did not connect", Attempts: 1},
			noConnection + "HTTP 401 (Unauthorized).\n\n" + password,
		},
		"proxy that forbids": {
			partner.Error{Reason: partner.ReasonProxy, HTTPStatus: 403, Detail: "the proxy proxy.example:3128 did not connect", Attempts: 1},
			noConnection + "HTTP 403 (Forbidden).\n\n" +
				"Have the proxy allow connections to api.smspartner.fr, or leave it out with NO_PROXY=api.smspartner.fr in the environment.",
		},
		"proxy without a way": {
			partner.Error{Reason: partner.ReasonProxy, HTTPStatus: 502, Detail: "the proxy proxy.example:3128 did not connect", Attempts: 5},
			noConnection + "HTTP 502 (Bad Gateway), 5 times in a row.\n\n" +
				"Run again later. If it goes on, ask who runs the proxy whether it reaches api.smspartner.fr, or leave it out with NO_PROXY=api.smspartner.fr in the environment.",
		},
		"proxy that is none": {
			partner.Error{Reason: partner.ReasonProxy, HTTPStatus: 405, Detail: "the proxy proxy.example:3128 did not connect", Attempts: 1},
			noConnection + "HTTP 405 (Method Not Allowed).\n\n" +
				"Check the proxy that HTTPS_PROXY names in the environment, or leave it out with NO_PROXY=api.smspartner.fr.",
		},
		"server error": {
			partner.Error{Reason: partner.ReasonStatus, HTTPStatus: 503, Detail: "the answer is empty", Attempts: 5},
			"api.smspartner.fr answered HTTP 503 (Service Unavailable), 5 times in a row: the answer is empty.\n\n" + serverFailed,
		},
		"status without a name": {
			partner.Error{Reason: partner.ReasonStatus, HTTPStatus: 599, Attempts: 1},
			"api.smspartner.fr answered HTTP 599.\n\n" + serverFailed,
		},
		"too many requests": {
			partner.Error{Reason: partner.ReasonStatus, HTTPStatus: 429, Attempts: 5},
			tooSoon + ", 5 times in a row.\n\n" + slower,
		},
		"too many requests, with a pause": {
			partner.Error{Reason: partner.ReasonStatus, HTTPStatus: 429, RetryAfter: 90 * time.Second, Attempts: 1},
			tooSoon + ".\n\nThe server asks to wait 1m30s. " + slower,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test.err.Product, test.err.Host = "SMS Partner", host
			wantDiagnostic(t, &test.err, path.Empty(), test.want)
		})
	}
}
