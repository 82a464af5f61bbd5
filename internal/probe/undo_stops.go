package main

import (
	"context"
	"errors"
	"slices"
	"strconv"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

// stopsOf are the ids of the entries of a number.
func stopsOf(list *answer, number string) []string {
	var ids []string
	for _, row := range list.rows("data") {
		if sameNumber(textOf(row["phoneNumber"]), number) {
			ids = append(ids, textOf(row["id"]))
		}
	}
	return ids
}

// stopDeletes are the forms in which the documentation prints the call.
var stopDeletes = []string{"GET /stop-sms/delete", "POST /stop-sms/add"}

func (p *probe) deleteStop(id string, do func(call) *answer) (form string, got *answer) {
	params := map[string]any{"id": id}
	got = do(call{method: "GET", path: "/stop-sms/delete", params: params})
	if !got.noCall() {
		return stopDeletes[0], got
	}
	return stopDeletes[1], do(call{method: "POST", path: "/stop-sms/add", params: params})
}

// stopUndo is about the entry of the user's number that the probe added.
type stopUndo struct {
	probe *probe
	// before are the entries of the number that stay, and added is the id in the answer to
	// the addition, which need not be that of the list.
	before        []string
	added         string
	seen, deleted bool
}

func (p *probe) intendStop(before []string) (*entry, *stopUndo) {
	u := &stopUndo{probe: p, before: before}
	return p.journal.intend(
		"STOP entry of "+p.settings.ownNumber,
		"take your number off the STOP list in your dashboard, or it gets no more SMS of yours; an entry of before the run stays", u.pass,
	), u
}

// pass deletes what the list shows for the number, and reads that it is gone.
func (u *stopUndo) pass(ctx context.Context) error {
	p := u.probe
	list := p.get(ctx, "/stop-sms/list", nil)
	if !list.has("data") {
		return unexpected("the STOP list", list)
	}
	ids := slices.DeleteFunc(stopsOf(list, p.settings.ownNumber), func(id string) bool { return slices.Contains(u.before, id) })
	for _, id := range ids {
		u.seen = true
		u.delete(ctx, id)
	}
	n, err := strconv.Atoi(list.text("nbData"))
	switch {
	case len(ids) > 0:
		return errStillThere
	case err == nil && n > len(list.rows("data")):
		return errors.New("the STOP list is not whole, and does not show the entry")
	case u.seen || u.deleted || slices.Contains(u.before, u.added):
		return nil
	default:
		return errUnconfirmed
	}
}

// delete tries the id of the answer where that of the list is not known: the list shows that
// there is an entry of the user's number.
func (u *stopUndo) delete(ctx context.Context, id string) {
	do := func(c call) *answer { return u.probe.do(ctx, product.SMS, c) }
	_, got := u.probe.deleteStop(id, do)
	if got.refused() && u.added != "" && u.added != id && len(u.before) == 0 {
		_, got = u.probe.deleteStop(u.added, do)
	}
	u.deleted = u.deleted || got.succeeded()
}
