package contacts

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/batch"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// atOnce is how many calls are under way.
const atOnce = 8

// work is a change of a group and what became of it.
type work struct {
	// before is the group as it was, now the group as it was read last.
	before, now *addressBook
	want        map[string]detailsModel
	// planned is how many changes were to be made.
	planned int
	// err ended the work. lost is that of the first call without a clear answer, after which
	// the other calls went on.
	err, lost error

	mu sync.Mutex
	// done has the numbers whose change is made.
	done map[string]bool
	// refused has the vendor's reasons.
	refused map[string]string
	// open has the numbers of which no answer tells whether the group has them as wanted.
	open map[string]bool
	// answered has the reasons for those of open whose batch was answered.
	answered map[string]string
}

// change brings the group to what is wanted: it adds, changes what differs, and deletes
// what is neither wanted nor exempt by removable. Every contact is written at most once.
func (b *addressBook) change(ctx context.Context, want map[string]detailsModel, removable func(number string) bool) *work {
	w := &work{before: b, now: b, want: want, done: map[string]bool{}, refused: map[string]string{}, open: map[string]bool{}, answered: map[string]string{}}
	var added, updated, deleted []string
	for number, details := range want {
		contact, there := b.contacts[number]
		switch {
		case !there:
			added = append(added, number)
		case !matches(contact, details):
			updated = append(updated, number)
		}
	}
	for number := range b.contacts {
		if _, wanted := want[number]; !wanted && removable(number) {
			deleted = append(deleted, number)
		}
	}
	w.planned = len(added) + len(updated) + len(deleted)
	for _, numbers := range [][]string{added, updated, deleted} {
		slices.Sort(numbers)
	}
	w.add(ctx, added)
	w.each(ctx, updated, w.update)
	w.each(ctx, deleted, w.delete)
	w.settle(ctx)
	return w
}

// add adds numbers in batches.
func (w *work) add(ctx context.Context, numbers []string) {
	err := batch.Plan{Size: sms.MaxContacts, AtOnce: atOnce, GoOn: partner.OutcomeUnknown}.Run(ctx, len(numbers), func(ctx context.Context, from, to int) error {
		contacts := make([]sms.NewContact, 0, to-from)
		for _, number := range numbers[from:to] {
			contacts = append(contacts, sms.NewContact{PhoneNumber: number, ContactDetails: w.want[number].details()})
		}
		rows, err := w.now.client.AddContacts(ctx, w.now.groupID, contacts)
		w.mu.Lock()
		defer w.mu.Unlock()
		if partner.OutcomeUnknown(err) {
			rows = make([]sms.Row, len(contacts))
		}
		for i, row := range rows {
			switch number := contacts[i].PhoneNumber; {
			case row.Added:
				w.done[number] = true
			case row.Refusal != "":
				w.refused[number] = row.Refusal
			default: // in the group already, with details that are not known
				w.open[number] = true
				switch {
				case err != nil:
				case row.InGroup:
					w.answered[number] = notListed
				default:
					w.answered[number] = notMentioned
				}
			}
		}
		return err
	})
	w.failedWith(err)
}

// each makes a call for each number.
func (w *work) each(ctx context.Context, numbers []string, call func(context.Context, string) error) {
	if w.err != nil {
		return
	}
	err := batch.Plan{Size: 1, AtOnce: atOnce, GoOn: partner.OutcomeUnknown}.Run(ctx, len(numbers), func(ctx context.Context, from, _ int) error {
		number := numbers[from]
		err := call(ctx, number)
		w.mu.Lock()
		defer w.mu.Unlock()
		switch {
		case err == nil:
			w.done[number] = true
		case partner.OutcomeUnknown(err):
			w.open[number] = true
		}
		return err
	})
	w.failedWith(err)
}

func (w *work) update(ctx context.Context, number string) error {
	return w.now.client.UpdateContact(ctx, w.now.contacts[number].ID, number, w.want[number].details())
}

func (w *work) delete(ctx context.Context, number string) error {
	return w.now.client.DeleteContact(ctx, w.now.contacts[number].ID)
}

// failedWith keeps the error of a series of calls.
func (w *work) failedWith(err error) {
	switch {
	case partner.OutcomeUnknown(err):
		w.lost = cmp.Or(w.lost, err)
	case err != nil:
		w.err = err
	}
}

// settle reads the group where calls got no clear answer: what the group has as wanted is
// done. Contacts that the group had already then get the details that are wanted.
func (w *work) settle(ctx context.Context) {
	if w.err != nil || len(w.open) == 0 {
		w.err = cmp.Or(w.err, w.lost)
		return
	}
	_, err := wait.Listed(ctx, func(ctx context.Context) (bool, error) {
		read, err := w.now.again(ctx)
		if err != nil {
			return false, err
		}
		w.now = read
		return len(w.unsettled()) == 0, nil
	})
	if err != nil {
		w.err = cmp.Or(w.lost, err)
		return
	}
	left := w.unsettled()
	for number := range w.open {
		switch {
		case !left[number]:
			w.done[number] = true
		case w.answered[number] != "":
			w.refused[number] = w.answered[number]
			delete(left, number)
		}
	}
	w.open = left
	var differing []string
	for number := range w.done {
		if _, wanted := w.want[number]; wanted && !w.isBefore(number) {
			if contact, there := w.now.contacts[number]; there && !matches(contact, w.want[number]) {
				differing = append(differing, number)
			}
		}
	}
	w.each(ctx, differing, w.update)
	if len(w.open) > 0 {
		w.err = cmp.Or(w.err, w.lost)
	}
}

// Reasons of contacts that an answer neither refuses nor adds, and that the group does not
// have.
const (
	notMentioned = "The answer does not tell what became of the contact, and the group does not list it."
	notListed    = "The answer says that the group has the contact already, but the group does not list it."
)

func (w *work) isBefore(number string) bool {
	_, before := w.before.contacts[number]
	return before
}

// unsettled returns the open numbers that the group does not have as wanted: a new contact
// has to be there, a changed one has to match, a deleted one has to be gone.
func (w *work) unsettled() map[string]bool {
	left := map[string]bool{}
	for number := range w.open {
		want, wanted := w.want[number]
		contact, there := w.now.contacts[number]
		if there != wanted || wanted && w.isBefore(number) && !matches(contact, want) {
			left[number] = true
		}
	}
	return left
}
