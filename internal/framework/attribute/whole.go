package attribute

import (
	action "github.com/hashicorp/terraform-plugin-framework/action/schema"
	datasource "github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	resource "github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

// Whole is a whole number from Lowest to Highest: see [validate.Whole].
type Whole struct{ Lowest, Highest int64 }

func (w Whole) rules() []validator.Number {
	return []validator.Number{validate.Whole(w.Lowest, w.Highest)}
}

func (w Whole) inResource(a Argument) resource.Attribute {
	return resource.NumberAttribute{Required: a.Required, Optional: !a.Required, MarkdownDescription: a.Description, Validators: w.rules()}
}

func (w Whole) inDataSource(a Argument) datasource.Attribute {
	return datasource.NumberAttribute{Required: a.Required, Optional: !a.Required, MarkdownDescription: a.Description, Validators: w.rules()}
}

func (w Whole) inAction(a Argument) action.Attribute {
	return action.NumberAttribute{Required: a.Required, Optional: !a.Required, MarkdownDescription: a.Description, Validators: w.rules()}
}

// Decimal is a decimal number from Lowest to Highest: see [validate.Between].
type Decimal struct{ Lowest, Highest string }

func (d Decimal) rules() []validator.Number {
	return []validator.Number{validate.Between(d.Lowest, d.Highest)}
}

func (d Decimal) inResource(a Argument) resource.Attribute {
	return resource.NumberAttribute{Required: a.Required, Optional: !a.Required, MarkdownDescription: a.Description, Validators: d.rules()}
}

func (d Decimal) inDataSource(a Argument) datasource.Attribute {
	return datasource.NumberAttribute{Required: a.Required, Optional: !a.Required, MarkdownDescription: a.Description, Validators: d.rules()}
}

func (d Decimal) inAction(a Argument) action.Attribute {
	return action.NumberAttribute{Required: a.Required, Optional: !a.Required, MarkdownDescription: a.Description, Validators: d.rules()}
}
