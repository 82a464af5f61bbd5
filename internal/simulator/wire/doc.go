// Package wire is the HTTP side of every simulated product: it finds the route of a
// request, reads and checks its parameters, keeps the documented rates, renders the
// answer, and records what arrived. It also plays scripts and calls webhooks.
//
// The package knows no account and no product. A [Product] gives it routes, whose
// handlers know their account.
package wire
