package provider

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

// settings reads the arguments of the provider block, and the environment variables
// that stand in for absent ones.
type settings struct {
	config    tfsdk.Config
	lookupEnv func(string) (string, bool)
	diags     *diag.Diagnostics
}

// setting is the value of an argument, by the argument's name.
type setting struct {
	name  string
	value attr.Value
}

// get returns an argument as the configuration has it.
func (s settings) get(ctx context.Context, name string) setting {
	var value attr.Value
	s.diags.Append(s.config.GetAttribute(ctx, path.Root(name), &value)...)
	return setting{name, value}
}

// text returns an argument from the configuration, else from the environment, else null. It
// validates a value from the environment.
func (s settings) text(ctx context.Context, name, variable string, rule validate.Rule) setting {
	found := s.get(ctx, name)
	if !found.isNull() {
		return found
	}
	fromEnvironment, ok := s.lookupEnv(variable)
	if !ok || fromEnvironment == "" {
		return found
	}
	if err := rule(fromEnvironment); err != nil {
		s.diags.AddAttributeError(path.Root(name), "Invalid environment variable "+variable, validate.Sentence(err))
	}
	return setting{name, types.StringValue(fromEnvironment)}
}

func (s setting) isNull() bool { return s.value == nil || s.value.IsNull() }

// text is empty for null and unknown values.
func (s setting) text() string {
	value, _ := s.value.(types.String)
	return value.ValueString()
}

func (s setting) orElse(otherwise string) setting {
	if s.isNull() {
		s.value = types.StringValue(otherwise)
	}
	return s
}

// unknown names the arguments whose values are not known until something else is applied.
func unknown(list []setting) []string {
	var names []string
	for _, s := range list {
		if s.value.IsUnknown() {
			names = append(names, s.name)
		}
	}
	return names
}
