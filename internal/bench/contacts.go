package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

// addressBook has as many contacts as var.contacts.
const addressBook = providerConfig + `
variable "contacts" {
  type = map(object({ firstname = string, custom1 = string }))
}

resource "smspartner_group_contacts" "this" {
  group_id = "G101"
  contacts = var.contacts
}
`

// manyContacts is the size that the documentation speaks of.
const manyContacts = 10_000

// contactForms has the page size that a client found.
var contactForms = sms.ContactForms{ContactPageSize: 500}

// contacts creates an address book, and plans it without a change.
func (b *bench) contacts(ctx context.Context) error {
	b.say("\nAn address book of %d contacts\n\necho      the same plan by a provider that hands back what it is given, without a request", manyContacts)
	created, err := b.measure(ctx, 1, trial{command: "apply", mode: attached, config: addressBook, contacts: manyContacts})
	if err != nil {
		return err
	}
	planned, err := b.measure(
		ctx, repeats,
		trial{command: "plan", mode: attached, config: addressBook, contacts: manyContacts, applied: true},
		trial{command: "plan", mode: attachedIdle, config: addressBook, contacts: manyContacts, applied: true},
	)
	if err != nil {
		return err
	}
	t := b.table()
	_, _ = fmt.Fprintln(t, "run\trequests\tof which add\twall\tengine CPU\tprovider CPU\tpeak memory")
	for i, s := range append(created, planned...) {
		_, _ = fmt.Fprintf(t, "%s\t%d\t%d\t%.2f s\t%.2f s\t%.2f s\t%s\n", []string{"create (one run)", "plan", "echo"}[i],
			s.requests, s.adds, s.wall.Seconds(), s.engineCPU.Seconds(), s.providerCPU.Seconds(), mebibytes(s.providerPeak))
	}
	if err := t.Flush(); err != nil {
		return err
	}
	b.say("\nA plan without a change takes %.2f times as long as the echo.", planned[0].wall.Seconds()/planned[1].wall.Seconds())
	return nil
}

// writeContacts writes n contacts for a configuration that has a variable for them.
func writeContacts(path string, n int) error {
	type person struct {
		Firstname string `json:"firstname"`
		Custom1   string `json:"custom1"`
	}
	people := make(map[string]person, n)
	for i := range n {
		people[fmt.Sprintf("+336%08d", i)] = person{fmt.Sprintf("Person %d", i), "on call"}
	}
	encoded, err := json.Marshal(map[string]any{"contacts": people})
	if err != nil {
		return err
	}
	return os.WriteFile(path, encoded, 0o600)
}
