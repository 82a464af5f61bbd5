package sms

import (
	"fmt"
	"strings"

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

// only returns what an object says under some names, nil if nothing. It fails the call
// where the object says two things, by the judgement of same, or one that can't be
// read: it would prove nothing.
func only(o *partner.Object, names []string, same func(a, b string) bool) *string {
	var first *partner.Claim
	for _, claim := range o.Claims(names...) {
		switch {
		case claim.Odd:
			o.Reject(fmt.Sprintf("its %s is no single text or number", quotedName(o, claim)))
		case first == nil:
			first = &claim
		case !same(first.Text, claim.Text):
			o.Reject(fmt.Sprintf("its %s is %q, but its %s is %q", quotedName(o, *first), first.Text, quotedName(o, claim), claim.Text))
		}
	}
	if first == nil {
		return nil
	}
	return &first.Text
}

// quotedName leads to a claim from the answer.
func quotedName(o *partner.Object, claim partner.Claim) string {
	return fmt.Sprintf("%q", strings.TrimPrefix(o.Name()+"."+claim.Name, "."))
}

func sameText(a, b string) bool { return a == b }

// about fails the call of an answer, or of an item of one, that says under some names
// that it is about something else than was asked for: a cache or a mix-up on the way
// must not vouch for a delivery. what is the name of such things.
func about(o *partner.Object, what string, names []string, asked string, same func(answered, asked string) bool) {
	answered := only(o, names, same)
	if answered != nil && !same(*answered, asked) {
		o.Reject(fmt.Sprintf("it is not about %s %s, but about %s %q", what, asked, what, *answered))
	}
}
