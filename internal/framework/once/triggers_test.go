package once_test

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
)

func TestSameTriggers(t *testing.T) {
	t.Parallel()
	none, unknown := types.MapNull(types.StringType), types.MapUnknown(types.StringType)
	with := func(value attr.Value) types.Map {
		return types.MapValueMust(types.StringType, map[string]attr.Value{"version": value})
	}
	one, two := with(types.StringValue("1")), with(types.StringValue("2"))
	for name, test := range map[string]struct {
		plan, state types.Map
		want        bool
	}{
		"none":            {none, none, true},
		"unchanged":       {one, one, true},
		"changed":         {two, one, false},
		"new":             {one, none, false},
		"removed":         {none, one, false},
		"unknown":         {unknown, none, false},
		"unknown value":   {with(types.StringUnknown()), one, false},
		"empty map":       {types.MapValueMust(types.StringType, nil), none, true},
		"empty text":      {with(types.StringValue("")), none, true},
		"null":            {with(types.StringNull()), none, true},
		"was empty":       {one, with(types.StringValue("")), false},
		"empty from null": {with(types.StringValue("")), with(types.StringNull()), true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := once.SameTriggers(test.plan, test.state); got != test.want {
				t.Errorf("got %t", got)
			}
		})
	}
}
