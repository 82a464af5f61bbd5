package sms

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

var lookup = partner.Operation{
	Name:     "lookup",
	Method:   http.MethodPost,
	Path:     "/lookup",
	Class:    partner.Read,
	Data:     "lookup",
	DataKind: partner.List,
	Meanings: map[string]partner.Meaning{
		"2":  partner.MeaningNumbersMissing,
		"3":  partner.MeaningNotSeparated,
		"11": partner.MeaningNoCredit,
		"13": partner.MeaningNoPrice,
		"14": partner.MeaningStopped,
		"19": partner.MeaningNotSeparated,
		"50": partner.MeaningTooMany,
		"55": partner.MeaningNoNumber,
	},
	Rate: &partner.Rate{Count: 360, Per: time.Minute},
}

// Lookup is what the vendor makes of the form of a number. What it did not say
// is nil, which is all but Request and Message for a number that is not Valid.
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

// Lookup checks the form of at most MaxPerRequest numbers, for free. The
// results are in the order of the numbers. The vendor allows 360 requests a
// minute.
//
// SMS Partner documentation: "Vérification de format" / "Format verification".
func (c *Client) Lookup(ctx context.Context, numbers []string) ([]Lookup, error) {
	params := partner.Params{"phoneNumbers": strings.Join(numbers, ",")}
	return partner.Do(ctx, c.partner, &lookup, params, func(o *partner.Object) []Lookup {
		list := o.List("lookup")
		results := make([]Lookup, 0, len(list))
		for _, entry := range list {
			results = append(results, decodeLookup(entry))
		}
		return alignLookups(o, numbers, results)
	})
}

// alignLookups gives each number its result. The vendor answers in the order
// asked; where a result is that of another number, the right one is looked for.
func alignLookups(o *partner.Object, numbers []string, results []Lookup) []Lookup {
	if len(results) != len(numbers) {
		o.Reject(fmt.Sprintf("it has %d results for %d numbers", len(results), len(numbers)))
		return nil
	}
	aligned := make([]Lookup, len(numbers))
	for i, number := range numbers {
		isOf := func(r Lookup) bool { return r.Request != nil && bare(*r.Request) == bare(number) }
		at := i
		if results[i].Request != nil && !isOf(results[i]) {
			at = slices.IndexFunc(results, isOf)
		}
		if at < 0 {
			o.Reject("it leaves out " + number)
			return nil
		}
		aligned[i] = results[at]
	}
	return aligned
}

// bare leaves of a number what an answer repeats: the vendor's example lacks the
// plus sign of the request.
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
		Request:     o.Text("request"),
		Message:     o.Text("message"),
		Country:     o.Text("countryCode"),
		PrefixCode:  o.Int("prefixCode"),
		PhoneNumber: o.Text("phoneNumber"),
		Type:        o.Text("type"),
		Network:     o.Text("network"),
	}
	if success := o.Bool("success"); success != nil {
		result.Valid = *success
	}
	if format := o.Object("format"); format != nil {
		result.E164 = format.Text("e164")
		result.International = format.Text("international")
		result.National = format.Text("national")
		result.RFC3966 = format.Text("rfc3966")
	}
	return result
}
