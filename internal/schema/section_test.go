package main

import (
	"io"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
)

// Each type of the provider has a section, and each section has its types.
func TestRun(t *testing.T) {
	t.Parallel()
	if err := run(t.Context(), io.Discard); err != nil {
		t.Error(err)
	}
}

func TestAddSections(t *testing.T) {
	t.Parallel()
	described := func(text string) *tfprotov6.Schema {
		return &tfprotov6.Schema{Block: &tfprotov6.SchemaBlock{Description: text}}
	}
	credits := described("Asks for the balance.")
	err := addSections(map[string]*tfprotov6.Schema{"smspartner_credits": credits, "smspartner_pigeon": described("Sends a pigeon.")})
	if want := "Account\n\nAsks for the balance."; credits.Block.Description != want {
		t.Errorf("got %q, want %q", credits.Block.Description, want)
	}
	if err == nil {
		t.Fatal("a type without a section passes")
	}
	for _, want := range []string{
		"smspartner_pigeon has no section: name it in internal/schema/section.go",
		"the provider has no smspartner_sms: take it out of internal/schema/section.go",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q is not in %q", want, err)
		}
	}
	if strings.Contains(err.Error(), "smspartner_credits") {
		t.Errorf("complains about a known type: %q", err)
	}
}
