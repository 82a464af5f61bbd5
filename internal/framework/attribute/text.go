package attribute

import (
	action "github.com/hashicorp/terraform-plugin-framework/action/schema"
	datasource "github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	resource "github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
)

// Text is a string.
type Text struct {
	// Rule is nil where any text passes.
	Rule validator.String
	// Made says that the provider makes a value if the configuration has none. A resource
	// keeps the made value.
	Made bool
	// Sensitive has engines hide the value. Actions have no such attributes: there an engine
	// hides what comes from a sensitive value.
	Sensitive bool
	// WriteOnly has a resource take the value without keeping it in plan or state. Other
	// kinds have no state.
	WriteOnly bool
}

func (t Text) rules() []validator.String {
	if t.Rule == nil {
		return nil
	}
	return []validator.String{t.Rule}
}

func (t Text) inResource(a Argument) resource.Attribute {
	attribute := resource.StringAttribute{
		Required: a.Required, Optional: !a.Required, Computed: t.Made, Sensitive: t.Sensitive, WriteOnly: t.WriteOnly, MarkdownDescription: a.Description, Validators: t.rules(),
	}
	if t.Made {
		attribute.PlanModifiers = []planmodifier.String{stringplanmodifier.UseStateForUnknown()}
	}
	return attribute
}

func (t Text) inDataSource(a Argument) datasource.Attribute {
	return datasource.StringAttribute{
		Required: a.Required, Optional: !a.Required, Sensitive: t.Sensitive, MarkdownDescription: a.Description, Validators: t.rules(),
	}
}

func (t Text) inAction(a Argument) action.Attribute {
	return action.StringAttribute{Required: a.Required, Optional: !a.Required, MarkdownDescription: a.Description, Validators: t.rules()}
}

// Flag is a bool.
type Flag struct{}

func (Flag) inResource(a Argument) resource.Attribute {
	return resource.BoolAttribute{Required: a.Required, Optional: !a.Required, MarkdownDescription: a.Description}
}

func (Flag) inDataSource(a Argument) datasource.Attribute {
	return datasource.BoolAttribute{Required: a.Required, Optional: !a.Required, MarkdownDescription: a.Description}
}

func (Flag) inAction(a Argument) action.Attribute {
	return action.BoolAttribute{Required: a.Required, Optional: !a.Required, MarkdownDescription: a.Description}
}
