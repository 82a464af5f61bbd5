package framework

// Page is a page of the vendor's documentation, with what the provider has for it. The
// table in the provider's own documentation is made of these, see internal/pages.
type Page struct {
	// Title is the French title in the vendor's menu.
	Title string
	// Needs is what must be there before the page's call works, such as an activation by the
	// vendor, in Markdown; empty if the vendor names nothing.
	Needs string
	// The names of the types and functions.
	Resources, DataSources, Ephemerals, Lists, Actions, Functions []string
}
