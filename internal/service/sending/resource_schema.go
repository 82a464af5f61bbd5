package sending

import (
	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/listplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/schedule"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// The computed attributes of a send. Each keeps its value, since a sent message does not
// change.
const (
	resultMessageID  = "message_id"
	resultNbSMS      = "nb_sms"
	resultNbRCS      = "nb_rcs"
	resultCost       = "cost"
	resultCurrency   = "currency"
	resultOutcome    = "outcome"
	resultRecipients = "recipients"
	resultSegments   = "segments"
	resultPerNumber  = "results"
	triggers         = "triggers"
)

const (
	cancelled    = "Destroying the resource cancels a scheduled message, which SMS Partner allows until 5 minutes before it is due; a message already sent is only removed from the state. "
	notCancelled = "Destroying the resource only removes it from the state: SMS Partner documents no call that cancels an RCS, so a scheduled one will be sent, which the destroy warns of. " +
		"Nor does it document a call that reads the status of an RCS, or finds it by a tag: when its answer is lost, an error says what to look for in the dashboard. "
	neverScheduled = "Destroying the resource only removes it from the state: the vendor's call schedules nothing, so there is nothing to cancel. "
	notImported    = "Import is not supported: the API cannot return a sent message."
)

// sentOnce says what sends a new message, and what does not.
func (k kind) sentOnce() string {
	same := "recipients"
	if k.has(argSchedule) {
		same = "recipients or moment"
	}
	return "Creating the resource sends once and costs money: no refresh and no second apply sends again. A changed argument, " +
		"or changed `triggers`, sends a new message; the same " + same + " in another spelling or order do not. "
}

// destroyed says what becomes of a message whose resource is destroyed.
func (k kind) destroyed() string {
	switch {
	case k.sendOnly:
		return notCancelled
	case !k.has(argSchedule):
		return neverScheduled
	default:
		return cancelled
	}
}

// costs is the warning of each type that sends.
func (k kind) costs() string {
	try := "The vendor documents no sandbox for it. Try it with the"
	if k.has(argSandbox) {
		try = "Try it with `sandbox`, or with the"
	}
	return "~> **This sends " + k.unit() + " and costs money.** " + try + " [simulator](../guides/try-it-offline.md). " +
		"The guide [Writing once](../guides/writing-once.md) explains what happens when a send fails."
}

func (k kind) idDescription() string {
	null := "Null when `outcome` is `unconfirmed`"
	if k.has(argSandbox) {
		null += ", and for a dry run (`sandbox`) to which SMS Partner gave no id"
	}
	return "The message's id, for the data sources that read its status. " + null + "; `smspartner_tag_status` reads the status by `tag` for either outcome."
}

func (k kind) resourceSchema() schema.Schema {
	attributes := map[string]schema.Attribute{
		triggers:         once.Triggers("sends the message again, for example for each deployed version"),
		resultMessageID:  attribute.KeptText(k.idDescription()),
		resultNbSMS:      attribute.KeptCount("How many SMS the vendor bills."),
		resultCost:       attribute.KeptAmount("The cost, in `currency`."),
		resultCurrency:   attribute.KeptText("The currency of `cost` by ISO 4217, such as `EUR`."),
		resultOutcome:    attribute.KeptText("`accepted` when the vendor's answer confirms the send; `unconfirmed` when the send got no clear answer but the vendor knows the message by its tag."),
		resultRecipients: attribute.KeptCount("How many phones the message goes to; shown in the plan."),
		resultSegments: attribute.KeptCount("How many SMS the message takes for all recipients, by the vendor's documented rules; shown in the plan. " +
			"The vendor bills `nb_sms`."),
	}
	if k.send == sms.Survey {
		attributes[resultSegments] = attribute.KeptCount("Null: the text of a survey is made in the dashboard, so its size is not known. The vendor bills `nb_sms`.")
	}
	if k.sendOnly {
		delete(attributes, resultNbSMS)
		delete(attributes, resultOutcome)
		attributes[resultMessageID] = attribute.KeptText("The message's id. The status calls and the call that cancels are documented for SMS only.")
		attributes[resultNbRCS] = attribute.KeptCount("How many RCS the vendor bills. Vendor's name: `nb_rcs`.")
		attributes[resultSegments] = attribute.KeptCount("How many SMS `failover` takes if all recipients get it, by the vendor's documented rules; shown in the plan. Null without `failover`.")
	}
	for _, a := range k.resourceArguments() {
		attributes[a.Name] = a.Resource()
	}
	if k.perNumber {
		attributes[resultPerNumber] = schema.ListNestedAttribute{
			Computed: true, MarkdownDescription: "What became of each number, in the vendor's order.",
			PlanModifiers: []planmodifier.List{listplanmodifier.UseStateForUnknown()},
			NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
				"phone_number": schema.StringAttribute{Computed: true, MarkdownDescription: "The number, in international form."},
				"success":      schema.BoolAttribute{Computed: true, MarkdownDescription: "Whether the vendor accepted the number."},
				"code":         schema.StringAttribute{Computed: true, MarkdownDescription: "The vendor's code for this number."},
				"nb_sms":       schema.Int64Attribute{Computed: true, MarkdownDescription: "How many SMS are billed for this number. Vendor's name: `nbSms`."},
				"cost":         schema.NumberAttribute{Computed: true, MarkdownDescription: "The cost for this number."},
			}},
		}
	}
	return schema.Schema{
		MarkdownDescription: k.what + " " + k.sentOnce() + k.destroyed() + notImported + "\n\n" + k.costs() + "\n\n" + schedule.HeldOrRefused(k.unit()) + "\n\nThe vendor's call is `" + k.call + "`.",
		Attributes:          attributes,
	}
}

var perNumberType = types.ObjectType{AttrTypes: map[string]attr.Type{
	"phone_number": types.StringType,
	"success":      types.BoolType,
	"code":         types.StringType,
	"nb_sms":       types.Int64Type,
	"cost":         types.NumberType,
}}

func perNumber(items []sms.SentItem) attr.Value {
	list := make([]attr.Value, len(items))
	for i, item := range items {
		list[i] = types.ObjectValueMust(perNumberType.AttrTypes, map[string]attr.Value{
			"phone_number": types.StringPointerValue(item.PhoneNumber),
			"success":      types.BoolValue(item.Success),
			"code":         types.StringPointerValue(item.Code),
			"nb_sms":       types.Int64PointerValue(item.NbSMS),
			"cost":         framework.AmountValue(item.Cost),
		})
	}
	return types.ListValueMust(perNumberType, list)
}
