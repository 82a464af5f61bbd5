package voice

import (
	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/mapplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/voice"
)

// The computed attributes of a send. Each keeps its value, since a call that was made does
// not change.
const (
	resultCampaignID = "campaign_id"
	resultNbSMS      = "nb_sms"
	resultCost       = "cost"
	resultCurrency   = "currency"
	resultDuration   = "duration"
	resultDetail     = "detail"
	resultRecipients = "recipients"
	resultCharacters = "characters"
	triggers         = "triggers"
)

const (
	onceOnly = "Creating the resource calls once and costs money: no refresh and no second apply calls again. A changed argument, " +
		"or changed `triggers`, makes a new campaign; the same numbers or moment in another spelling or order do not. " +
		"Destroying the resource cancels a scheduled campaign; calls already made are only removed from the state. " +
		"Import is not supported: the API cannot return a campaign."
	costs = "~> **This calls phones and costs money: Voice Partner has no sandbox.** Try it with the [simulator](../guides/try-it-offline.md). " +
		"The data source `smspartner_voice_credits` tells what credit is left. The guide [Writing once](../guides/writing-once.md) explains what happens when a send or a cancelling fails."
)

// unawaited says why there is nothing to wait for, and what there is instead.
func (k kind) unawaited() string {
	return "The vendor has no call that reads the status of a campaign, so the provider can't wait for the calls, and no data source reads what became of them. Set `notify_url`, which " + k.told + "."
}

func (k kind) resourceSchema() schema.Schema {
	attributes := map[string]schema.Attribute{
		triggers:         once.Triggers("calls again, for example for each deployed version"),
		resultCampaignID: attribute.KeptText("The campaign's id, which the action `smspartner_cancel_voice_campaign` takes. Vendor's name: `campaignId`."),
		resultNbSMS:      attribute.KeptCount("How many units the vendor bills. Vendor's name: `nbSms`."),
		resultCost:       attribute.KeptAmount("The cost, in `currency`."),
		resultCurrency:   attribute.KeptText("The currency of `cost` by ISO 4217, such as `EUR`."),
		resultRecipients: attribute.KeptCount("How many phones are called; shown in the plan."),
		resultDetail: schema.MapNestedAttribute{
			Computed: true, MarkdownDescription: "What the calls to each country cost, by the country's dialling prefix, such as `33`.",
			PlanModifiers: []planmodifier.Map{mapplanmodifier.UseStateForUnknown()},
			NestedObject:  schema.NestedAttributeObject{Attributes: k.detailAttributes()},
		},
	}
	if k.speaks() {
		attributes[resultCharacters] = attribute.KeptCount("How many characters `text` has; shown in the plan. Null without `text`.")
		attributes[resultDuration] = attribute.KeptAmount("How long the vendor speaks or plays, in seconds.")
	}
	for _, a := range k.arguments {
		attributes[a.Name] = a.Resource()
	}
	return schema.Schema{
		MarkdownDescription: k.what + " " + onceOnly + "\n\n" + costs + "\n\n" + k.unawaited() + "\n\nThe vendor's call is `" + k.call + "`" + k.rate() + ".",
		Attributes:          attributes,
	}
}

// rate names the vendor's limit.
func (k kind) rate() string {
	if k.speaks() {
		return ". The provider stays within its limit of 2000 requests an hour"
	}
	return ". The provider stays within its limit of 5 requests a minute, so that the sixth waits"
}

func (k kind) detailAttributes() map[string]schema.Attribute {
	attributes := map[string]schema.Attribute{
		"nb_sms":     schema.Int64Attribute{Computed: true, MarkdownDescription: "How many units are billed. Vendor's name: `nbSms`."},
		"cost_unity": schema.NumberAttribute{Computed: true, MarkdownDescription: "The price of one unit."},
		"cost":       schema.NumberAttribute{Computed: true, MarkdownDescription: "The cost."},
	}
	if k.speaks() {
		attributes["country_code"] = schema.StringAttribute{Computed: true, MarkdownDescription: "The country, as the vendor names it, such as `fr`."}
		attributes["duration"] = schema.NumberAttribute{Computed: true, MarkdownDescription: "How long the vendor speaks or plays, in seconds."}
	}
	return attributes
}

func (k kind) detailType() types.ObjectType {
	all := map[string]attr.Type{}
	for name, described := range k.detailAttributes() {
		all[name] = described.GetType()
	}
	return types.ObjectType{AttrTypes: all}
}

func (k kind) detail(parts map[string]voice.Detail) attr.Value {
	of, all := k.detailType(), map[string]attr.Value{}
	for prefix, part := range parts {
		values := map[string]attr.Value{
			"nb_sms":     types.Int64PointerValue(part.NbSMS),
			"cost_unity": framework.AmountValue(part.CostUnity),
			"cost":       framework.AmountValue(part.Cost),
		}
		if k.speaks() {
			values["country_code"], values["duration"] = types.StringPointerValue(part.CountryCode), framework.AmountValue(part.Duration)
		}
		all[prefix] = types.ObjectValueMust(of.AttrTypes, values)
	}
	return types.MapValueMust(of, all)
}

// results returns the computed attributes of a send.
func (d *draft) results(c *voice.Campaign) map[string]attr.Value {
	results := map[string]attr.Value{
		resultCampaignID: types.StringValue(c.ID),
		resultNbSMS:      types.Int64PointerValue(c.NbSMS),
		resultCost:       framework.AmountValue(c.Cost),
		resultCurrency:   types.StringPointerValue(c.Currency),
		resultRecipients: types.Int64Value(int64(len(d.request.Numbers))),
		resultDetail:     d.kind.detail(c.Detail),
	}
	if d.kind.speaks() {
		results[resultCharacters], results[resultDuration] = d.characters(), framework.AmountValue(c.Duration)
	}
	return results
}
