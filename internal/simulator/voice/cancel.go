package voice

import (
	"net/http"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// cancelPage is the page "Supprimer un envoi différé". Its codes are numbers.
func (a *Account) cancelPage() []wire.Route {
	return []wire.Route{{
		Method:     http.MethodDelete,
		Path:       "/campaign/cancel/{apiKey}/{campaignId}",
		Parameters: []wire.Parameter{wire.KeyParameter, {Name: "campaignId"}},
		Handle:     a.cancel,
	}}
}

// cancel gives back what the campaign cost. The code of a campaign that has left is not
// documented, nor that of one that was cancelled before.
func (a *Account) cancel(c *wire.Call) (wire.Object, *wire.Failure) {
	forms, now := a.options.Variant.CancelForms, a.Now()
	campaign := a.campaign(c.Text("campaignId"))
	switch {
	case forms.CancelCode != 0:
		return nil, forms.refuseCancel(forms.CancelCode)
	case campaign == nil, campaign.Cancelled:
		return nil, forms.refuseCancel(http.StatusNotFound)
	case !now.Before(campaign.leaves), campaign.leaves.Sub(now) < forms.CancelLead:
		return nil, forms.refuseCancel(http.StatusBadRequest)
	}
	campaign.Cancelled = true
	a.purse.Refund(campaign.charged)
	returned := wire.Text("assignedCredit", campaign.Cost)
	if forms.AssignedCreditNumber {
		returned = wire.Decimal("assignedCredit", campaign.Cost)
	}
	return a.success(wire.Text("campaignId", campaign.ID), returned, wire.Text("currency", currency)), nil
}
