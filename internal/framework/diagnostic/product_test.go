package diagnostic_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// names are the arguments and variables of a product.
func names(of product.Product) []string {
	return []string{of.KeyArgument, of.KeyVariable, of.URLArgument, of.URLVariable}
}

// A diagnostic names the arguments of the product that was called, and none of another;
// but the key of SMS Partner, which serves where that of the product is absent.
func TestFromError_Product(t *testing.T) {
	t.Parallel()
	vendor := func(status int, body string) partner.Error { return *answered(t, status, body) }
	for name, test := range map[string]struct {
		err   partner.Error
		names func(product.Product) []string
	}{
		"key missing":  {vendor(200, `{"success":false,"code":1,"message":"La Clé API est requise"}`), urlOf},
		"key invalid":  {vendor(401, `{"success":false,"code":10,"message":"Clé API incorrecte"}`), keyOf},
		"malformed":    {vendor(400, `{"success":false,"code":90,"message":"Le JSON est malformé"}`), urlOf},
		"no access":    {vendor(403, `{"success":false,"message":"Interdit"}`), keyAndURLOf},
		"no body":      {partner.Error{Reason: partner.ReasonStatus, HTTPStatus: http.StatusForbidden}, keyAndURLOf},
		"another page": {partner.Error{Reason: partner.ReasonStatus, HTTPStatus: http.StatusNotFound}, urlOf},
		"unreachable":  {partner.Error{Reason: partner.ReasonUnreachable}, urlOf},
		"untrusted":    {partner.Error{Reason: partner.ReasonUntrusted}, urlOf},
		"redirect":     {partner.Error{Reason: partner.ReasonRedirect, HTTPStatus: http.StatusFound}, urlOf},
		"unreadable":   {partner.Error{Reason: partner.ReasonUnreadable, HTTPStatus: http.StatusOK}, urlOf},
	} {
		for _, of := range product.All() {
			t.Run(name+", "+of.Name, func(t *testing.T) {
				t.Parallel()
				failed := test.err
				failed.Product, failed.Host = of.Name, "api.example"
				detail := diagnostic.FromError(summary, &failed, diagnostic.Faults{}).Detail()
				named := words(detail)
				want := test.names(of)
				for _, p := range product.All() {
					for _, name := range names(p) {
						if slices.Contains(named, name) != slices.Contains(want, name) {
							t.Errorf("%s: named is %v, in: %s", name, !slices.Contains(want, name), detail)
						}
					}
				}
			})
		}
	}
}

func urlOf(of product.Product) []string { return []string{of.URLArgument} }

func keyOf(of product.Product) []string {
	if of == product.SMS {
		return []string{of.KeyArgument, of.KeyVariable}
	}
	return []string{of.KeyArgument, of.KeyVariable, product.SMS.KeyArgument, product.SMS.KeyVariable}
}

func keyAndURLOf(of product.Product) []string { return append(keyOf(of), of.URLArgument) }

// words are those of a text, names of arguments whole.
func words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" .,:;\n", r) })
}

func TestFromError_KeyOfVoicePartner(t *testing.T) {
	t.Parallel()
	failed := answered(t, http.StatusUnauthorized, `{"success":false,"code":10,"message":"Clé API incorrecte"}`)
	failed.Product = "Voice Partner"
	const want = "Voice Partner does not accept the API key.\n\n" +
		"The answer (HTTP 401): code 10, \"Clé API incorrecte\"\n\n" +
		"Copy the key from the dashboard's API page into voice_api_key in the provider block, or into the environment variable VOICEPARTNER_API_KEY. " +
		"Where neither is set, the provider uses api_key, or SMSPARTNER_API_KEY."
	if got := diagnostic.FromError(summary, failed, diagnostic.Faults{}).Detail(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
