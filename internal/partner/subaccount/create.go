package subaccount

import (
	"context"
	"encoding/json"
	"math/big"
	"net/http"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

var create = partner.Operation{
	Name:     "subaccount/create",
	Method:   http.MethodPost,
	Path:     "/subaccount/create",
	Class:    partner.Write,
	Secret:   true, // it has a token
	Data:     "subaccount",
	DataKind: partner.Group,
	// The page of the call and the general page number the refusals differently, so that a
	// code says only that nothing was done.
	Codes: map[string]partner.Meaning{
		"1":  partner.MeaningKeyMissing,
		"2":  partner.MeaningRefused,
		"3":  partner.MeaningRefused,
		"4":  partner.MeaningRefused,
		"5":  partner.MeaningRefused,
		"6":  partner.MeaningRefused,
		"7":  partner.MeaningRefused,
		"8":  partner.MeaningRefused,
		"9":  partner.MeaningRefused,
		"11": partner.MeaningRefused,
	},
}

// Creation describes a new sub-account. An empty text is not sent.
type Creation struct {
	// Type is Simple or Advanced.
	Type string
	// Email may be empty for a simple sub-account: the vendor then makes one.
	Email string
	// IsBuyer says whether the sub-account may buy credit of its own.
	IsBuyer bool
	// CreditToAttribute is an amount in euros that moves to the sub-account; nil is none.
	CreditToAttribute          *big.Float
	Title, FirstName, LastName string
}

func (n Creation) params() partner.Params {
	// The vendor's own default for an absent isBuyer is 1: it is always sent.
	parameters := map[string]any{"isBuyer": 0}
	if n.IsBuyer {
		parameters["isBuyer"] = 1
	}
	if n.CreditToAttribute != nil {
		parameters["creditToAttribute"] = json.Number(partner.DecimalText(n.CreditToAttribute))
	}
	for name, text := range map[string]string{"email": n.Email, "title": n.Title, "firstname": n.FirstName, "lastname": n.LastName} {
		if text != "" {
			parameters[name] = text
		}
	}
	return partner.Params{"type": n.Type, "parameters": parameters}
}

// Created is the answer to a creation.
type Created struct {
	Token, Email string
	// ParentEmail is that of the main account. ConfirmMailTo is where the vendor sends the
	// mail with which the sign-up goes on. Either is nil if the vendor did not say it.
	ParentEmail, ConfirmMailTo *string
	// Unread says which values could not be read, and why.
	Unread []string
}

// Create makes a sub-account. An answer with the token of one that isKnown, or with another
// e-mail address than the one asked for, is about another sub-account.
//
// The vendor's documentation: "Création d'un sous compte" / "Create a sub-account".
func (c *Client) Create(ctx context.Context, n Creation, isKnown func(token string) bool) (Created, error) {
	return partner.Do(ctx, c.partner, &create, n.params(), func(o *partner.Object) Created {
		made := o.Object("subaccount")
		if made == nil {
			return Created{}
		}
		answer := Created{Token: value(made.Only(partner.SameText, "token")), Email: value(made.Only(partner.SameEmail, "email"))}
		switch {
		case answer.Token == "":
			o.Reject(`its "subaccount" has no token`)
		case isKnown(answer.Token):
			o.Reject("its token is that of another sub-account")
		case answer.Email == "" && n.Email == "":
			o.Reject(`its "subaccount" has no e-mail address`)
		case answer.Email != "" && n.Email != "" && !partner.SameEmail(answer.Email, n.Email):
			o.Reject("its e-mail address is not the one asked for")
		}
		answer.ParentEmail, answer.ConfirmMailTo = o.Text("parent_email"), o.Text("sendConfirmMailTo")
		answer.Unread = o.Unread()
		return answer
	})
}
