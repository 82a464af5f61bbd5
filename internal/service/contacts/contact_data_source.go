package contacts

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

var _ datasource.DataSourceWithConfigure = (*contactDataSource)(nil)

func newContactDataSource() datasource.DataSource { return &contactDataSource{} }

// contactDataSource reads one contact by its id.
type contactDataSource struct {
	framework.DataSourceBase
}

// readContactModel is a contact as a data source shows it.
type readContactModel struct {
	ID          types.String `tfsdk:"id"`
	PhoneNumber types.String `tfsdk:"phone_number"`
	detailsModel
	ShortURL  types.String `tfsdk:"short_url"`
	StopSMS   types.Bool   `tfsdk:"stop_sms"`
	CreatedAt types.String `tfsdk:"created_at"`
}

func newReadContactModel(c sms.Contact) readContactModel {
	return readContactModel{
		ID: types.StringValue(c.ID), PhoneNumber: optional(c.PhoneNumber), detailsModel: detailsModel{}.keep(c.ContactDetails),
		ShortURL: optional(c.ShortURL), StopSMS: types.BoolPointerValue(c.StopSMS), CreatedAt: framework.DateValue(c.CreatedAt),
	}
}

func (d *contactDataSource) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_contact"
}

func (d *contactDataSource) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Reads one contact by its id. The answer does not tell which group the contact is in: " +
			"the vendor's call names the group by an id that no other call takes.\n\nThe vendor's call is `GET contact/detail`.",
		Attributes: contactAttributes(),
	}
	resp.Schema.Attributes["id"] = schema.StringAttribute{
		Required: true, MarkdownDescription: contactID,
		Validators: []validator.String{validate.String("the id of a contact", validate.Identifier)},
	}
}

func (d *contactDataSource) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	const summary = "Unable to read contact"
	var model readContactModel
	resp.Diagnostics.Append(req.Config.Get(ctx, &model)...)
	client, diags := d.SMS(summary)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	contact, err := client.Contact(ctx, model.ID.ValueString())
	if err != nil {
		resp.Diagnostics.Append(diagnostic.FromError(summary, err, diagnostic.Faults{ByCode: map[string]diagnostic.Fault{
			"1": {Missing: "contact id"},
			"404": {
				Attribute: path.Root("id"),
				What:      "SMS Partner does not know this contact.",
				Do:        "Check the id, for example with the data source smspartner_contacts, which lists the contacts of a group.",
			},
		}}))
		return
	}
	resp.Diagnostics.Append(diagnostic.Unread("Incomplete contact", contact.Unread)...)
	model = newReadContactModel(contact)
	resp.Diagnostics.Append(resp.State.Set(ctx, &model)...)
}
