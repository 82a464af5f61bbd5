package attribute

import (
	action "github.com/hashicorp/terraform-plugin-framework/action/schema"
	datasource "github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	resource "github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

// Object is an object with arguments of its own.
type Object struct {
	Of []Argument
	// Rule is nil where any such object passes.
	Rule validator.Object
}

func (o Object) rules() []validator.Object {
	if o.Rule == nil {
		return nil
	}
	return []validator.Object{o.Rule}
}

func (o Object) inResource(a Argument) resource.Attribute {
	return resource.SingleNestedAttribute{
		Required: a.Required, Optional: !a.Required, MarkdownDescription: a.Description,
		Validators: o.rules(), Attributes: render(o.Of, Argument.Resource),
	}
}

func (o Object) inDataSource(a Argument) datasource.Attribute {
	return datasource.SingleNestedAttribute{
		Required: a.Required, Optional: !a.Required, MarkdownDescription: a.Description,
		Validators: o.rules(), Attributes: render(o.Of, Argument.DataSource),
	}
}

func (o Object) inAction(a Argument) action.Attribute {
	return action.SingleNestedAttribute{
		Required: a.Required, Optional: !a.Required, MarkdownDescription: a.Description,
		Validators: o.rules(), Attributes: render(o.Of, Argument.Action),
	}
}

// Objects is a list of objects.
type Objects struct {
	Size Size
	Of   []Argument
}

func (o Objects) rules() []validator.List {
	return []validator.List{validate.Size(o.Size.Plural, o.Size.Lowest, o.Size.Highest)}
}

// present is the rule that a schema cannot express: see [validate.Present].
func (o Objects) present() []validator.Object {
	var required []string
	for _, a := range o.Of {
		if a.Required {
			required = append(required, a.Name)
		}
	}
	return []validator.Object{validate.Present(required...)}
}

// optional returns the arguments of an object as its schema declares them: all optional.
// The descriptions say which are required.
func (o Objects) optional() []Argument {
	arguments := make([]Argument, len(o.Of))
	for i, a := range o.Of {
		if a.Required {
			a.Required, a.Description = false, "Required. "+a.Description
		}
		arguments[i] = a
	}
	return arguments
}

func (o Objects) inResource(a Argument) resource.Attribute {
	return resource.ListNestedAttribute{
		Required: a.Required, Optional: !a.Required, MarkdownDescription: a.Description, Validators: o.rules(),
		NestedObject: resource.NestedAttributeObject{Validators: o.present(), Attributes: render(o.optional(), Argument.Resource)},
	}
}

func (o Objects) inDataSource(a Argument) datasource.Attribute {
	return datasource.ListNestedAttribute{
		Required: a.Required, Optional: !a.Required, MarkdownDescription: a.Description, Validators: o.rules(),
		NestedObject: datasource.NestedAttributeObject{Validators: o.present(), Attributes: render(o.optional(), Argument.DataSource)},
	}
}

func (o Objects) inAction(a Argument) action.Attribute {
	return action.ListNestedAttribute{
		Required: a.Required, Optional: !a.Required, MarkdownDescription: a.Description, Validators: o.rules(),
		NestedObject: action.NestedAttributeObject{Validators: o.present(), Attributes: render(o.optional(), Argument.Action)},
	}
}
