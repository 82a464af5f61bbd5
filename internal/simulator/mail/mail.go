package mail

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// Mail is what a call has sent, or queued to be sent, to all of its recipients.
type Mail struct {
	ID, Subject string
	// HTML is as it came, see [Mail.Shown].
	HTML       string
	Recipients []Recipient
	// ReplyTo is zero for a mail without one.
	ReplyTo     Address
	Variables   map[string]string
	Attachments []Attachment
	Tag         string
	// Scheduled is for when the request asked, zero for a mail that leaves at once. Leaves is
	// later where quiet hours hold the mail.
	Scheduled, Leaves time.Time
	// Cost is the decimal number that the answer told. It was charged unless Sandbox.
	Cost string
	// Sandbox says that nothing was sent or charged in truth.
	Sandbox   bool
	Cancelled bool

	// made is when the call came, purged from when on the account does not know the mail, zero
	// for never.
	made, purged time.Time
	charged      wire.Amount
}

// Address is an address, with a name or without.
type Address struct{ Email, Name string }

// Recipient is who gets a mail. The token is that of the status.
type Recipient struct {
	Address

	Token string
}

// Attachment is what a mail brings. The content is known by its length and its SHA-256, in
// hexadecimal digits: it can be large.
type Attachment struct {
	Name, Type string
	Length     int64
	SHA256     string
}

// Mails returns what calls have sent so far, in order, sandbox mails among them, even when
// the account knows them no more. A scripted step without Process sends nothing.
func (a *Account) Mails() []Mail {
	a.mu.Lock()
	defer a.mu.Unlock()
	mails := make([]Mail, 0, len(a.mails))
	for _, m := range a.mails {
		sent := *m
		sent.Recipients = slices.Clone(m.Recipients)
		sent.Variables = maps.Clone(m.Variables)
		sent.Attachments = slices.Clone(m.Attachments)
		mails = append(mails, sent)
	}
	return mails
}

// Shown is the HTML that a recipient sees. What the two links look like is not documented.
// A name between signs that is no variable stands as it came.
func (m Mail) Shown(to Recipient) string {
	replaced := []string{
		"#READ_ONLINE#", "https://mail.example.com/online/" + to.Token,
		"#UNSUBSCRIBE_LINK#", "https://mail.example.com/unsubscribe/" + to.Token,
	}
	for _, name := range slices.Sorted(maps.Keys(m.Variables)) {
		replaced = append(replaced, "#"+name+"#", m.Variables[name])
	}
	return strings.NewReplacer(replaced...).Replace(m.HTML)
}

// AddMail puts a mail into the account that left just now, unless Leaves says otherwise, and
// returns its id.
func (a *Account) AddMail(m Mail) string {
	a.mu.Lock()
	defer a.mu.Unlock()
	m.made = a.Now()
	if m.Leaves.IsZero() {
		m.Leaves = m.made
	}
	a.add(&m)
	return m.ID
}

// firstID is the id in the samples of the pages on cancelling and on the status.
const firstID = 300

// add keeps a mail under an id of its own, and gives tokens to its recipients.
func (a *Account) add(m *Mail) {
	m.ID = strconv.Itoa(firstID + len(a.mails))
	if a.options.Variant.MessageID == IDLetters {
		m.ID = "mX" + m.ID
	}
	for i := range m.Recipients {
		a.tokens++
		m.Recipients[i].Token = "t" + strconv.Itoa(a.tokens)
	}
	a.mails = append(a.mails, m)
}

// mail finds one by its id; nil without one that the account knows.
func (a *Account) mail(id string) *Mail {
	i := slices.IndexFunc(a.mails, func(m *Mail) bool {
		return m.ID == id && (m.purged.IsZero() || a.Now().Before(m.purged))
	})
	if i < 0 {
		return nil
	}
	return a.mails[i]
}
