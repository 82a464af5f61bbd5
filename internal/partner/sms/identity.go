package sms

import (
	"fmt"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// The names, in any spelling, by which answers say what they are about.
var (
	idNames     = []string{"messageid", "msgid", "smsid"}
	numberNames = []string{"phonenumber", "number", "phone", "msisdn", "numero", "recipient", "to"}
	tagNames    = []string{"tag", "tags"}
	statusNames = []string{"status", "statut", "state"}
)

// only is [partner.Object.Only].
func only(o *partner.Object, names []string, same func(a, b string) bool) *string {
	return o.Only(same, names...)
}

// about rejects an answer, or an item, about something else than was asked for, such as a
// stale cache entry: it must not count as proof of delivery. what names the thing asked
// for.
func about(o *partner.Object, what string, names []string, asked string, same func(answered, asked string) bool) {
	answered := only(o, names, same)
	if answered != nil && !same(*answered, asked) {
		o.Reject(fmt.Sprintf("it is not about %s %s, but about %s %q", what, asked, what, *answered))
	}
}
