package sending

import (
	"errors"
	"math"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// The arguments of a text that no plan and no state keeps. Only resources have them: an
// action has no state.
var (
	argMessageWO = attribute.Argument{
		Name: "message_wo", Form: attribute.Text{Rule: validate.String("a text that is not blank", checkHiddenText), WriteOnly: true},
		Description: "The text, in place of `message`, for a one-time code or a password: it can come from an ephemeral value, and is in no state, no plan, no log and no diagnostic. " +
			"Its size is in the plan, as that of `message` is. A changed text alone sends nothing: change `message_wo_version`. Needs Terraform 1.11 or OpenTofu 1.11, or later.",
	}
	argMessageWOVersion = attribute.Argument{
		Name: "message_wo_version", Form: attribute.Whole{Highest: math.MaxInt32},
		Description: "The version of `message_wo`, a whole number that you choose. A changed version sends a new message.",
	}
)

// resourceArguments returns the arguments of the resource.
func (k kind) resourceArguments() []attribute.Argument {
	if !k.hides {
		return k.arguments
	}
	var all []attribute.Argument
	for _, a := range k.arguments {
		if a.Name == argMessage.Name {
			a.Required = false
			a.Description += " Write this or `message_wo`."
		}
		all = append(all, a)
	}
	return append(all, argMessageWO, argMessageWOVersion)
}

// withHidden returns the values of a plan, with the text that only the configuration has.
func withHidden(plan, config types.Object) values {
	all := newValues(plan)
	if text, takes := config.Attributes()[argMessageWO.Name]; takes {
		all.Values[argMessageWO.Name] = text
	}
	return all
}

// checkTexts refuses none or both of the two texts.
func (d *draft) checkTexts() diag.Diagnostics {
	if !d.kind.hides || !d.Known(argMessage) || !d.Known(argMessageWO) {
		return nil
	}
	shown, hidden := !d.IsNull(argMessage), !d.IsNull(argMessageWO)
	switch {
	case shown && hidden:
		return diag.Diagnostics{validate.Invalid(path.Root(argMessageWO.Name), errors.New("message has a text too: write one of the two"))}
	case !shown && !hidden:
		return diag.Diagnostics{diag.NewAttributeErrorDiagnostic(path.Root(argMessage.Name), "Missing message",
			"Write the text in message, or in message_wo, which no plan and no state keeps.")}
	case !hidden && d.Known(argMessageWOVersion) && !d.IsNull(argMessageWOVersion):
		return diag.Diagnostics{validate.Invalid(path.Root(argMessageWOVersion.Name),
			errors.New("it is the version of message_wo, which has no text: leave it out, or write the text in message_wo"))}
	default:
		return nil
	}
}

// textAt is the argument that has the text of a send.
func textAt(r sms.SendRequest) path.Path {
	if r.Hidden {
		return path.Root(argMessageWO.Name)
	}
	return path.Root(argMessage.Name)
}

// checkHiddenText is [checkText] without a word of the text.
func checkHiddenText(text string) error {
	if sms.IsBlank(text, true) {
		return checkText(text)
	}
	if validate.Visible(text) != nil {
		return errors.New("it has a control or invisible character, which nobody can see: remove it, for example with trimspace()")
	}
	return nil
}

// unsendableHidden is [sms.ErrUnsendable] without the characters.
func (d *draft) unsendableHidden() error {
	const what = "it has characters for which the vendor documents no result, and which are not named, since the text is hidden: "
	if d.kind.has(argIsUnicode) {
		return errors.New(what + "leave them out, or set is_unicode to true")
	}
	return errors.New(what + "leave them out")
}
