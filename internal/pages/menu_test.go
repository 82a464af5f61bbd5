package main

import (
	"maps"
	"slices"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/smspartner/terraform-provider-smspartner/internal/provider"
)

// unlisted are the functions that no page of the vendor is about.
var unlisted = []string{"function e164"}

// Each type is on a page of the vendor's, each name on a page is a type of the provider,
// of the kind that the page says.
func TestMenu_Types(t *testing.T) {
	t.Parallel()
	has := map[string]bool{}
	for _, service := range provider.Services() {
		for _, p := range service.Pages {
			for _, k := range kinds {
				for _, name := range k.on(p) {
					has[k.name+" "+name] = true
				}
			}
		}
	}
	names := typesAndFunctions(t)
	for _, name := range names {
		if on := has[name]; on == slices.Contains(unlisted, name) {
			t.Errorf("%s is on a page: %t. Each type belongs on one in the Pages of its service", name, on)
		}
	}
	for name := range maps.Keys(has) {
		if !slices.Contains(names, name) {
			t.Errorf("%s is on a page, and does not exist", name)
		}
	}
}

// typesAndFunctions returns the names of all, each after its kind.
func typesAndFunctions(t *testing.T) []string {
	t.Helper()
	all, err := provider.NewServer("test").GetMetadata(t.Context(), &tfprotov6.GetMetadataRequest{})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, of := range all.Resources {
		names = append(names, "resource "+of.TypeName)
	}
	for _, of := range all.DataSources {
		names = append(names, "data source "+of.TypeName)
	}
	for _, of := range all.EphemeralResources {
		names = append(names, "ephemeral resource "+of.TypeName)
	}
	for _, of := range all.ListResources {
		names = append(names, "list resource "+of.TypeName)
	}
	for _, of := range all.Actions {
		names = append(names, "action "+of.TypeName)
	}
	for _, of := range all.Functions {
		names = append(names, "function "+of.Name)
	}
	if len(names) == 0 {
		t.Fatal("the provider has no type")
	}
	return names
}

// Each page of a service is in the menu of its product, and no other service has it; each
// page of the menu with a call has a type, and no other has one.
func TestMenu_Pages(t *testing.T) {
	t.Parallel()
	type key struct{ product, title string }
	declared := map[key]int{}
	for _, service := range provider.Services() {
		for _, p := range service.Pages {
			declared[key{service.Product.Name, p.Title}]++
			if types, _ := contents(p); len(types) == 0 {
				t.Errorf("the page %q of %s has no type", p.Title, service.Product.Name)
			}
		}
	}
	for _, c := range menu {
		for _, e := range c.entries {
			page, want := key{c.of.Name, e.french.text}, 1
			if e.heading || e.without != "" {
				want = 0
			}
			if declared[page] != want {
				t.Errorf("%d services have the page %q of %s, want %d", declared[page], e.french.text, c.of.Name, want)
			}
			delete(declared, page)
		}
	}
	for page := range declared {
		t.Errorf("the page %q of %s is not in the menu", page.title, page.product)
	}
}
