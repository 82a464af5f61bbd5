package contacts

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

var _ datasource.DataSourceWithConfigure = (*contactsDataSource)(nil)

func newContactsDataSource() datasource.DataSource { return &contactsDataSource{} }

// contactsDataSource lists the contacts of a group.
type contactsDataSource struct {
	framework.DataSourceBase
}

type contactsModel struct {
	GroupID  types.String       `tfsdk:"group_id"`
	Contacts []readContactModel `tfsdk:"contacts"`
	Total    types.Int64        `tfsdk:"total"`
}

func (d *contactsDataSource) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_contacts"
}

func (d *contactsDataSource) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Lists the contacts of a contact group, over all pages of the vendor's list.\n\n" +
			"The vendor's call is `GET contact/list`, once for each page.",
		Attributes: map[string]schema.Attribute{
			"group_id": schema.StringAttribute{
				Required: true, MarkdownDescription: "The id of the group.",
				Validators: []validator.String{validate.String("the id of a group", validate.Identifier)},
			},
			"contacts": schema.ListNestedAttribute{
				Computed: true, MarkdownDescription: "The contacts, in the vendor's order; empty if there are none.",
				NestedObject: schema.NestedAttributeObject{Attributes: contactAttributes()},
			},
			"total": schema.Int64Attribute{Computed: true, MarkdownDescription: "How many contacts the group has."},
		},
	}
}

func (d *contactsDataSource) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	const summary = "Unable to list contacts"
	var model contactsModel
	resp.Diagnostics.Append(req.Config.Get(ctx, &model)...)
	client, diags := d.SMS(summary)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	model.Contacts = []readContactModel{}
	var unread []string
	for contact, err := range client.Contacts(ctx, model.GroupID.ValueString()) {
		if err != nil {
			resp.Diagnostics.Append(diagnostic.FromError(summary, err, contactListFaults))
			return
		}
		model.Contacts = append(model.Contacts, newReadContactModel(contact))
		unread = append(unread, contact.Unread...)
	}
	model.Total = types.Int64Value(int64(len(model.Contacts)))
	resp.Diagnostics.Append(diagnostic.Unread("Incomplete contacts", unread)...)
	resp.Diagnostics.Append(resp.State.Set(ctx, &model)...)
}
