package provider

import (
	"bytes"
	"context"
	"fmt"
	"maps"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
)

// plannedApart returns the attribute of [framework.PlannedApart] of a type; empty if it has
// none.
func (s *server) plannedApart(ctx context.Context, typeName string) string {
	for _, newResource := range s.resources(ctx) {
		r := newResource()
		of, ok := r.(framework.PlannedApart)
		if !ok {
			continue
		}
		var named resource.MetadataResponse
		r.Metadata(ctx, resource.MetadataRequest{ProviderTypeName: Name}, &named)
		if named.TypeName == typeName {
			return of.PlannedApart()
		}
	}
	return ""
}

// isUnchanged reports whether a plan changes nothing. Engines write equal values as equal
// bytes.
func isUnchanged(req *tfprotov6.PlanResourceChangeRequest) bool {
	return req.PriorState != nil && req.ProposedNewState != nil && len(req.PriorState.MsgPack) > 0 &&
		bytes.Equal(req.PriorState.MsgPack, req.ProposedNewState.MsgPack)
}

// planApart has the framework plan everything but the attribute, which comes out as it was
// proposed. In the framework's eyes the attribute changes
// from null to an unknown value.
func (s *server) planApart(ctx context.Context, req *tfprotov6.PlanResourceChangeRequest, attribute string) (*tfprotov6.PlanResourceChangeResponse, error) {
	as, err := s.typeOf(ctx, req.TypeName)
	if err != nil {
		return nil, err
	}
	proposed, err := req.ProposedNewState.Unmarshal(as)
	if err != nil || proposed.IsNull() {
		return s.inner.PlanResourceChange(ctx, req) // a destruction
	}
	values := map[string]tftypes.Value{}
	if err := proposed.As(&values); err != nil {
		return nil, err
	}
	without := *req
	null, unknown := tftypes.NewValue(as.AttributeTypes[attribute], nil), tftypes.NewValue(as.AttributeTypes[attribute], tftypes.UnknownValue)
	if without.PriorState, err = replaced(req.PriorState, as, attribute, null); err != nil {
		return nil, err
	}
	if without.Config, err = replaced(req.Config, as, attribute, unknown); err != nil {
		return nil, err
	}
	if without.ProposedNewState, err = replaced(req.ProposedNewState, as, attribute, unknown); err != nil {
		return nil, err
	}
	resp, err := s.inner.PlanResourceChange(ctx, &without)
	if err != nil || resp.PlannedState == nil || hasError(resp.Diagnostics) {
		return resp, err
	}
	resp.PlannedState, err = replaced(resp.PlannedState, as, attribute, values[attribute])
	return resp, err
}

func (s *server) typeOf(ctx context.Context, typeName string) (tftypes.Object, error) {
	schemas, err := s.inner.GetProviderSchema(ctx, &tfprotov6.GetProviderSchemaRequest{})
	if err != nil {
		return tftypes.Object{}, err
	}
	object, ok := schemas.ResourceSchemas[typeName].ValueType().(tftypes.Object)
	if !ok {
		return tftypes.Object{}, fmt.Errorf("%s is no object", typeName)
	}
	return object, nil
}

// replaced is an object with another value of an attribute. A null stays null.
func replaced(in *tfprotov6.DynamicValue, as tftypes.Object, attribute string, by tftypes.Value) (*tfprotov6.DynamicValue, error) {
	object, err := in.Unmarshal(as)
	if err != nil || object.IsNull() {
		return in, err
	}
	values := map[string]tftypes.Value{}
	if err := object.As(&values); err != nil {
		return nil, err
	}
	values = maps.Clone(values)
	values[attribute] = by
	out, err := tfprotov6.NewDynamicValue(as, tftypes.NewValue(as, values))
	return &out, err
}
