// Command schema prints the provider's schema in the form of an engine's `providers schema
// -json`, for tfplugindocs. It uses no engine, since each engine leaves out the kinds of
// types that it does not know. The descriptions begin with the section of the documentation
// that a type belongs to.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/smspartner/terraform-provider-smspartner/internal/provider"
)

func main() {
	if err := run(context.Background(), os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "schema:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, out io.Writer) error {
	server := provider.NewServer("dev")
	schema, err := server.GetProviderSchema(ctx, &tfprotov6.GetProviderSchemaRequest{})
	if err != nil {
		return err
	}
	identities, err := server.GetResourceIdentitySchemas(ctx, &tfprotov6.GetResourceIdentitySchemasRequest{})
	if err != nil {
		return err
	}
	for _, diagnostic := range slices.Concat(schema.Diagnostics, identities.Diagnostics) {
		return fmt.Errorf("%s: %s", diagnostic.Summary, diagnostic.Detail)
	}
	actions := map[string]*tfprotov6.Schema{}
	for name, action := range schema.ActionSchemas {
		actions[name] = action.Schema
	}
	for _, service := range provider.Services() {
		for _, name := range service.TypeNames(ctx, provider.Name) {
			head(service.Section, name, schema.ResourceSchemas, schema.DataSourceSchemas, schema.EphemeralResourceSchemas, schema.ListResourceSchemas, actions)
		}
	}
	return json.NewEncoder(out).Encode(object{
		"format_version": "1.0",
		"provider_schemas": object{provider.Name: object{
			"provider":                   block(schema.Provider),
			"resource_schemas":           blocks(schema.ResourceSchemas),
			"data_source_schemas":        blocks(schema.DataSourceSchemas),
			"ephemeral_resource_schemas": blocks(schema.EphemeralResourceSchemas),
			"resource_identity_schemas":  identitySchemas(identities.IdentitySchemas),
			"list_resource_schemas":      blocks(schema.ListResourceSchemas),
			"action_schemas":             blocks(actions),
			"functions":                  functions(schema.Functions),
		}},
	})
}

// head puts a section before the description of the types that have a name, as a
// paragraph of its own: templates/ has no other way to know the section.
func head(section, name string, kinds ...map[string]*tfprotov6.Schema) {
	for _, types := range kinds {
		if schema, ok := types[name]; ok {
			schema.Block.Description = section + "\n\n" + schema.Block.Description
		}
	}
}
