package contacts

import (
	"context"

	datasource "github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

// detailArguments are the details in the schema of a resource.
func detailArguments() map[string]schema.Attribute {
	attributes := make(map[string]schema.Attribute, len(details))
	for _, d := range details {
		attributes[d.name] = schema.StringAttribute{
			Optional: true, MarkdownDescription: d.description,
			Validators: []validator.String{validate.String("a "+d.name, d.rule)},
		}
	}
	return attributes
}

// contactAttributes are those of a contact in the schema of a data source.
func contactAttributes() map[string]datasource.Attribute {
	attributes := map[string]datasource.Attribute{
		"id":           datasource.StringAttribute{Computed: true, MarkdownDescription: contactID},
		"phone_number": datasource.StringAttribute{Computed: true, MarkdownDescription: contactNumber},
		"short_url":    datasource.StringAttribute{Computed: true, MarkdownDescription: contactShortURL},
		"stop_sms":     datasource.BoolAttribute{Computed: true, MarkdownDescription: contactStopSMS},
		"created_at":   datasource.StringAttribute{Computed: true, MarkdownDescription: contactCreatedAt},
	}
	for _, d := range details {
		attributes[d.name] = datasource.StringAttribute{Computed: true, MarkdownDescription: d.description}
	}
	return attributes
}

// groupIDArgument is the group of what a resource manages. An import may leave it unknown:
// the configuration then supplies it without a replacement.
func groupIDArgument(description string) schema.StringAttribute {
	return schema.StringAttribute{
		Required: true, MarkdownDescription: description + " Another group replaces the resource.",
		Validators: []validator.String{validate.String("the id of a group", validate.Identifier)},
		PlanModifiers: []planmodifier.String{stringplanmodifier.RequiresReplaceIf(
			func(_ context.Context, req planmodifier.StringRequest, resp *stringplanmodifier.RequiresReplaceIfFuncResponse) {
				resp.RequiresReplace = !req.StateValue.IsNull()
			},
			"Another group replaces the resource.", "Another group replaces the resource.",
		)},
	}
}
