package acctest

import (
	"context"

	"github.com/hashicorp/terraform-plugin-testing/statecheck"
)

// Then is a check of something else than the state, such as of what the vendor has after a
// step.
type Then func() error

// CheckState implements [statecheck.StateCheck].
func (check Then) CheckState(_ context.Context, _ statecheck.CheckStateRequest, resp *statecheck.CheckStateResponse) {
	resp.Error = check()
}
