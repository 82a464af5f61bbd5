package main

import (
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
)

type object map[string]any

func blocks(schemas map[string]*tfprotov6.Schema) object {
	encoded := object{}
	for name, schema := range schemas {
		encoded[name] = block(schema)
	}
	return encoded
}

func block(schema *tfprotov6.Schema) object {
	return object{"version": schema.Version, "block": object{
		"attributes":       attributes(schema.Block.Attributes),
		"description":      schema.Block.Description,
		"description_kind": "markdown",
	}}
}

func attributes(list []*tfprotov6.SchemaAttribute) object {
	encoded := object{}
	for _, a := range list {
		attribute := object{
			"description": a.Description, "description_kind": "markdown", "deprecated": a.Deprecated,
			"required": a.Required, "optional": a.Optional, "computed": a.Computed,
			"sensitive": a.Sensitive, "write_only": a.WriteOnly,
		}
		if a.NestedType != nil {
			attribute["nested_type"] = object{
				"attributes":   attributes(a.NestedType.Attributes),
				"nesting_mode": strings.ToLower(a.NestedType.Nesting.String()),
			}
		} else {
			attribute["type"] = a.Type
		}
		encoded[a.Name] = attribute
	}
	return encoded
}

func identitySchemas(schemas map[string]*tfprotov6.ResourceIdentitySchema) object {
	encoded := object{}
	for name, schema := range schemas {
		attributes := object{}
		for _, a := range schema.IdentityAttributes {
			attributes[a.Name] = object{
				"type": a.Type, "description": a.Description,
				"required_for_import": a.RequiredForImport, "optional_for_import": a.OptionalForImport,
			}
		}
		encoded[name] = object{"version": schema.Version, "attributes": attributes}
	}
	return encoded
}

func functions(list map[string]*tfprotov6.Function) object {
	encoded := object{}
	for name, f := range list {
		parameters := make([]object, len(f.Parameters))
		for i, p := range f.Parameters {
			parameters[i] = object{"name": p.Name, "description": p.Description, "is_nullable": p.AllowNullValue, "type": p.Type}
		}
		encoded[name] = object{
			"summary": f.Summary, "description": f.Description, "deprecation_message": f.DeprecationMessage,
			"return_type": f.Return.Type, "parameters": parameters,
		}
	}
	return encoded
}
