package provider

import (
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// Without any key, a type validates as with one. Planning what would be created or
// invoked fails already, and so does acting; each says which key is missing, and asks
// nobody.
func TestHoles_NoKey(t *testing.T) {
	t.Parallel()
	for _, s := range subjects(t) {
		t.Run(s.String(), func(t *testing.T) {
			t.Parallel()
			server := configuredServer(t, config{})
			whole := example(t, s.name, s.schema.Block)
			null := tftypes.NewValue(whole.Type(), nil)
			wantMissing := func(step string, said diagnostics) {
				t.Helper()
				if said = errorsOf(said); len(said) != 1 || !strings.HasPrefix(said[0].Detail, "The provider has no API key of ") || said[0].Attribute != nil {
					t.Errorf("%s: want the missing key alone:%s", step, texts(said))
				}
			}
			if said := s.validate(t, server, whole); len(errorsOf(said)) > 0 {
				t.Errorf("validate:%s", texts(said))
			}
			if s.kind == "resource" || s.kind == "action" {
				_, said := s.plan(t, server, null, whole)
				wantMissing("plan", said)
			}
			_, said := s.act(t, server, whole, nil)
			wantMissing("act", said)
			if s.kind == "resource" {
				// What is there already may stay as it is.
				if _, said := s.plan(t, server, whole, whole); len(errorsOf(said)) > 0 {
					t.Errorf("plan of what is there:%s", texts(said))
				}
			}
		})
	}
}
