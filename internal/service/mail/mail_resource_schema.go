package mail

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
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/mail"
)

// The computed attributes of a mail. Each keeps its value, since a sent mail does not change.
const (
	resultMessageID  = "message_id"
	resultNbMail     = "nb_mail"
	resultCost       = "cost"
	resultCurrency   = "currency"
	resultRecipients = "recipients"
	resultAttached   = "attached"
	triggers         = "triggers"
)

const costs = "~> **This sends mails and costs money.** Try it with `sandbox`, or with the [simulator](../guides/try-it-offline.md). " +
	"The data source `smspartner_mail_credits` tells what credit is left. The guide [Writing once](../guides/writing-once.md) explains what happens when a send or a cancelling fails."

const call = "The sender is the one that the account has in the Mail Partner dashboard: the vendor documents no parameter for it.\n\nThe vendor's call is `POST send`."

func resourceSchema() schema.Schema {
	attributes := map[string]schema.Attribute{
		triggers:         once.Triggers("sends the mail again, for example for each deployed version"),
		resultMessageID:  attribute.KeptText("The mail's id, for the data source `smspartner_mail_status`. Null for a dry run (`sandbox`) to which Mail Partner gave no id. Vendor's name: `messageId`."),
		resultNbMail:     attribute.KeptCount("How many mails the vendor bills. Vendor's name: `nbMail`."),
		resultCost:       attribute.KeptAmount("The cost, as the vendor's answer has it beside `currency`."),
		resultCurrency:   attribute.KeptText("The currency of `cost` by ISO 4217, such as `EUR`."),
		resultRecipients: attribute.KeptCount("How many recipients the mail has; shown in the plan."),
		resultAttached: schema.ListNestedAttribute{
			Computed: true, MarkdownDescription: "The attachments as they were sent.",
			PlanModifiers: []planmodifier.List{listplanmodifier.UseStateForUnknown()},
			NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
				"filename": schema.StringAttribute{Computed: true, MarkdownDescription: "The file's name."},
				"size":     schema.Int64Attribute{Computed: true, MarkdownDescription: "How many bytes the file has."},
				"sha256":   schema.StringAttribute{Computed: true, MarkdownDescription: "The SHA-256 of the file, in hexadecimal."},
			}},
		},
	}
	for _, a := range arguments {
		attributes[a.Name] = a.Resource()
	}
	return schema.Schema{
		MarkdownDescription: "Sends one mail to at most 500 addresses. Creating the resource sends once and costs money: no refresh and no second apply sends again. " +
			"A changed argument, or changed `triggers`, sends a new mail; the same recipients or moment in another spelling or order do not. " +
			"Destroying the resource cancels a scheduled mail, which Mail Partner allows until 5 minutes before it is due; a mail already sent is only removed from the state. " +
			"Import is not supported: the API cannot return a sent mail.\n\n" + costs + "\n\n" + schedule.Held("mails") + "\n\n" + call,
		Attributes: attributes,
	}
}

var attachedType = types.ObjectType{AttrTypes: map[string]attr.Type{
	"filename": types.StringType, "size": types.Int64Type, "sha256": types.StringType,
}}

// attachedIn reads the attachments as a state has them.
func attachedIn(v attribute.Values) []file {
	var files []file
	for _, element := range attribute.Elements(v[resultAttached]) {
		object, _ := element.(types.Object)
		parts := object.Attributes()
		size, _ := parts["size"].(types.Int64)
		files = append(files, file{size.ValueInt64(), attribute.TextOf(parts["sha256"])})
	}
	return files
}

// results returns the computed attributes of a mail that was sent.
func (d *draft) results(sent *mail.Sent) map[string]attr.Value {
	attached := types.ListNull(attachedType)
	if len(d.attached) > 0 {
		all := make([]attr.Value, len(d.attached))
		for i, f := range d.attached {
			all[i] = types.ObjectValueMust(attachedType.AttrTypes, map[string]attr.Value{
				"filename": types.StringValue(d.request.Attachments[i].Filename), "size": types.Int64Value(f.size), "sha256": types.StringValue(f.sha256),
			})
		}
		attached = types.ListValueMust(attachedType, all)
	}
	id := types.StringNull() // of a dry run to which the vendor gave none
	if sent.MessageID != "" {
		id = types.StringValue(sent.MessageID)
	}
	return map[string]attr.Value{
		resultMessageID:  id,
		resultNbMail:     types.Int64PointerValue(sent.NbMail),
		resultCost:       framework.AmountValue(sent.Cost),
		resultCurrency:   types.StringPointerValue(sent.Currency),
		resultRecipients: types.Int64Value(int64(len(d.request.To))),
		resultAttached:   attached,
	}
}
