package framework

import (
	"cmp"
	"context"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

// Seen is how the vendor's list has shown an object so far. A list may lag behind a
// creation, and the documentation does not say whether the vendor changes texts that it
// stores: neither is a reason to replace an object.
type Seen struct {
	// Listed is false until the list has had the object once. Only then can the object be
	// gone.
	Listed bool `json:"listed"`
	// As is the object's name in the list; nil where it had none.
	As *string `json:"as,omitempty"`
}

// seenKey is where the private state keeps Seen. An imported object has none there: it was
// listed.
const seenKey = "seen"

// RecallSeen returns what Remember kept.
func RecallSeen(ctx context.Context, state PrivateState) Seen {
	return Recall(ctx, state, seenKey, Seen{Listed: true})
}

// Remember keeps s in the private state of a resource.
func (s Seen) Remember(ctx context.Context, state PrivateState) diag.Diagnostics {
	return Remember(ctx, state, seenKey, s)
}

// Again is s after the list had the object once more, as a name or as nil.
func (s Seen) Again(as *string) Seen { return Seen{Listed: true, As: cmp.Or(as, s.As)} }

// Name is an object's name for the state, which changes only if the name in the list does.
// same compares the name in the state with that in the list.
func (s Seen) Name(state types.String, listed *string, same func(state, listed string) bool) types.String {
	unchanged := !s.Listed || s.As != nil && listed != nil && *s.As == *listed
	if listed == nil || !state.IsNull() && (unchanged || same(state.ValueString(), *listed)) {
		return state
	}
	return types.StringValue(*listed)
}
