package subaccount

import (
	"context"
	"fmt"
	"iter"
	"net/http"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

var list = partner.Operation{
	Name:     "subaccount/list",
	Method:   http.MethodGet,
	Path:     "/subaccount/list",
	Class:    partner.Read,
	Secret:   true, // it has the key of every sub-account
	Data:     "data",
	DataKind: partner.List,
	Count:    "total",
	Codes:    map[string]partner.Meaning{"1": partner.MeaningKeyMissing},
}

// perPage is the documented size of a page, for an answer that does not name it.
const perPage = 20

// mostReadings bounds how often a list that changes while it is read is begun again.
const mostReadings = 3

// List returns all sub-accounts. A list that may lack some is an error: a sub-account that
// is not in the list is gone.
//
// The vendor's documentation: "Liste des sous-comptes" / "List of sub-accounts".
func (c *Client) List(ctx context.Context) ([]Subaccount, error) {
	var all []Subaccount
	err := c.each(ctx, nil, func() { all = []Subaccount{} }, func(s Subaccount) bool {
		all = append(all, s)
		return true
	})
	return all, err
}

// Find returns the first sub-account that is the one looked for; false if the whole list
// has none.
func (c *Client) Find(ctx context.Context, is func(Subaccount) bool) (Subaccount, bool, error) {
	return c.find(ctx, nil, is)
}

// APIKey returns the key of a sub-account, which is nil while there is none, with the
// sub-account itself; false if there is no such sub-account.
func (c *Client) APIKey(ctx context.Context, token string) (key *string, s Subaccount, found bool, err error) {
	s, found, err = c.find(ctx, func(row *partner.Object, t string) {
		if t == token {
			key = row.Text("apiKey")
		}
	}, func(s Subaccount) bool { return s.Token == token })
	return key, s, found, err
}

func (c *Client) find(ctx context.Context, look func(*partner.Object, string), is func(Subaccount) bool) (Subaccount, bool, error) {
	var found Subaccount
	there := false
	err := c.each(ctx, look, func() {}, func(s Subaccount) bool {
		if is(s) {
			found, there = s, true
		}
		return !there
	})
	if err != nil {
		return Subaccount{}, false, err
	}
	return found, there, nil
}

// All goes through the sub-accounts, and reads a page when it is needed. An error is the
// last thing that it yields.
func (c *Client) All(ctx context.Context) iter.Seq2[Subaccount, error] {
	return c.read(ctx, &reading{})
}

// each goes through the whole list, and begins again if the list changed meanwhile.
func (c *Client) each(ctx context.Context, look func(*partner.Object, string), begin func(), next func(Subaccount) bool) error {
	for attempt := 1; ; attempt++ {
		r := &reading{look: look}
		begin()
		err := func() error {
			for s, err := range c.read(ctx, r) {
				if err != nil {
					return err
				}
				if !next(s) {
					break
				}
			}
			return nil
		}()
		if err == nil || !r.moved || attempt == mostReadings {
			return err
		}
	}
}

func (c *Client) read(ctx context.Context, r *reading) iter.Seq2[Subaccount, error] {
	return partner.Pages(ctx, func(ctx context.Context, page int) ([]Subaccount, error) {
		if r.ended {
			return nil, nil
		}
		return partner.Do(ctx, c.partner, &list, partner.Params{"page": page}, func(o *partner.Object) []Subaccount { return r.page(o, page) })
	}, func(s Subaccount) string { return s.Token })
}

// reading is how far a list has been read.
type reading struct {
	// look, if set, sees each row of an answer.
	look func(row *partner.Object, token string)
	// emails are those of the sub-accounts so far, by token.
	emails map[string]string
	// total is what the first page says; nil if it says nothing.
	total *int64
	ended bool
	// moved says that the list changed while it was read, so that a row may have slipped
	// from a page that was not read yet to one that was.
	moved bool
}

// page reads a page, the number of which begins with 1.
func (r *reading) page(o *partner.Object, number int) []Subaccount {
	total := r.count(o)
	if number == 1 {
		r.total, r.emails = total, map[string]string{}
	} else if total != nil && r.total != nil && *total != *r.total {
		r.moved = true
	}
	rows := o.List("data")
	subaccounts := make([]Subaccount, 0, len(rows))
	for _, row := range rows {
		s := decode(row)
		if s.Token == "" {
			o.Reject("its " + row.Name() + " has no token")
			return nil
		}
		switch email, twice := r.emails[s.Token]; {
		case !twice:
			r.emails[s.Token] = value(s.Email)
			subaccounts = append(subaccounts, s)
		case email != value(s.Email):
			o.Reject("it lists one token with two e-mail addresses")
		}
		if r.look != nil {
			r.look(row, s.Token)
		}
	}
	repeated := len(rows) - len(subaccounts)
	r.moved = r.moved || number > 1 && repeated > 0 && len(subaccounts) > 0
	read := int64(len(r.emails))
	r.ended = len(subaccounts) == 0 || r.total != nil && read >= *r.total && int64(len(rows)) < pageSize(o)
	switch {
	case r.moved:
		o.Reject("the list changed while it was read")
	case r.ended && r.total != nil && read != *r.total:
		o.Reject(fmt.Sprintf("it counts %d sub-accounts, but lists %d", *r.total, read))
	}
	return subaccounts
}

// count returns how many sub-accounts there are by the answer's own count; nil if it has
// none.
func (r *reading) count(o *partner.Object) *int64 {
	if len(o.Claims("total")) == 0 {
		return nil
	}
	total := o.Int("total")
	if total == nil {
		o.Reject("how many sub-accounts it counts can't be read")
	}
	return total
}

func pageSize(o *partner.Object) int64 {
	if size := o.Int("nb_per_page"); size != nil {
		return *size
	}
	return perPage
}

// decode reads a row of the list, less the key.
func decode(o *partner.Object) Subaccount {
	before := len(o.Unread())
	s := Subaccount{
		Token:     value(o.Only(partner.SameText, "token")),
		ID:        o.Text("id"),
		Email:     o.Only(partner.SameEmail, "email"),
		Type:      o.Text("type"),
		CreatedAt: o.Time("createdAt"),
	}
	if credits := o.Object("credits"); credits != nil {
		s.Balance, s.Currency = credits.Balance(), credits.Text("currency")
	}
	s.Unread = o.Unread()[before:]
	return s
}
