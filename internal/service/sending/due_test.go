package sending

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/types"
)

// The clock in a bubble begins at midnight, 2000-01-01 UTC.
func TestForget_NearlyDue(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		moment types.String
		due    time.Duration
	}{
		"not scheduled": {types.StringNull(), 0},
		"over":          {types.StringValue("1999-12-31T23:55:00Z"), 0},
		"now":           {types.StringValue("2000-01-01T01:00:00+01:00"), 0},
		"in 5 minutes":  {types.StringValue("2000-01-01T00:05:00Z"), 5 * time.Minute},
		"in an hour":    {types.StringValue("2000-01-01T02:00:00+01:00"), time.Hour},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				v := values{argSchedule.name: test.moment, resultMessageID: types.StringValue("1112")}
				if got := dueIn(v); got != test.due {
					t.Errorf("due in %s, want %s", got, test.due)
				}
				if test.due == 0 || test.due > cancelWindow {
					return
				}
				// No client: the vendor need not be asked.
				diags := kinds[0].forget(t.Context(), nil, v)
				if diags.WarningsCount() != 1 || diags.HasError() || !strings.Contains(diags[0].Detail(), "in less than 5 minutes") {
					t.Errorf("got %v", diags)
				}
			})
		})
	}
}
