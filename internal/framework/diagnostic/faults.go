package diagnostic

import (
	"fmt"
	"net/http"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// accountFault explains the codes that any call can answer.
func accountFault(e *partner.Error) (Fault, bool) {
	of := product.Named(e.Product)
	switch e.Meaning() {
	case partner.MeaningKeyMissing:
		return removedFault(e, Fault{Missing: "API key"}), true
	case partner.MeaningKeyInvalid:
		return Fault{
			What: e.Product + " does not accept the API key.",
			Do: "Copy the key from the dashboard's API page into " + of.KeyArgument + " in the provider block, " +
				"or into the environment variable " + of.KeyVariable + "." + of.AbsentKey(),
		}, true
	case partner.MeaningAccountDisabled:
		return Fault{
			What: "The account of this API key is disabled.",
			Do:   "Ask the support of " + e.Product + " to enable it, or use the key of another account.",
		}, true
	case partner.MeaningAccountBlocked:
		return Fault{
			What: "The account of this API key is blocked.",
			Do:   "Ask the support of " + e.Product + " why, or use the key of another account.",
		}, true
	case partner.MeaningAccessDenied:
		return Fault{
			What: "This account may not use the API.",
			Do:   "Ask the support of " + e.Product + " to open the API for it. A sub-account's key may lack rights that the main account's has.",
		}, true
	case partner.MeaningMalformedRequest:
		return Fault{
			What: e.Product + " could not read the request.",
			Do:   "The request may have been changed on the way: check " + of.URLArgument + " in the provider block, and proxies. If neither is to blame, report it as a bug of the provider.",
		}, true
	case partner.MeaningAddressNotAllowed:
		return Fault{
			What: "The account accepts calls from listed IP addresses only, and this machine's is not among them.",
			Do:   "Add the public IP address from which this run reaches the internet to the account's list, in its dashboard, or run from a listed machine.",
		}, true
	default:
		return Fault{}, false
	}
}

// removedFault explains that something on the way removed what the provider sent.
func removedFault(e *partner.Error, fault Fault) Fault {
	fault.What = fmt.Sprintf("%s received no %s.", e.Product, fault.Missing)
	fault.Do = "The provider sends one with each call, so something on the way removed it: " +
		"check " + product.Named(e.Product).URLArgument + " in the provider block, and proxies."
	return fault
}

// transportFault explains calls that ended without the vendor's answer.
func transportFault(e *partner.Error) Fault {
	checkBaseURL := checkBaseURL(e)
	switch e.Reason {
	case partner.ReasonUnsendable:
		return Fault{
			What: "The arguments make no valid request: " + e.Detail + ".",
			Do:   "Correct the arguments.",
		}
	case partner.ReasonCanceled:
		return Fault{
			What: fmt.Sprintf("The call to %s did not finish: %s.", e.Host, e.Detail),
		}
	case partner.ReasonUnreachable:
		return Fault{
			What: fmt.Sprintf("No connection to %s: %s%s.", e.Host, e.Detail, attempts(e)),
			Do:   "Check the network and the proxy of this machine. " + checkBaseURL,
		}
	case partner.ReasonHalfSent:
		return Fault{
			What: fmt.Sprintf("The request to %s stopped half-way: %s%s.", e.Host, e.Detail, attempts(e)),
			Do:   "Check the network, or raise request_timeout in the provider block.",
		}
	case partner.ReasonUnreadFile:
		return Fault{
			What: fmt.Sprintf("A file could not be sent: %s.", e.Detail),
			Do:   "Check that the file is there, and that nothing writes to it meanwhile. Then apply again.",
		}
	case partner.ReasonProxy:
		return proxyFault(e)
	case partner.ReasonUntrusted:
		return Fault{
			What: fmt.Sprintf("No secure connection to %s: %s.", e.Host, e.Detail),
			Do:   "If a proxy inspects TLS traffic here, add its certificate authority to those that this machine trusts. " + checkBaseURL,
		}
	case partner.ReasonDropped:
		return Fault{
			What: fmt.Sprintf("%s took the request, but %s%s.", e.Host, e.Detail, attempts(e)),
			Do:   "Run again. If it goes on, check the network and the proxy of this machine.",
		}
	case partner.ReasonTimeout:
		return Fault{
			What: fmt.Sprintf("%s gave %s%s.", e.Host, e.Detail, attempts(e)),
			Do:   "Run again later, or raise request_timeout in the provider block.",
		}
	case partner.ReasonRedirect:
		return Fault{
			What: fmt.Sprintf("%s %s (HTTP %d). The provider does not follow, since that would carry the API key there.", e.Host, e.Detail, e.HTTPStatus),
			Do:   checkBaseURL,
		}
	case partner.ReasonIncomplete:
		return Fault{
			What: fmt.Sprintf("%s gave no usable answer: %s.", e.Host, e.Detail),
			Do:   "Run again later. If it goes on, ask the support of " + e.Product + ".",
		}
	case partner.ReasonUnreadable:
		return Fault{
			What: fmt.Sprintf("%s gave no usable answer: %s.", e.Host, e.Detail),
			Do:   "Something other than " + e.Product + " may have answered, such as a proxy or a sign-in page. " + checkBaseURL,
		}
	default:
		if e.IsThrottled() {
			return rateFault(e)
		}
		return statusFault(e)
	}
}

// checkKey is for refusals without a reason: servers give no reason for an unknown key.
func checkKey(e *partner.Error) string {
	of := product.Named(e.Product)
	return fmt.Sprintf("The API key may be wrong: check %s in the provider block, or the environment variable %s.%s "+
		"If it is right, the account, or this machine's address, may not use this call, or a proxy or firewall refuses it: "+
		"check these, and %s in the provider block.", of.KeyArgument, of.KeyVariable, of.AbsentKey(), of.URLArgument)
}

// checkBaseURL is for answers that may come from a server other than the vendor's.
func checkBaseURL(e *partner.Error) string {
	return "Check " + product.Named(e.Product).URLArgument + " in the provider block; the vendor's own address is the default."
}

// refusesAccess reports whether the HTTP status denies access.
func refusesAccess(e *partner.Error) bool {
	return e.HTTPStatus == http.StatusUnauthorized || e.HTTPStatus == http.StatusForbidden
}

func statusFault(e *partner.Error) Fault {
	fault := Fault{
		What: fmt.Sprintf("%s answered HTTP %d%s%s.", e.Host, e.HTTPStatus, statusText(e.HTTPStatus), attempts(e)),
		Do:   checkBaseURL(e),
	}
	if e.Detail != "" {
		fault.What = fmt.Sprintf("%s answered HTTP %d%s%s: %s.", e.Host, e.HTTPStatus, statusText(e.HTTPStatus), attempts(e), e.Detail)
	}
	switch {
	case refusesAccess(e):
		fault.Do = checkKey(e)
	case e.HTTPStatus >= http.StatusInternalServerError:
		fault.Do = "The server failed, not this configuration: run again later."
	}
	return fault
}

func rateFault(e *partner.Error) Fault {
	fault := Fault{
		What: fmt.Sprintf("%s refused the call because it came too soon after others (HTTP %d)%s.", e.Host, e.HTTPStatus, attempts(e)),
		Do:   "Run again later, with fewer calls at once (-parallelism=2), or raise max_retries in the provider block.",
	}
	if e.RetryAfter > 0 {
		fault.Do = fmt.Sprintf("The server asks to wait %s. ", e.RetryAfter) + fault.Do
	}
	return fault
}

func statusText(status int) string {
	if text := http.StatusText(status); text != "" {
		return " (" + text + ")"
	}
	return ""
}

func attempts(e *partner.Error) string {
	if e.Attempts < 2 {
		return ""
	}
	return fmt.Sprintf(", %d times in a row", e.Attempts)
}
