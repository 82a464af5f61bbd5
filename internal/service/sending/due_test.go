package sending

import (
	"strings"
	"testing"
	"testing/synctest"

	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
)

// The clock in a bubble begins at midnight, 2000-01-01 UTC.
func TestBeyondRecall(t *testing.T) {
	t.Parallel()
	known, lost := types.StringValue("1112"), types.StringNull()
	for name, test := range map[string]struct {
		moment, id types.String
		want       string
	}{
		"not scheduled":          {types.StringNull(), known, ""},
		"not scheduled, lost":    {types.StringNull(), lost, ""},
		"over":                   {types.StringValue("1999-12-31T23:55:00Z"), known, ""},
		"over, lost":             {types.StringValue("1999-12-31T23:55:00Z"), lost, ""},
		"now":                    {types.StringValue("2000-01-01T01:00:00+01:00"), known, ""},
		"in a second":            {types.StringValue("2000-01-01T00:00:01Z"), known, "in less than 5 minutes"},
		"in less than 5 minutes": {types.StringValue("2000-01-01T01:04:59+01:00"), known, "in less than 5 minutes"},
		"in 5 minutes":           {types.StringValue("2000-01-01T00:05:00Z"), known, ""},
		"in a month":             {types.StringValue("2000-02-01T00:00:00Z"), known, ""},
		"in a month, lost":       {types.StringValue("2000-02-01T00:00:00Z"), lost, `its message id is not known`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				diags := kinds[0].beyondRecall(values{attribute.Values{
					argSchedule.Name: test.moment, resultMessageID: test.id, argTag.Name: types.StringValue("promo1"),
				}}, "So be it.")
				switch {
				case test.want == "" && diags == nil:
				case test.want != "" && diags.WarningsCount() == 1 && !diags.HasError() &&
					strings.Contains(diags[0].Detail(), test.want) && strings.Contains(diags[0].Detail(), "So be it."):
				default:
					t.Errorf("got %v, want %q", diags, test.want)
				}
			})
		})
	}
}
