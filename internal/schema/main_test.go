package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/provider"
)

// The description of each type begins with the heading of its section, once.
func TestRun_Sections(t *testing.T) {
	t.Parallel()
	sectionOf := map[string]string{}
	for _, service := range provider.Services() {
		for _, name := range service.TypeNames(t.Context(), provider.Name) {
			sectionOf[name] = service.Section
		}
	}
	var out bytes.Buffer
	if err := run(t.Context(), &out); err != nil {
		t.Fatal(err)
	}
	var printed struct {
		Schemas map[string]map[string]json.RawMessage `json:"provider_schemas"`
	}
	if err := json.Unmarshal(out.Bytes(), &printed); err != nil {
		t.Fatal(err)
	}
	found := 0
	for kind, raw := range printed.Schemas[provider.Name] {
		if kind == "provider" || kind == "functions" || kind == "resource_identity_schemas" { // which have no section
			continue
		}
		var types map[string]struct {
			Block struct{ Description string }
		}
		if err := json.Unmarshal(raw, &types); err != nil {
			t.Fatal(err)
		}
		for name, described := range types {
			found++
			section, ok := sectionOf[name]
			text := described.Block.Description
			if !ok || section == "" || strings.Count(text, section+"\n\n") != 1 || !strings.HasPrefix(text, section+"\n\n") {
				t.Errorf("%s.%s, of the section %q: the description is %q", kind, name, section, text)
			}
		}
	}
	if found == 0 {
		t.Error("no type is printed")
	}
}
