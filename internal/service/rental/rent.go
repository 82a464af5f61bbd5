package rental

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// rental describes the write for diagnostics.
var rental = once.Write{Verb: once.Rent, Object: "file of contacts", Faults: criteriaFaults}

// rent rents at most once, and only if the price is known to be within max_total.
func (m contactRentalModel) rent(ctx context.Context, client *sms.Client) (*sms.Rented, once.Outcome, diag.Diagnostics) {
	if diags := m.afford(ctx, client); diags.HasError() {
		return nil, once.Refused, diags
	}
	rented, outcome, diags := once.Run(ctx, rental,
		func(ctx context.Context) (*sms.Rented, error) { return client.Rent(ctx, m.criteria(), m.volumes()) },
		func(context.Context, *partner.Error) (once.Trace[*sms.Rented], error) {
			return once.Trace[*sms.Rented]{
				Saw:  "SMS Partner has no list of rentals to look for it in.",
				Look: "Look for it in the dashboard, and whether the credit, which the data source smspartner_credits reads, has become less,",
			}, nil
		})
	if rented == nil {
		return nil, outcome, diags
	}
	diags.Append(diagnostic.Unread("Incomplete contact rental", rented.Unread)...)
	if limit := m.MaxTotal.ValueBigFloat(); !m.MaxTotal.IsNull() && rented.Total != nil && over(rented.Total, limit) {
		diags.AddAttributeWarning(path.Root("max_total"), "Contact rental above max_total", fmt.Sprintf(
			"SMS Partner named a price within max_total, %s, but its answer to the rental says that the contacts cost %s.\n\n"+
				"Compare with the credit, and ask the support of SMS Partner.", partner.DecimalText(limit), partner.DecimalText(rented.Total)))
	}
	if rented.Token == nil {
		diags.AddAttributeWarning(path.Root("token"), "Contact rental without a token",
			"The answer of SMS Partner reports success, but has no token that can be read, so the rental can't be followed or downloaded from here.\n\n"+
				"Look for it in the dashboard. The resource stays in the state, with token null: nothing is rented again.")
	}
	return rented, outcome, diags
}

// afford asks the price if there is a limit, and refuses one that is higher or not clear.
func (m contactRentalModel) afford(ctx context.Context, client *sms.Client) diag.Diagnostics {
	if m.MaxTotal.IsNull() {
		return nil
	}
	estimate, err := client.RentalEstimate(ctx, m.criteria(), m.volumes())
	if err != nil {
		return diag.Diagnostics{diagnostic.Prefixed("Nothing was rented: the price, which max_total has the provider ask first, is not known. ",
			diagnostic.FromError(rental.Summary(), err, criteriaFaults))}
	}
	limit := m.MaxTotal.ValueBigFloat()
	switch {
	case estimate.Total == nil:
		err = errors.New("SMS Partner named no price that can be read, so it can't be compared with max_total")
	case estimate.Total.Sign() <= 0:
		err = fmt.Errorf("SMS Partner named the price %s, which can't be right", partner.DecimalText(estimate.Total))
	case estimate.Quantity != nil && *estimate.Quantity != m.wanted():
		err = fmt.Errorf("SMS Partner named the price of %d contacts, not of the %d in volumes", *estimate.Quantity, m.wanted())
	case over(estimate.Total, limit):
		err = fmt.Errorf("the price is %s, which is more than max_total, %s", partner.DecimalText(estimate.Total), partner.DecimalText(limit))
	default:
		return nil
	}
	return diag.Diagnostics{diag.NewAttributeErrorDiagnostic(path.Root("max_total"), rental.Summary(),
		"Nothing was rented: "+err.Error()+".\n\nAsk for fewer contacts, or change max_total. The data source smspartner_rental_estimate shows the price.")}
}

// over reports whether a price is more than a limit.
func over(price, limit *big.Float) bool {
	return price.Cmp(limit) > 0 && !partner.SameDecimal(price, limit)
}

// wanted returns how many contacts volumes asks for.
func (m contactRentalModel) wanted() int64 {
	var sum int64
	for _, volume := range m.volumes() {
		sum += volume
	}
	return sum
}
