package contacts

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/list"
	"github.com/hashicorp/terraform-plugin-framework/list/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

var _ list.ListResourceWithConfigure = (*contactList)(nil)

func newContactList() list.ListResource { return &contactList{} }

// contactList finds the contacts of a group that can be imported.
type contactList struct{ contactResource }

type contactListModel struct {
	GroupID types.String `tfsdk:"group_id"`
}

func (l *contactList) ListResourceConfigSchema(_ context.Context, _ list.ListResourceSchemaRequest, resp *list.ListResourceSchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Lists the contacts of a contact group, so that `terraform query` can write their configuration.\n\n" +
			"The vendor's call is `GET contact/list`, once for each page.",
		Attributes: map[string]schema.Attribute{
			"group_id": schema.StringAttribute{
				Required: true, MarkdownDescription: "The id of the group. The vendor has no call that lists the contacts of all groups.",
				Validators: []validator.String{validate.String("the id of a group", validate.Identifier)},
			},
		},
	}
}

func (l *contactList) List(ctx context.Context, req list.ListRequest, stream *list.ListResultsStream) {
	const summary = "Unable to list contacts"
	var config contactListModel
	diags := req.Config.Get(ctx, &config)
	client, missing := l.SMS(summary)
	if diags.Append(missing...); diags.HasError() {
		stream.Results = list.ListResultsStreamDiagnostics(diags)
		return
	}
	groupID := config.GroupID
	stream.Results = framework.ListResults(ctx, req, client.Contacts(ctx, groupID.ValueString()),
		func(c sms.Contact) framework.Listed {
			model := contactModel{GroupID: groupID}
			model.fill(c, "")
			return framework.Listed{
				Identity: map[string]string{"id": c.ID, "group_id": groupID.ValueString()},
				Name:     c.PhoneNumber, Model: model,
			}
		},
		func(err error) diag.Diagnostic { return diagnostic.FromError(summary, err, contactListFaults) })
}

// contactListFaults explains the refusals of a list of contacts.
var contactListFaults = diagnostic.Faults{ByCode: map[string]diagnostic.Fault{"1": {Missing: "group id"}}}
