package sms

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// hlrPage is the page "Envoyer une vérification".
func (a *Account) hlrPage() []wire.Route {
	return []wire.Route{{
		Method: http.MethodPost,
		Path:   "/hlr/notify",
		Parameters: []wire.Parameter{
			wire.KeyParameter,
			{Name: "phoneNumbers", Check: isInternationalList},
			{Name: "tag", Check: isHLRTag},
			{Name: "notifyUrl", Check: wire.IsReceiver},
			wire.FormatParameter,
		},
		Rate:   &wire.Rate{Requests: 360, Period: time.Minute},
		Handle: a.verify,
	}}
}

// HLRForms are the forms of a verification.
type HLRForms struct {
	// HLRGeneralCommaCode gives the comma error of hlr/notify the code of the general
	// error page, 19, instead of the endpoint page's 3.
	HLRGeneralCommaCode bool `flag:"hlr-general-comma-code" help:"answer code 19 instead of 3 to numbers of hlr/notify without commas"`
	// HLRStopsLeftOut leaves numbers of the STOP list out of a verification, unless there
	// are no others. The documentation has the code 14, and not what becomes of the rest.
	HLRStopsLeftOut bool `flag:"hlr-stops-left-out" help:"leave numbers of the STOP list out of a verification, instead of refusing it"`
	// HLRFormNotification posts the notification form-encoded: the documentation shows an
	// array of PHP, which both encodings become.
	HLRFormNotification bool `flag:"hlr-form-notification" help:"post the notifications of a verification form-encoded instead of as JSON"`
	// HLRErrorGroups writes the group of a result, 0 to 3, as errorGrpId, as the general
	// page has it, where the endpoint page has the number of the result.
	HLRErrorGroups bool `flag:"hlr-error-groups" help:"write the group of a result as errorGrpId, instead of its number"`
}

// priceHLR is the price of a number in the documented answer.
const priceHLR wire.Amount = 5

// Campaign is a verification of numbers that was paid for.
type Campaign struct {
	ID string
	// Numbers are in E.164 form.
	Numbers        []string
	Tag, NotifyURL string
}

// verified is what the verifications of the account have made.
type verified struct {
	campaigns []Campaign
	// notified counts the notifications.
	notified int
}

// Campaigns returns the verifications that calls have made so far, in order.
func (a *Account) Campaigns() []Campaign {
	a.mu.Lock()
	defer a.mu.Unlock()
	return slices.Clone(a.verified.campaigns)
}

var (
	hlrNoCredit = wire.Refusal(11, "Crédit insuffisant", "Insufficient credit")
	hlrNoPrice  = wire.Refusal(13,
		"Aucun prix par défaut n'a été trouvé vers cette destination",
		"No default price has been found for this destination",
	)
)

func (a *Account) verify(c *wire.Call) (wire.Object, *wire.Failure) {
	v := a.options.Variant
	given := c.Text("phoneNumbers")
	parts := strings.Split(given, ",")
	switch {
	case given == "":
		return nil, lookupRequired
	case !separatedByCommas(parts) && v.HLRGeneralCommaCode:
		return nil, commaRequiredGenerally
	case !separatedByCommas(parts):
		return nil, commaRequired
	case len(parts) > maxNumbers:
		return nil, tooManyNumbers
	}
	numbers, failed := a.verifiable(parts)
	cost := priceHLR * wire.Amount(len(numbers))
	switch {
	case failed != nil:
		return nil, failed
	case a.credits.purse.Charge(cost):
	case v.NoCreditsObject:
		return nil, a.noCredit()
	default:
		return nil, hlrNoCredit
	}
	campaign := Campaign{ID: fmt.Sprintf("HLR%06d", len(a.verified.campaigns)), Numbers: numbers, Tag: c.Text("tag"), NotifyURL: c.Text("notifyUrl")}
	a.verified.campaigns = append(a.verified.campaigns, campaign)
	a.notify(campaign)
	return wire.Success(
		wire.Text("campaign_id", campaign.ID),
		wire.Integer("number", len(numbers)),
		wire.Decimal("cost", cost.Decimal()),
		wire.Text("currency", defaultCurrency),
	), nil
}

// verifiable returns the numbers that can be verified. What the vendor does with a part that
// is no number is not documented: it is left out here.
func (a *Account) verifiable(parts []string) ([]string, *wire.Failure) {
	var numbers []string
	stopped := false
	for _, part := range parts {
		number, valid := wire.E164(strings.TrimSpace(part))
		switch {
		case !valid:
		case !wire.HasPrice(number):
			return nil, hlrNoPrice
		case !a.isStopped(number):
			numbers = append(numbers, number)
		case a.options.Variant.HLRStopsLeftOut:
			stopped = true
		default:
			return nil, numberStopped
		}
	}
	switch {
	case len(numbers) == 0 && stopped:
		return nil, numberStopped
	case len(numbers) == 0:
		return nil, noNumberToSend
	default:
		return numbers, nil
	}
}

// isHLRTag takes capitals and blanks: the page of this call has only the length.
func isHLRTag(v string) string {
	if utf8.RuneCountInString(v) > 20 {
		return "has more than 20 characters"
	}
	return ""
}
