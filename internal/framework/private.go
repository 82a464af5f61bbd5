package framework

import (
	"context"
	"encoding/json"

	"github.com/hashicorp/terraform-plugin-framework/diag"
)

// PrivateState is the private state of a resource, which no person sees and the provider
// gets back. The framework exports no type for it.
type PrivateState interface {
	GetKey(ctx context.Context, key string) ([]byte, diag.Diagnostics)
	SetKey(ctx context.Context, key string, value []byte) diag.Diagnostics
}

// Remember keeps a value, as JSON, under a key of the private state.
func Remember(ctx context.Context, state PrivateState, key string, value any) diag.Diagnostics {
	encoded, err := json.Marshal(value)
	if err != nil {
		return diag.Diagnostics{diag.NewErrorDiagnostic("Unable to keep "+key+" in the private state", err.Error())}
	}
	return state.SetKey(ctx, key, encoded)
}

// Recall returns the value that Remember kept under a key, and otherwise if there is none,
// as after an import.
func Recall[T any](ctx context.Context, state PrivateState, key string, otherwise T) T {
	kept := otherwise
	encoded, diags := state.GetKey(ctx, key)
	if diags.HasError() || len(encoded) == 0 || json.Unmarshal(encoded, &kept) != nil {
		return otherwise
	}
	return kept
}
