package main

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/provider"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	ours "github.com/smspartner/terraform-provider-smspartner/internal/provider"
)

// echoed has an object in the list of statuses for each of the messages asked for.
func echoed(messages tftypes.Value, statuses tftypes.Type) (tftypes.Value, error) {
	list, isList := statuses.(tftypes.List)
	if !isList {
		return tftypes.Value{}, fmt.Errorf("the statuses are %s", statuses)
	}
	object, _ := list.ElementType.(tftypes.Object)
	var asked []tftypes.Value
	if err := messages.As(&asked); err != nil {
		return tftypes.Value{}, err
	}
	items := make([]tftypes.Value, len(asked))
	for i, message := range asked {
		var pair map[string]tftypes.Value
		if err := message.As(&pair); err != nil {
			return tftypes.Value{}, err
		}
		values := make(map[string]tftypes.Value, len(object.AttributeTypes))
		for name, as := range object.AttributeTypes {
			values[name] = tftypes.NewValue(as, nil)
			if given, ok := pair[name]; ok {
				values[name] = given
			}
		}
		values["status"] = tftypes.NewValue(tftypes.String, "Delivered")
		items[i] = tftypes.NewValue(object, values)
	}
	return tftypes.NewValue(list, items), nil
}

// ReadResource has the framework read a resource that stays as it is.
func (p *idleProvider) ReadResource(ctx context.Context, req *tfprotov6.ReadResourceRequest) (*tfprotov6.ReadResourceResponse, error) {
	without := *req
	without.CurrentIdentity = nil
	resp, err := p.echo.ReadResource(ctx, &without)
	if err == nil {
		resp.NewIdentity = req.CurrentIdentity
	}
	return resp, err
}

// unchanging is a resource that is never asked about.
type unchanging struct{ resource.Resource }

func (unchanging) Read(context.Context, resource.ReadRequest, *resource.ReadResponse) {}

// echoProvider has our resources, which stay as they are.
type echoProvider struct{ provider.Provider }

func (echoProvider) Metadata(_ context.Context, _ provider.MetadataRequest, resp *provider.MetadataResponse) {
	resp.TypeName = ours.Name
}

func (echoProvider) Resources(context.Context) []func() resource.Resource {
	var resources []func() resource.Resource
	for _, service := range ours.Services() {
		for _, newResource := range service.Resources {
			resources = append(resources, func() resource.Resource { return unchanging{newResource()} })
		}
	}
	return resources
}
