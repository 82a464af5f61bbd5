package main

import (
	"fmt"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
	"github.com/smspartner/terraform-provider-smspartner/internal/provider"
)

// kind is one of the kinds of types, and functions.
type kind struct {
	name string
	// folder is where the Registry wants the pages of the kind.
	folder string
	// since is the first version of each engine that has the kind; empty if every engine on
	// which the provider runs has it.
	since string
	on    func(framework.Page) []string
}

var kinds = []kind{
	{"resource", "resources", "", func(p framework.Page) []string { return p.Resources }},
	{"data source", "data-sources", "", func(p framework.Page) []string { return p.DataSources }},
	{"ephemeral resource", "ephemeral-resources", "Terraform 1.10 or OpenTofu 1.11", func(p framework.Page) []string { return p.Ephemerals }},
	{"list resource", "list-resources", "Terraform 1.14", func(p framework.Page) []string { return p.Lists }},
	{"action", "actions", "Terraform 1.14", func(p framework.Page) []string { return p.Actions }},
	{"function", "functions", "Terraform 1.8 or OpenTofu 1.7", func(p framework.Page) []string { return p.Functions }},
}

// registry is where the Registry shows the pages. The index needs whole addresses: it is
// shown at .../latest as well as at .../latest/docs, so that a relative link breaks at one.
const registry = "https://registry.terraform.io/providers/smspartner/smspartner/latest/docs/"

// page is the path of the page of a type or function below the documentation.
func (k kind) page(name string) string {
	return k.folder + "/" + strings.TrimPrefix(name, provider.Name+"_")
}

// link is the name of a type or function, with a link to its own page.
func (k kind) link(name string) string {
	return fmt.Sprintf("[`%s`](%s) (%s)", name, registry+k.page(name), k.name)
}

// versions explains the versions in the table.
const versions = "Each version is the first that supports this kind of type. Where a row names Terraform alone, OpenTofu does not support it."

// table returns the menu as Markdown, with what the services have for each of its pages.
func table(menu []chapter, services []framework.Service) string {
	var rows strings.Builder
	row := func(cells ...string) {
		rows.WriteString("| " + strings.Join(cells, " | ") + " |\n")
	}
	row("Vendor's page, in French and English", "Type", "Needs")
	row("---", "---", "---")
	for _, c := range menu {
		row(c.cell(c, "**"), c.without, key(c.of))
		for _, e := range c.entries {
			if e.heading {
				row(e.cell(c, "*"), "", "")
				continue
			}
			types, needs := contents(titled(services, c.of, e.french.text))
			row(e.cell(c, ""), e.without+strings.Join(types, "<br>"), strings.Join(needs, "<br>"))
		}
	}
	return rows.String() + "\n" + versions
}

// cell names the entry in both languages, between marks for bold or italics, with a link
// for each unless the entry only groups others and has no page that is known.
func (e entry) cell(c chapter, mark string) string {
	if e.heading && e.french.path == "" {
		if strings.EqualFold(e.french.text, e.english.text) {
			return mark + e.french.text + mark
		}
		return mark + e.french.text + mark + "<br>" + mark + e.english.text + mark
	}
	lines := make([]string, len(languages))
	for i, l := range languages {
		title, above := l.link(c, e)
		lines[i] = mark + title + mark
		if above != "" {
			lines[i] += " (see " + above + ")"
		}
	}
	return strings.Join(lines, "<br>")
}

// key names the key that the types of a product need.
func key(of product.Product) string {
	if of == (product.Product{}) {
		return ""
	}
	text := fmt.Sprintf("the [key](%s): `%s` or `%s`", of.Dashboard, of.KeyVariable, of.KeyArgument)
	if of.TakesKeyOfSMS() {
		text += ", else the key of " + product.SMS.Name
	}
	return text
}

// titled returns the page of a product that has this title; without types if there is none.
func titled(services []framework.Service, of product.Product, title string) framework.Page {
	for _, service := range services {
		if service.Product != of {
			continue
		}
		for _, p := range service.Pages {
			if p.Title == title {
				return p
			}
		}
	}
	return framework.Page{}
}

// contents returns the lines of a page's cells.
func contents(p framework.Page) (types, needs []string) {
	if p.Needs != "" {
		needs = append(needs, p.Needs)
	}
	for _, k := range kinds {
		names := k.on(p)
		for _, name := range names {
			types = append(types, k.link(name))
		}
		if len(names) > 0 && k.since != "" {
			needs = append(needs, k.name+": "+k.since)
		}
	}
	return types, needs
}
