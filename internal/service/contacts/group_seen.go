package contacts

import (
	"context"
	"encoding/json"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// seen is how the list has shown a group so far. A list may lag behind a creation, and the
// documentation does not say whether the vendor changes names that it stores: neither is a
// reason to replace a group.
type seen struct {
	// Listed is false until the list has had the group once. Only then can it be gone.
	Listed bool `json:"listed"`
	// As is the name in the list; nil where it had none.
	As *string `json:"as,omitempty"`
}

// seenKey is where the private state keeps it.
const seenKey = "seen"

// private is the private state of a resource, of which the framework has no type.
type private interface {
	GetKey(ctx context.Context, key string) ([]byte, diag.Diagnostics)
	SetKey(ctx context.Context, key string, value []byte) diag.Diagnostics
}

func (s seen) keep(ctx context.Context, state private) diag.Diagnostics {
	encoded, err := json.Marshal(s)
	if err != nil {
		return diag.Diagnostics{diag.NewErrorDiagnostic("Unable to keep how the group is listed", err.Error())}
	}
	return state.SetKey(ctx, seenKey, encoded)
}

// kept returns what keep has kept. Of an imported group there is nothing: it is listed.
func kept(ctx context.Context, state private) seen {
	before := seen{Listed: true}
	if encoded, diags := state.GetKey(ctx, seenKey); !diags.HasError() && len(encoded) > 0 {
		_ = json.Unmarshal(encoded, &before) // keep has written it
	}
	return before
}

// nameOf is the name of a group in the state, which changes only if that in the list does.
func (s seen) nameOf(g sms.Group, state types.String) types.String {
	unchanged := !s.Listed || s.As != nil && g.Name != nil && *s.As == *g.Name
	if g.Name == nil || !state.IsNull() && (unchanged || isNamed(g, state.ValueString())) {
		return state
	}
	return types.StringValue(*g.Name)
}
