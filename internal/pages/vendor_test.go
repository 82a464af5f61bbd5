package main

import (
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
	"github.com/smspartner/terraform-provider-smspartner/internal/provider"
)

// A type links each page that it is on, in the menu's order: the page itself where it was
// seen, else the nearest above.
func TestVendorsPages(t *testing.T) {
	t.Parallel()
	services := []framework.Service{{Product: product.SMS, Pages: []framework.Page{
		{Title: "Pigeons", Resources: []string{"smspartner_pigeon"}, Lists: []string{"smspartner_pigeon"}},
		{Title: "Merles", Resources: []string{"smspartner_pigeon"}, Functions: []string{"wings"}},
	}}}
	got := vendorsPages([]chapter{{
		entry: entry{french: at("/oiseaux", "Oiseaux"), english: unseen("Birds")}, of: product.SMS,
		entries: []entry{
			page(unseen("Merles"), unseen("Blackbirds")),
			page(at("/oiseaux/pigeons", "Pigeons"), at("/en/birds/pigeons", "Pigeons")),
		},
	}}, services)
	pigeons := "[Pigeons](https://www.docpartner.dev/oiseaux/pigeons) (French), [Pigeons](https://www.docpartner.dev/en/birds/pigeons) (English)"
	merles := "Merles (French, see [Oiseaux](https://www.docpartner.dev/oiseaux)), Blackbirds (English, see [Doc Partner](https://www.docpartner.dev/en))"
	for path, want := range map[string]string{
		"resources/pigeon":      "Vendor's pages: " + merles + "; " + pigeons + ".",
		"list-resources/pigeon": "Vendor's page: " + pigeons + ".",
		"functions/wings":       "Vendor's page: " + merles + ".",
	} {
		if got[path] != want {
			t.Errorf("%s: got\n%s\nwant\n%s", path, got[path], want)
		}
		delete(got, path)
	}
	for path, line := range got {
		t.Errorf("%s: got %s, want nothing", path, line)
	}
}

// Each page of a type has the line with the links, and nothing else of the vendor's menu.
func TestVendorsPages_Types(t *testing.T) {
	t.Parallel()
	lines := vendorsPages(menu, provider.Services())
	for _, c := range menu {
		for _, e := range c.entries {
			on := titled(provider.Services(), c.of, e.french.text)
			for _, k := range kinds {
				for _, name := range k.on(on) {
					if line := lines[k.page(name)]; strings.Count(line, e.line(c)) != 1 {
						t.Errorf("%s does not link %q once: %s", k.page(name), e.french.text, line)
					}
				}
			}
		}
	}
}

// Each address is one on the vendor's site, in its language and below that of its product,
// and stands once.
func TestMenu_Addresses(t *testing.T) {
	t.Parallel()
	seen := map[string]string{}
	check := func(title title, below string) {
		t.Helper()
		_, address, linked := strings.Cut(title.markdown(), "](")
		if title.path == "" {
			return
		}
		if !linked || !strings.HasPrefix(address, below) {
			t.Errorf("the address of %q is not below %s: %s", title.text, below, address)
		}
		if other, ok := seen[address]; ok {
			t.Errorf("%q and %q have the address %s", other, title.text, address)
		}
		seen[address] = title.text
	}
	for _, c := range menu {
		check(c.french, "https://www.docpartner.dev/")
		check(c.english, "https://www.docpartner.dev/en")
		for _, e := range c.entries {
			check(e.french, "https://www.docpartner.dev"+c.french.path+"/")
			check(e.english, "https://www.docpartner.dev/en/api"+strings.TrimPrefix(c.french.path, "/api")+"/")
		}
	}
}
