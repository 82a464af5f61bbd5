// Package simulator stands in for the vendor's HTTP API, in memory and on
// loopback only: for tests (see [Start]), for the demonstration and, as a
// program, for anybody who wants to try a configuration without an account.
//
// One simulator is one customer of the vendor, with an account of each of the three
// products. Package wire serves them over HTTP, package sms, voice and mail hold what
// each of them answers.
//
// It answers what the vendor's documentation prints. Where the documentation
// contradicts itself, or answers recorded from the real API differ from it,
// [Variant] selects the form. What the documentation leaves open is marked as
// not known where the simulator had to choose.
//
// It is lenient in its answers and strict in its notes: a request that departs from the
// documentation gets the vendor's documented answer if there is one, and is listed in
// [Simulator.Violations].
//
// A send moves through the account: it is counted in [Simulator.Sent], in
// [voice.Account.Campaigns] or in [mail.Account.Mails], takes from the credits, waits for its schedule on
// the simulator's clock (see [Simulator.Advance]) and, while a [Server] runs,
// calls the webhooks of the request, on loopback only.
package simulator
