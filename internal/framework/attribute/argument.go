// Package attribute declares an argument once for the schemas of several kinds. The
// framework has a separate Go type for the attributes of each kind.
package attribute

import (
	action "github.com/hashicorp/terraform-plugin-framework/action/schema"
	datasource "github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	resource "github.com/hashicorp/terraform-plugin-framework/resource/schema"
)

// Argument is an argument of a configuration.
type Argument struct {
	Name     string
	Form     Form
	Required bool
	// Description is in Markdown.
	Description string
}

// Form is what an argument holds, and its rule.
type Form interface {
	inResource(a Argument) resource.Attribute
	inDataSource(a Argument) datasource.Attribute
	inAction(a Argument) action.Attribute
}

// Size is how many elements there may be, which Plural names, such as "recipients".
type Size struct {
	Plural          string
	Lowest, Highest int
}

// Resource is the argument in the schema of a resource.
func (a Argument) Resource() resource.Attribute { return a.Form.inResource(a) }

// DataSource is the argument in the schema of a data source.
func (a Argument) DataSource() datasource.Attribute { return a.Form.inDataSource(a) }

// Action is the argument in the schema of an action.
func (a Argument) Action() action.Attribute { return a.Form.inAction(a) }

// render makes the attributes of an object, for one kind of schema.
func render[T any](arguments []Argument, attribute func(Argument) T) map[string]T {
	attributes := make(map[string]T, len(arguments))
	for _, a := range arguments {
		attributes[a.Name] = attribute(a)
	}
	return attributes
}
