package status

import (
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/delivery"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
)

func summaryAttribute() schema.StringAttribute {
	return schema.StringAttribute{
		Computed: true,
		MarkdownDescription: "The statuses in one line for people, such as `198 of 200 delivered, 2 waiting: +33600000001, +33600000002`. " +
			"All who did not get the message are named.",
	}
}

// allDeliveredAttribute is the verdict on a list. covers says, in sentences, whom it
// covers.
func allDeliveredAttribute(covers string) schema.BoolAttribute {
	return schema.BoolAttribute{
		Computed:            true,
		MarkdownDescription: "Whether each of `statuses` reached the phone. An empty list is `false`: nothing was delivered. " + covers,
	}
}

// coversAsked describes whom the verdict on a list of recipients covers.
const coversAsked = "With `phone_numbers`, every named recipient must be among them. Without `phone_numbers`, only the recipients that SMS Partner lists count: " +
	"a recipient that the list leaves out goes unnoticed. A list that can't be complete, such as one whose own count differs from its length, gives `false` with a warning."

// phoneNumbersAttribute is the argument that names who must be in a list of recipients.
func phoneNumbersAttribute() schema.SetAttribute {
	return schema.SetAttribute{
		Optional:    true,
		ElementType: phone.Type{},
		MarkdownDescription: "The recipients who must be in the list, 1 to 5000 phone numbers, international or national in the provider's `default_region`. A recipient that SMS Partner does not list " +
			"has `found = false` in `statuses`, counts in `counts.not_found` and makes `all_delivered` `false`; a `wait` goes on for this recipient until its `timeout`. " +
			"Write the same numbers as in the send." + phone.Named,
		Validators: phone.Numbers("phone numbers", 1, mostPhoneNumbers),
	}
}

// mostPhoneNumbers is how many elements of a set an engine compares quickly; a send takes
// 500.
const mostPhoneNumbers = 5000

// remarks returns the warnings about a list: why it proves nothing, and which values could
// not be read. at is the argument that was asked about.
func remarks(summary string, at path.Path, list delivery.List) diag.Diagnostics {
	var diags diag.Diagnostics
	if list.Doubt != "" {
		diags.AddAttributeWarning(at, summary, fmt.Sprintf("The answer of SMS Partner proves no delivery: %s. So all_delivered is false.\n\n"+
			"Run again. If it goes on, read the messages one by one, with smspartner_message_statuses.", list.Doubt))
	}
	diags.Append(diagnostic.Unread(summary, list.Unread)...)
	return diags
}
