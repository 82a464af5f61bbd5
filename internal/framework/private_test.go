package framework_test

import (
	"context"
	"errors"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
)

// drawer is a private state.
type drawer map[string][]byte

func (d drawer) GetKey(_ context.Context, key string) ([]byte, diag.Diagnostics) { return d[key], nil }

func (d drawer) SetKey(_ context.Context, key string, value []byte) diag.Diagnostics {
	d[key] = value
	return nil
}

func TestRemember(t *testing.T) {
	t.Parallel()
	state := drawer{"broken": []byte("{")}
	type note struct{ Text string }
	if diags := framework.Remember(t.Context(), state, "note", note{"a"}); diags.HasError() {
		t.Fatal(diags)
	}
	for key, want := range map[string]string{"note": "a", "none": "otherwise", "broken": "otherwise"} {
		if got := framework.Recall(t.Context(), state, key, note{"otherwise"}); got.Text != want {
			t.Errorf("%s: got %q, want %q", key, got.Text, want)
		}
	}
	if diags := framework.Remember(t.Context(), state, "odd", unwritable{}); !diags.HasError() {
		t.Error("what can't be written passes for kept")
	}
}

type unwritable struct{}

func (unwritable) MarshalJSON() ([]byte, error) { return nil, errors.New("no") }
