package sms

import (
	"context"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
)

var lookup = partner.Operation{
	Name:     "lookup",
	Method:   http.MethodPost,
	Path:     "/lookup",
	Class:    partner.Read,
	Data:     "lookup",
	DataKind: partner.List,
	Codes: map[string]partner.Meaning{
		"1":  partner.MeaningKeyMissing,
		"2":  partner.MeaningRefused,
		"3":  partner.MeaningRefused,
		"11": partner.MeaningRefused,
		"13": partner.MeaningRefused,
		"14": partner.MeaningRefused,
		"19": partner.MeaningRefused,
		"50": partner.MeaningRefused,
		"55": partner.MeaningNothingLeft,
	},
	Rate: &partner.Rate{Count: 360, Per: time.Minute},
}

// Lookup is the vendor's judgement of the form of a number. Absent values are nil: all but
// Request and Message for a number that is not Valid.
type Lookup struct {
	// Request is the number as the vendor received it.
	Request *string
	Valid   bool
	Message *string
	// Country is a name, not a code.
	Country     *string
	PrefixCode  *int64
	PhoneNumber *string
	Type        *string
	Network     *string

	E164, International, National, RFC3966 *string
}

// Lookups are the results for some numbers, in their order.
type Lookups struct {
	Results []Lookup
	// Unread says which values could not be read, and why.
	Unread []string
}

// Lookup checks the form of at most MaxPerRequest numbers, for free. The
// results are in the order of the numbers. The vendor allows 360 requests a
// minute.
//
// SMS Partner documentation: "Vérification de format" / "Format verification".
func (c *Client) Lookup(ctx context.Context, numbers []string) (*Lookups, error) {
	params := partner.Params{"phoneNumbers": strings.Join(numbers, ",")}
	return partner.Do(ctx, c.partner, &lookup, params, func(o *partner.Object) *Lookups {
		list := o.List("lookup")
		results := make([]Lookup, 0, len(list))
		for _, entry := range list {
			results = append(results, decodeLookup(entry))
		}
		o.RejectPart(len(results))
		return &Lookups{Results: alignLookups(o, numbers, results), Unread: o.Unread()}
	})
}

// alignLookups gives each number its result, found by the request that the result names.
// The place of a result proves nothing, unless only one number was asked for.
func alignLookups(o *partner.Object, numbers []string, results []Lookup) []Lookup {
	if len(results) != len(numbers) {
		o.Reject(fmt.Sprintf("it has %d results for %d numbers", len(results), len(numbers)))
		return nil
	}
	byRequest := make(map[string]Lookup, len(results))
	for _, result := range results {
		if result.Request == nil {
			continue
		}
		request := bare(*result.Request)
		if other, twice := byRequest[request]; twice && other.Valid != result.Valid {
			o.Reject("it tells two things of " + *result.Request)
		}
		byRequest[request] = result
	}
	aligned := make([]Lookup, len(numbers))
	for i, number := range numbers {
		result, named := byRequest[bare(number)]
		if !named && len(results) == 1 && results[0].Request == nil {
			result, named = results[0], true
		}
		if !named {
			o.Reject("it leaves out " + number)
			return nil
		}
		if other := result.otherThan(number); other != "" {
			o.Reject(fmt.Sprintf("its result for %s is that of %s", number, other))
		}
		aligned[i] = result
	}
	return aligned
}

// otherThan returns the form in a valid result that belongs to another number; empty if
// there is none.
func (l Lookup) otherThan(number string) string {
	if !l.Valid {
		return ""
	}
	isOf := func(form string) bool { return phone.Same(form, number) }
	if !strings.HasPrefix(number, "+") {
		// It was sent as it was written, for the vendor to read: its digits are the last
		// ones of each form.
		digits := strings.TrimLeft(bare(number), "0")
		if strings.ContainsFunc(digits, unicode.IsLetter) {
			return "" // a text around a number, of which the vendor takes what it likes
		}
		isOf = func(form string) bool { return strings.HasSuffix(bare(form), digits) }
	} else if l.PrefixCode != nil && !strings.HasPrefix(number[1:], strconv.FormatInt(*l.PrefixCode, 10)) {
		return fmt.Sprintf("the calling code %d", *l.PrefixCode)
	}
	for _, form := range []*string{l.PhoneNumber, l.E164, l.International, l.RFC3966} {
		if form != nil && !isOf(*form) {
			return strconv.Quote(*form)
		}
	}
	// Some countries write a mobile number at home with digits that no call from abroad
	// has: the last ones must do.
	if l.National != nil && !isOf(*l.National) && !strings.HasSuffix(bare(number), last(bare(*l.National), 6)) {
		return strconv.Quote(*l.National)
	}
	return ""
}

func last(text string, n int) string { return text[max(0, len(text)-n):] }

// bare reduces a number to what an answer repeats: the vendor's example lacks the plus sign
// of the request.
func bare(number string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, number)
}

func decodeLookup(o *partner.Object) Lookup {
	result := Lookup{
		Request:     only(o, []string{"request"}, partner.SameText),
		Message:     o.Text("message"),
		Country:     o.Text("countryCode"),
		PrefixCode:  o.Int("prefixCode"),
		PhoneNumber: only(o, numberNames, phone.Same),
		Type:        o.Text("type"),
		Network:     o.Text("network"),
	}
	report := o.Report()
	if report.Contradiction != "" {
		o.Reject("its " + report.Contradiction)
	}
	success := o.Bool("success")
	result.Valid = success != nil && *success
	if format := o.Object("format"); format != nil {
		form := func(name string) *string { return only(format, []string{name}, partner.SameText) }
		result.E164, result.International, result.National, result.RFC3966 = form("e164"), form("international"), form("national"), form("rfc3966")
	}
	return result
}
