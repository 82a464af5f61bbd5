package attribute

import (
	action "github.com/hashicorp/terraform-plugin-framework/action/schema"
	datasource "github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	resource "github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
)

// Phone is a phone number, with the rule of its type.
type Phone struct{}

func (Phone) inResource(a Argument) resource.Attribute {
	return resource.StringAttribute{Required: a.Required, Optional: !a.Required, CustomType: phone.Type{}, MarkdownDescription: a.Description}
}

func (Phone) inDataSource(a Argument) datasource.Attribute {
	return datasource.StringAttribute{Required: a.Required, Optional: !a.Required, CustomType: phone.Type{}, MarkdownDescription: a.Description}
}

func (Phone) inAction(a Argument) action.Attribute {
	return action.StringAttribute{Required: a.Required, Optional: !a.Required, CustomType: phone.Type{}, MarkdownDescription: a.Description}
}

// Phones is a set of phone numbers.
type Phones struct{ Size Size }

func (p Phones) rules() []validator.Set {
	return phone.Numbers(p.Size.Plural, p.Size.Lowest, p.Size.Highest)
}

func (p Phones) inResource(a Argument) resource.Attribute {
	return resource.SetAttribute{
		Required: a.Required, Optional: !a.Required, ElementType: phone.Type{}, MarkdownDescription: a.Description, Validators: p.rules(),
	}
}

func (p Phones) inDataSource(a Argument) datasource.Attribute {
	return datasource.SetAttribute{
		Required: a.Required, Optional: !a.Required, ElementType: phone.Type{}, MarkdownDescription: a.Description, Validators: p.rules(),
	}
}

func (p Phones) inAction(a Argument) action.Attribute {
	return action.SetAttribute{
		Required: a.Required, Optional: !a.Required, ElementType: phone.Type{}, MarkdownDescription: a.Description, Validators: p.rules(),
	}
}
