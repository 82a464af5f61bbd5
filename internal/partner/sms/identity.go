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
	pageNames   = []string{"currentpage", "page"}
	pagesNames  = []string{"nbpages", "pages", "totalpages", "lastpage"}
)

// only is [partner.Object.Only].
func only(o *partner.Object, names []string, same func(a, b string) bool) *string {
	return o.Only(same, names...)
}

func sameText(a, b string) bool { return a == b }

// about rejects an answer, or an item, about something else than was asked for, such as a
// stale cache entry: it must not count as proof of delivery. what names the thing asked
// for.
func about(o *partner.Object, what string, names []string, asked string, same func(answered, asked string) bool) {
	answered := only(o, names, same)
	if answered != nil && !same(*answered, asked) {
		o.Reject(fmt.Sprintf("it is not about %s %s, but about %s %q", what, asked, what, *answered))
	}
}

// rejectPart rejects a list of this length that says that it is part of a longer one.
func rejectPart(o *partner.Object, length int) {
	if total, doubt := count(o); doubt != "" || total != nil && *total != int64(length) {
		o.Reject("its list is not whole by its own count")
	}
	for _, page := range append(o.Claims(pageNames...), o.Claims(pagesNames...)...) {
		if page.Text != "1" {
			o.Reject("its list is one of several pages")
		}
	}
}
