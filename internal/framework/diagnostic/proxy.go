package diagnostic

import (
	"fmt"
	"net/http"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// proxyFault explains a proxy's answer in the server's place.
func proxyFault(e *partner.Error) Fault {
	fault := Fault{
		What: fmt.Sprintf("No connection to %s: %s, and answered HTTP %d%s%s.", e.Host, e.Detail, e.HTTPStatus, statusText(e.HTTPStatus), attempts(e)),
		Do:   "Check the proxy that HTTPS_PROXY names in the environment, or leave it out with NO_PROXY=" + e.Host + ".",
	}
	switch {
	case e.HTTPStatus == http.StatusProxyAuthRequired, e.HTTPStatus == http.StatusUnauthorized:
		fault.Do = "The proxy wants a user name and a password: write them into HTTPS_PROXY in the environment, " +
			"as in http://user:password@proxy.example:3128. Or leave the proxy out with NO_PROXY=" + e.Host + "."
	case e.HTTPStatus == http.StatusForbidden:
		fault.Do = "Have the proxy allow connections to " + e.Host + ", or leave it out with NO_PROXY=" + e.Host + " in the environment."
	case e.IsTransient():
		fault.Do = "Run again later. If it goes on, ask who runs the proxy whether it reaches " + e.Host +
			", or leave it out with NO_PROXY=" + e.Host + " in the environment."
	}
	return fault
}
