package main

import (
	"context"
	"fmt"

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

// planRepeats is how often each plan of the address book is made: they take long.
const planRepeats = 3

// contacts creates an address book, and plans it without a change.
func (b *bench) contacts(ctx context.Context) error {
	b.say(`
An address book of %d contacts, on pages of %d

echo      the same plan by a provider whose reads hand back what they are given, without a request
`, manyContacts, contactForms.ContactPageSize)
	w, err := b.newStage(ctx, addressBook, map[string]any{"contacts": people(manyContacts)})
	if err != nil {
		return err
	}
	defer w.close()
	created, err := w.run(ctx, attached, "apply", "-auto-approve")
	if err != nil {
		return err
	}
	var plans, echoes []sample
	for range planRepeats {
		plan, err := w.run(ctx, attached, "plan", "-detailed-exitcode")
		if err != nil {
			return err
		}
		echo, err := w.run(ctx, attachedIdle, "plan")
		if err != nil {
			return err
		}
		plans, echoes = append(plans, plan), append(echoes, echo)
	}
	plan, echo := median(plans), median(echoes)
	t := b.table()
	_, _ = fmt.Fprintln(t, "run\trequests\tof which add\twall\tengine CPU\tprovider CPU\tpeak memory")
	for _, row := range []struct {
		name string
		sample
	}{{"create (one run)", created}, {"plan", plan}, {"echo", echo}} {
		_, _ = fmt.Fprintf(t, "%s\t%d\t%d\t%.2f s\t%.2f s\t%.2f s\t%s\n", row.name,
			row.requests, row.adds, row.wall.Seconds(), row.engineCPU.Seconds(), row.providerCPU.Seconds(), mebibytes(row.providerPeak))
	}
	if err := t.Flush(); err != nil {
		return err
	}
	b.say("\nA plan without a change takes %.2f times as long as the echo.", plan.wall.Seconds()/echo.wall.Seconds())
	return nil
}

type person struct {
	Firstname string `json:"firstname"`
	Custom1   string `json:"custom1"`
}

// people are n contacts, by number.
func people(n int) map[string]person {
	all := make(map[string]person, n)
	for i := range n {
		all[fmt.Sprintf("+336%08d", i)] = person{fmt.Sprintf("Person %d", i), "on call"}
	}
	return all
}
