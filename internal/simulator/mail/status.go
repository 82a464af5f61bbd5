package mail

import (
	"cmp"
	"net/http"
	"strconv"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// The words of a [StatusForms] for a recipient that the status does not list. With NotFound,
// a mail without another recipient is not found, code 4; with NoRow its list is empty.
const (
	NotFound = "not found"
	NoRow    = "no row"
)

// StatusForms are the words for a recipient of a mail that has not arrived, "Pending" when
// empty: [NotFound], [NoRow] or any other. Only Delivered is documented.
type StatusForms struct {
	WaitingStatus   string `flag:"mail-waiting-status" value:"word" help:"word for a mail that has not arrived, \"not found\" for code 4, \"no row\" for a recipient that is not listed (default \"Pending\")"`
	ScheduledStatus string `flag:"mail-scheduled-status" value:"word" help:"word for a mail that has not left, likewise"`
	CancelledStatus string `flag:"mail-cancelled-status" value:"word" help:"word for a cancelled mail, likewise"`
}

// pending is a word that one client guesses.
const pending = "Pending"

// statusPage is the page "Statut par message".
func (a *Account) statusPage() []wire.Route {
	return []wire.Route{{
		Method:     http.MethodGet,
		Path:       "/bulk-status",
		Parameters: []wire.Parameter{wire.KeyParameter, messageIDParameter, wire.FormatParameter},
		Handle:     a.bulkStatus,
	}}
}

func (a *Account) bulkStatus(c *wire.Call) (wire.Object, *wire.Failure) {
	id := c.Text(messageIDParameter.Name)
	if id == "" {
		return nil, messageIDRequired
	}
	m := a.mail(id)
	if m == nil || a.Now().Before(m.made.Add(a.options.ListingDelay)) {
		return nil, messageNotFound
	}
	rows, unknown := []wire.Object{}, false
	for _, to := range m.Recipients {
		switch word, date := a.status(m, to); word {
		case NotFound:
			unknown = true
		case NoRow:
		default:
			rows = append(rows, a.statusRow(m, to, word, date))
		}
	}
	if len(rows) == 0 && unknown {
		return nil, messageNotFound
	}
	return wire.Success(a.options.Variant.idField(m), wire.List("StatutResponseList", rows)), nil
}

// status is the word for a recipient, and since when it is.
func (a *Account) status(m *Mail, to Recipient) (word string, date time.Time) {
	forms, now, becomes := a.options.Variant.StatusForms, a.Now(), outcomeOf(to.Email)
	arrives := m.Leaves.Add(a.options.DeliveryDelay)
	switch {
	case becomes.status == NoRow:
		return NoRow, m.made
	case m.Cancelled:
		return cmp.Or(forms.CancelledStatus, pending), m.made
	case now.Before(m.Leaves):
		return cmp.Or(forms.ScheduledStatus, pending), m.made
	case now.Before(arrives), becomes.status == "":
		return cmp.Or(forms.WaitingStatus, pending), m.Leaves
	default:
		return becomes.status, arrives
	}
}

func (a *Account) statusRow(m *Mail, to Recipient, word string, date time.Time) wire.Object {
	becomes := outcomeOf(to.Email)
	cost := price
	if m.Sandbox {
		cost = a.options.Variant.sandboxCost(cost)
	}
	return wire.Object{
		wire.Text("email", to.Email),
		wire.Text("token", to.Token),
		wire.Text("status", word),
		wire.Decimal("cost", cost.Decimal()),
		wire.Boolean("stopMail", becomes.optsOut && word == becomes.status || a.isUnsubscribed(to.Email)),
		wire.Text("date", strconv.FormatInt(date.Unix(), 10)),
	}
}
