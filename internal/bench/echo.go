package main

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
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

func (p *idleProvider) ValidateResourceConfig(context.Context, *tfprotov6.ValidateResourceConfigRequest) (*tfprotov6.ValidateResourceConfigResponse, error) {
	return &tfprotov6.ValidateResourceConfigResponse{}, nil
}

func (p *idleProvider) UpgradeResourceState(_ context.Context, req *tfprotov6.UpgradeResourceStateRequest) (*tfprotov6.UpgradeResourceStateResponse, error) {
	as := p.schema.ResourceSchemas[req.TypeName].ValueType()
	value, err := req.RawState.Unmarshal(as)
	if err != nil {
		return nil, err
	}
	state, err := tfprotov6.NewDynamicValue(as, value)
	if err != nil {
		return nil, err
	}
	return &tfprotov6.UpgradeResourceStateResponse{UpgradedState: &state}, nil
}

func (p *idleProvider) ReadResource(_ context.Context, req *tfprotov6.ReadResourceRequest) (*tfprotov6.ReadResourceResponse, error) {
	return &tfprotov6.ReadResourceResponse{NewState: req.CurrentState, NewIdentity: req.CurrentIdentity, Private: req.Private}, nil
}

func (p *idleProvider) PlanResourceChange(_ context.Context, req *tfprotov6.PlanResourceChangeRequest) (*tfprotov6.PlanResourceChangeResponse, error) {
	return &tfprotov6.PlanResourceChangeResponse{PlannedState: req.ProposedNewState, PlannedIdentity: req.PriorIdentity, PlannedPrivate: req.PriorPrivate}, nil
}
