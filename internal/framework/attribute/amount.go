package attribute

import (
	action "github.com/hashicorp/terraform-plugin-framework/action/schema"
	datasource "github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	resource "github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

// Amount is an amount of money that moves: see [validate.Amount].
type Amount struct{}

func (Amount) rules() []validator.Number { return []validator.Number{validate.Amount()} }

func (m Amount) inResource(a Argument) resource.Attribute {
	return resource.NumberAttribute{Required: a.Required, Optional: !a.Required, MarkdownDescription: a.Description, Validators: m.rules()}
}

func (m Amount) inDataSource(a Argument) datasource.Attribute {
	return datasource.NumberAttribute{Required: a.Required, Optional: !a.Required, MarkdownDescription: a.Description, Validators: m.rules()}
}

func (m Amount) inAction(a Argument) action.Attribute {
	return action.NumberAttribute{Required: a.Required, Optional: !a.Required, MarkdownDescription: a.Description, Validators: m.rules()}
}
