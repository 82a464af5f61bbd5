package validate

import (
	"context"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
)

// Present makes a validator of an object inside a list, set or map: it must be
// there, with each of these attributes.
//
// A schema can't require them: the framework reads the attributes of an unknown object as
// null, so it would refuse a module that takes the object as a variable.
func Present(attributes ...string) validator.Object { return presence{attributes} }

type presence struct{ attributes []string }

func (v presence) Description(context.Context) string {
	return "an object with " + strings.Join(v.attributes, " and ")
}

func (v presence) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (v presence) ValidateObject(_ context.Context, req validator.ObjectRequest, resp *validator.ObjectResponse) {
	switch {
	case req.ConfigValue.IsUnknown():
	case req.ConfigValue.IsNull():
		resp.Diagnostics.Append(null(req.Path))
	default:
		values := req.ConfigValue.Attributes()
		for _, name := range v.attributes {
			if value := values[name]; value == nil || value.IsNull() {
				at := req.Path.AtName(name)
				resp.Diagnostics.AddAttributeError(at, "Missing "+Name(at), "It is required: write a value.")
			}
		}
	}
}

// NoNulls is a validator of lists and sets that refuses null elements.
type NoNulls struct{}

var (
	_ validator.List = NoNulls{}
	_ validator.Set  = NoNulls{}
)

// Description says what passes.
func (NoNulls) Description(context.Context) string { return "without null" }

// MarkdownDescription is Description.
func (v NoNulls) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

// ValidateList refuses a list with a null.
func (NoNulls) ValidateList(_ context.Context, req validator.ListRequest, resp *validator.ListResponse) {
	for i, element := range req.ConfigValue.Elements() {
		if element.IsNull() {
			resp.Diagnostics.Append(null(req.Path.AtListIndex(i)))
		}
	}
}

// ValidateSet refuses a set with a null.
func (NoNulls) ValidateSet(_ context.Context, req validator.SetRequest, resp *validator.SetResponse) {
	for _, element := range req.ConfigValue.Elements() {
		if element.IsNull() {
			resp.Diagnostics.Append(null(req.Path.AtSetValue(element)))
		}
	}
}

// null is the error of a null element.
func null(at path.Path) diag.DiagnosticWithPath {
	among := Name(at.ParentPath())
	return diag.NewAttributeErrorDiagnostic(at, "Invalid value for "+among, Sentence(fmt.Errorf(
		"one element of %s is null: leave it out, for example with a condition in a for expression", among)))
}
