package acctest

import (
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
)

// A feature is let through from its first version on, and held back before.
func TestHas(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, version string
		feature       Feature
		want          bool
	}{
		{"Terraform", "1.5.7", TestCommand, false},
		{"Terraform", "1.6.0", TestCommand, true},
		{"Terraform", "1.7.5", Functions, false},
		{"Terraform", "1.8.0", Functions, true},
		{"OpenTofu", "1.6.3", Functions, false},
		{"OpenTofu", "1.7.0", Functions, true},
		{"Terraform", "1.9.8", EphemeralVariables, false},
		{"Terraform", "1.10.0", EphemeralVariables, true},
		{"OpenTofu", "1.10.6", EphemeralVariables, false},
		{"OpenTofu", "1.11.0", EphemeralVariables, true},
		{"Terraform", "1.10.5", WriteOnly, false},
		{"Terraform", "1.11.4", WriteOnly, true},
		{"Terraform", "1.11.4", Identity, false},
		{"OpenTofu", "1.12.0-beta1", Identity, true},
		{"Terraform", "1.13.5", Actions, false},
		{"Terraform", "1.14.0-rc1", Actions, true},
		{"OpenTofu", "1.12.6", Actions, false},
		{"OpenTofu", "1.12.6", ListResources, false},
		{"Terraform", "2.0.0", ListResources, true},
		{"OpenTofu", "2.0.0", ListResources, false},
	} {
		e := &engine.Engine{Name: test.name, Version: test.version}
		if got := has(t, e, test.feature); got != test.want {
			t.Errorf("%s %s has %s: %t, want %t", test.name, test.version, test.feature.name, got, test.want)
		}
	}
}
