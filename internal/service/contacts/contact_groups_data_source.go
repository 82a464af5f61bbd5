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

var _ datasource.DataSourceWithConfigure = (*contactGroupsDataSource)(nil)

func newContactGroupsDataSource() datasource.DataSource { return &contactGroupsDataSource{} }

// contactGroupsDataSource lists the contact groups of the account.
type contactGroupsDataSource struct {
	framework.DataSourceBase
}

type contactGroupsModel struct {
	Name   types.String `tfsdk:"name"`
	Groups []groupModel `tfsdk:"groups"`
}

func (d *contactGroupsDataSource) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_contact_groups"
}

func (d *contactGroupsDataSource) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Lists the contact groups of the account.\n\nThe vendor's call is `GET group/list`.",
		Attributes: map[string]schema.Attribute{
			"name": schema.StringAttribute{
				Optional:            true,
				MarkdownDescription: "Only groups with exactly this name. The documentation does not say whether several groups can have the same name.",
				Validators:          []validator.String{validate.String("a name of 1 to 255 characters", checkGroupName)},
			},
			"groups": schema.ListNestedAttribute{
				Computed:            true,
				MarkdownDescription: "The groups, in the vendor's order; empty if there are none.",
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"id":               schema.StringAttribute{Computed: true, MarkdownDescription: groupID},
					"name":             schema.StringAttribute{Computed: true, MarkdownDescription: "The group's name."},
					"created_at":       schema.StringAttribute{Computed: true, MarkdownDescription: groupCreatedAt},
					"is_special_file":  schema.BoolAttribute{Computed: true, MarkdownDescription: groupIsSpecialFile},
					"is_location_file": schema.BoolAttribute{Computed: true, MarkdownDescription: groupIsLocationFile},
				}},
			},
		},
	}
}

func (d *contactGroupsDataSource) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	const summary = "Unable to list contact groups"
	var model contactGroupsModel
	resp.Diagnostics.Append(req.Config.Get(ctx, &model)...)
	client, diags := d.SMS(summary)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	groups, err := client.Groups(ctx)
	if err != nil {
		resp.Diagnostics.Append(diagnostic.FromError(summary, err, diagnostic.Faults{}))
		return
	}
	model.Groups = []groupModel{}
	var unread []string
	for _, group := range groups {
		if model.Name.IsNull() || isNamed(group, model.Name.ValueString()) {
			model.Groups = append(model.Groups, newGroupModel(group))
			unread = append(unread, group.Unread...)
		}
	}
	resp.Diagnostics.Append(diagnostic.Unread("Incomplete contact groups", unread)...)
	resp.Diagnostics.Append(resp.State.Set(ctx, &model)...)
}
