package attribute

import (
	action "github.com/hashicorp/terraform-plugin-framework/action/schema"
	datasource "github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	resource "github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

// Texts is a set of texts, each of which follows a rule that Each names: see
// [validate.Texts].
type Texts struct {
	Size Size
	Each string
	Rule validate.Rule
}

func (t Texts) rules() []validator.Set {
	return validate.Texts(t.Size.Plural, t.Size.Lowest, t.Size.Highest, t.Each, t.Rule)
}

func (t Texts) inResource(a Argument) resource.Attribute {
	return resource.SetAttribute{
		Required: a.Required, Optional: !a.Required, ElementType: types.StringType, MarkdownDescription: a.Description, Validators: t.rules(),
	}
}

func (t Texts) inDataSource(a Argument) datasource.Attribute {
	return datasource.SetAttribute{
		Required: a.Required, Optional: !a.Required, ElementType: types.StringType, MarkdownDescription: a.Description, Validators: t.rules(),
	}
}

func (t Texts) inAction(a Argument) action.Attribute {
	return action.SetAttribute{
		Required: a.Required, Optional: !a.Required, ElementType: types.StringType, MarkdownDescription: a.Description, Validators: t.rules(),
	}
}

// Wholes is a map of whole numbers: see [validate.Wholes].
type Wholes struct{ Rule validator.Map }

func (w Wholes) inResource(a Argument) resource.Attribute {
	return resource.MapAttribute{
		Required: a.Required, Optional: !a.Required, ElementType: types.NumberType, MarkdownDescription: a.Description, Validators: []validator.Map{w.Rule},
	}
}

func (w Wholes) inDataSource(a Argument) datasource.Attribute {
	return datasource.MapAttribute{
		Required: a.Required, Optional: !a.Required, ElementType: types.NumberType, MarkdownDescription: a.Description, Validators: []validator.Map{w.Rule},
	}
}

func (w Wholes) inAction(a Argument) action.Attribute {
	return action.MapAttribute{
		Required: a.Required, Optional: !a.Required, ElementType: types.NumberType, MarkdownDescription: a.Description, Validators: []validator.Map{w.Rule},
	}
}

// TextMap is a map of texts.
type TextMap struct{ Rule validator.Map }

func (m TextMap) inResource(a Argument) resource.Attribute {
	return resource.MapAttribute{
		Required: a.Required, Optional: !a.Required, ElementType: types.StringType, MarkdownDescription: a.Description, Validators: []validator.Map{m.Rule},
	}
}

func (m TextMap) inDataSource(a Argument) datasource.Attribute {
	return datasource.MapAttribute{
		Required: a.Required, Optional: !a.Required, ElementType: types.StringType, MarkdownDescription: a.Description, Validators: []validator.Map{m.Rule},
	}
}

func (m TextMap) inAction(a Argument) action.Attribute {
	return action.MapAttribute{
		Required: a.Required, Optional: !a.Required, ElementType: types.StringType, MarkdownDescription: a.Description, Validators: []validator.Map{m.Rule},
	}
}
