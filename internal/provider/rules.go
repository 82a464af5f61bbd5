package provider

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"
	"unicode"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

const (
	shortestTimeout = time.Second
	// mostRetries is about two minutes of pauses. A longer failure is an outage, which a
	// person should hear about.
	mostRetries = 20
	// shortestKey is far below the vendor's 40 characters. The redactor would take a
	// shorter key out of answers that contain it by chance.
	shortestKey = 8
	// longestKey is six times the length of the vendor's keys. The redactor looks for the
	// key in everything logged and quoted, and a longer one, such as a file's content,
	// would make this slow.
	longestKey = 256
)

// checkAPIKey is the rule of a product's key, which it never quotes.
func checkAPIKey(of product.Product) validate.Rule {
	copyAgain := "copy it again from the API page of the " + of.Name + " dashboard"
	return func(key string) error {
		switch {
		case strings.TrimSpace(key) == "":
			return errors.New("the API key is empty: copy it from the API page of the " + of.Name + " dashboard")
		case strings.ContainsFunc(key, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }):
			return errors.New("the API key contains a blank or a line break, which no key has: " +
				"remove it, for example with trimspace()")
		case strings.ContainsFunc(key, isInvisible):
			return errors.New("the API key contains an invisible character, such as a zero-width space, which no key has: " +
				copyAgain + ", or type it")
		case strings.Trim(key, quotationMarks) != key:
			return errors.New("the API key begins or ends with a quotation mark, which no key has: remove it")
		case len(key) < shortestKey:
			return fmt.Errorf("the API key has fewer than %d characters, so it can't be whole: %s", shortestKey, copyAgain)
		case len(key) > longestKey:
			return fmt.Errorf("the API key has more than %d characters, so it can't be a key alone: %s", longestKey, copyAgain)
		default:
			return nil
		}
	}
}

// quotationMarks come along when a key is copied from a page or a file of variables.
const quotationMarks = "\"'`“”„‘’«»"

func isInvisible(r rune) bool { return !unicode.IsPrint(r) }

// checkBaseURL is the rule of a product's address. It does not quote the address, which may
// hold a key in its query or a password.
func checkBaseURL(of product.Product) validate.Rule {
	example := fmt.Sprintf("write one such as %q", of.DefaultURL)
	return func(base string) error {
		u, err := url.Parse(base)
		switch {
		case strings.ContainsFunc(base, func(r rune) bool { return unicode.IsSpace(r) || isInvisible(r) }):
			return errors.New("the address contains a blank, a line break or an invisible character: remove it")
		case err != nil || u.Opaque != "":
			return errors.New("the address can't be read: " + example)
		case u.Scheme != "https" && u.Scheme != "http":
			return errors.New(`the address must start with "https://"`)
		case u.Hostname() == "":
			return errors.New("the address names no host: " + example)
		case !validate.HasRealPort(u):
			return errors.New("the port of the address must be between 1 and 65535")
		case u.User != nil:
			return errors.New("the address contains a user name or password: the API takes none, only the key in " + of.KeyArgument)
		case u.RawQuery != "" || u.ForceQuery || strings.Contains(base, "#"):
			return errors.New(`the address must end with the path: remove the "?" or "#" and what follows`)
		case u.Scheme == "http" && !validate.IsLoopback(u.Hostname()):
			return fmt.Errorf("plain http would send the API key unencrypted to %q: use https; http is for this machine only, "+
				"such as \"http://127.0.0.1:8080/v1\"", u.Hostname())
		default:
			return nil
		}
	}
}
