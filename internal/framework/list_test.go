package framework_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

func TestListResults(t *testing.T) {
	t.Parallel()
	const more = "asked for more than there is" // what follows the last pigeon
	for name, test := range map[string]struct {
		loft     loft
		limit    int64
		resource bool
		names    []string
		said     string
	}{
		"all, and then an error":     {loft{}, 100, false, []string{"pigeon 1", "pigeon 2", "pigeon 3"}, more},
		"no limit":                   {loft{}, 0, false, []string{"pigeon 1", "pigeon 2", "pigeon 3"}, more},
		"as many as the engine asks": {loft{}, 3, false, []string{"pigeon 1", "pigeon 2", "pigeon 3"}, ""},
		"fewer":                      {loft{}, 1, false, []string{"pigeon 1"}, ""},
		"with the resource":          {loft{}, 2, true, []string{"pigeon 1", "pigeon 2"}, ""},
		"an error after the first":   {loft{broken: errors.New("the line broke")}, 100, true, []string{"pigeon 1"}, "the line broke"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			empty := tftypes.NewValue(tftypes.Object{}, map[string]tftypes.Value{})
			stream, err := test.loft.server(t).ListResource(t.Context(), &tfprotov6.ListResourceRequest{
				TypeName: "loft_homing", Config: dynamic(t, empty), Limit: test.limit, IncludeResource: test.resource,
			})
			if err != nil {
				t.Fatal(err)
			}
			var names []string
			said := ""
			for result := range stream.Results {
				for _, d := range result.Diagnostics {
					said += d.Detail
				}
				if len(result.Diagnostics) > 0 {
					continue
				}
				names = append(names, result.DisplayName)
				if got := "pigeon " + idOf(t, result.Identity.IdentityData); got != result.DisplayName {
					t.Errorf("%s has the identity of %s", result.DisplayName, got)
				}
				if test.resource && "pigeon "+idOf(t, result.Resource) != result.DisplayName {
					t.Errorf("%s has the resource %s", result.DisplayName, idOf(t, result.Resource))
				}
			}
			if !slices.Equal(names, test.names) || said != test.said {
				t.Errorf("listed %q and said %q, want %q and %q", names, said, test.names, test.said)
			}
		})
	}
}
