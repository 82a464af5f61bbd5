// Package validate turns rules written once, as functions, into validators of
// attributes.
package validate

import (
	"context"
	"strings"
	"unicode/utf8"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
)

// Rule returns an error that says, as a sentence without its full stop, what
// is wrong with a value and what to write instead.
type Rule func(value string) error

// String makes a validator of a rule. Null and unknown values pass.
func String(description string, rule Rule) validator.String {
	return stringValidator{description, rule}
}

// Choice makes a validator of the rule [OneOf].
func Choice(values ...string) validator.String {
	return String("one of "+quoted(values), OneOf(values...))
}

type stringValidator struct {
	description string
	rule        Rule
}

func (v stringValidator) Description(context.Context) string         { return v.description }
func (v stringValidator) MarkdownDescription(context.Context) string { return v.description }

func (v stringValidator) ValidateString(_ context.Context, req validator.StringRequest, resp *validator.StringResponse) {
	if req.ConfigValue.IsNull() || req.ConfigValue.IsUnknown() {
		return
	}
	if err := v.rule(req.ConfigValue.ValueString()); err != nil {
		resp.Diagnostics.Append(Invalid(req.Path, err))
	}
}

// Invalid is the diagnostic of a value that a rule refused.
func Invalid(at path.Path, err error) diag.DiagnosticWithPath {
	return diag.NewAttributeErrorDiagnostic(at, "Invalid value for "+Name(at), Sentence(err))
}

// Sentence writes the error of a rule with a capital letter and a full stop.
func Sentence(err error) string {
	text := err.Error()
	_, first := utf8.DecodeRuneInString(text)
	return strings.ToUpper(text[:first]) + text[first:] + "."
}
