package acctest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// DataSource is the type of a data source, such as "smspartner_credits".
type DataSource string

// Named is a data source of this type, with its arguments as HCL lines.
func (d DataSource) Named(name string, arguments ...string) string {
	return fmt.Sprintf("\ndata %q %q {\n  %s\n}\n", string(d), name, strings.Join(arguments, "\n  "))
}

// Test is the one called test.
func (d DataSource) Test(arguments ...string) string { return d.Named("test", arguments...) }

// Address is that of a data source by its name.
func (d DataSource) Address(name string) string { return fmt.Sprintf("data.%s.%s", d, name) }

// WithTest is how an engine names the one called test in a diagnostic.
func (d DataSource) WithTest() string { return "with " + d.Address("test") + "," }

// Has asserts a value of the one called test.
func (d DataSource) Has(attribute string, want knownvalue.Check) statecheck.StateCheck {
	return d.NamedHas("test", attribute, want)
}

// NamedHas asserts a value of the one with this name.
func (d DataSource) NamedHas(name, attribute string, want knownvalue.Check) statecheck.StateCheck {
	return statecheck.ExpectKnownValue(d.Address(name), tfjsonpath.New(attribute), want)
}

// Refuses asserts that `validate` refuses each case, by a name of letters and
// underscores, with one error and without a request. A case is the arguments and
// then what the error says.
func (d DataSource) Refuses(t *testing.T, cases map[string][]string) {
	t.Helper()
	a := NewAccount(t, simulator.Options{})
	config, want := a.VoiceProvider(fmt.Sprintf("mail_base_url = %q", a.MailURL)), map[string][]string{}
	for name, test := range cases {
		config += d.Named(name, test[0])
		want[d.Address(name)] = test[1:]
	}
	RefuseEach(t, Attached(t, config), []string{"validate", "-no-color"}, want)
	a.WantRequests(t, 0)
}
