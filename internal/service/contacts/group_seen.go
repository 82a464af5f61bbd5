package contacts

import (
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

// seenKey is the key of seen in the private state. An imported group has none there: it
// was listed.
const seenKey = "seen"

// nameOf is the name of a group in the state, which changes only if that in the list does.
func (s seen) nameOf(g sms.Group, state types.String) types.String {
	unchanged := !s.Listed || s.As != nil && g.Name != nil && *s.As == *g.Name
	if g.Name == nil || !state.IsNull() && (unchanged || isNamed(g, state.ValueString())) {
		return state
	}
	return types.StringValue(*g.Name)
}
