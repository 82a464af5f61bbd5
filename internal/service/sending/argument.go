package sending

import (
	action "github.com/hashicorp/terraform-plugin-framework/action/schema"
	resource "github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// form is what an argument holds.
type form int

const (
	textForm form = iota
	flagForm
	numberForm
	// numbersForm is a set of phone numbers, textsForm a list of objects with a
	// number and a text.
	numbersForm
	textsForm
	momentForm
)

// argument is one argument of a send. Resource and action take the same, in
// schemas of different Go types.
type argument struct {
	name        string
	form        form
	required    bool
	description string
	validators  []validator.String
	// made says that the provider makes a value where the configuration has none.
	made bool
	// otherwise is the vendor's default, of a text that has one.
	otherwise string
}

// resource is the argument in the schema of a resource. Which change of it is a
// new send says [kind.changed].
func (a argument) resource() resource.Attribute {
	switch a.form {
	case flagForm:
		return resource.BoolAttribute{Required: a.required, Optional: !a.required, MarkdownDescription: a.description}
	case numbersForm:
		return resource.SetAttribute{
			Required: a.required, Optional: !a.required, MarkdownDescription: a.description,
			ElementType: phone.Type{}, Validators: numbers,
		}
	case textsForm:
		return resource.ListNestedAttribute{
			Required: a.required, Optional: !a.required, MarkdownDescription: a.description, Validators: sizeOfList,
			NestedObject: resource.NestedAttributeObject{Validators: present, Attributes: map[string]resource.Attribute{
				argPhoneNumber.name: resource.StringAttribute{Optional: true, CustomType: phone.Type{}, MarkdownDescription: "Required. " + argPhoneNumber.description},
				argMessage.name:     resource.StringAttribute{Optional: true, MarkdownDescription: "Required. " + argMessage.description, Validators: argMessage.validators},
			}},
		}
	case textForm, numberForm, momentForm:
	}
	attribute := resource.StringAttribute{
		Required: a.required, Optional: !a.required, Computed: a.made, MarkdownDescription: a.description, Validators: a.validators,
	}
	if a.made {
		attribute.PlanModifiers = []planmodifier.String{stringplanmodifier.UseStateForUnknown()}
	}
	if a.form == numberForm {
		attribute.CustomType = phone.Type{}
	}
	return attribute
}

// action is the argument in the schema of an action.
func (a argument) action() action.Attribute {
	switch a.form {
	case flagForm:
		return action.BoolAttribute{Required: a.required, Optional: !a.required, MarkdownDescription: a.description}
	case numbersForm:
		return action.SetAttribute{
			Required: a.required, Optional: !a.required, MarkdownDescription: a.description,
			ElementType: phone.Type{}, Validators: numbers,
		}
	case textsForm:
		return action.ListNestedAttribute{
			Required: a.required, Optional: !a.required, MarkdownDescription: a.description, Validators: sizeOfList,
			NestedObject: action.NestedAttributeObject{Validators: present, Attributes: map[string]action.Attribute{
				argPhoneNumber.name: action.StringAttribute{Optional: true, CustomType: phone.Type{}, MarkdownDescription: "Required. " + argPhoneNumber.description},
				argMessage.name:     action.StringAttribute{Optional: true, MarkdownDescription: "Required. " + argMessage.description, Validators: argMessage.validators},
			}},
		}
	case textForm, numberForm, momentForm:
	}
	attribute := action.StringAttribute{Required: a.required, Optional: !a.required, MarkdownDescription: a.description, Validators: a.validators}
	if a.form == numberForm {
		attribute.CustomType = phone.Type{}
	}
	return attribute
}

var (
	numbers    = phone.Numbers("recipients", 1, sms.MaxPerRequest)
	sizeOfList = []validator.List{validate.Size("recipients", 1, sms.MaxPerRequest)}
	present    = []validator.Object{validate.Present(argPhoneNumber.name, argMessage.name)}
)

func rule(description string, r validate.Rule) []validator.String {
	return []validator.String{validate.String(description, r)}
}
