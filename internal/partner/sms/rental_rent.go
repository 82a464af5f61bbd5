package sms

import (
	"context"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// Rented is the vendor's answer to a rental. What the vendor did not say is nil.
type Rented struct {
	// Token is what the calls on the rental take. It is a secret.
	Token *string
	RentalCost
	// Unread says which of these values could not be read, and why.
	Unread []string
}

// Rent rents contacts, and costs money. volumes say how many of each zip code or department.
// The answer is not documented: whatever else it holds, "success" that is true says that
// the contacts are rented. Only an answer that is marked as one to another operation is not
// taken for that.
//
// SMS Partner documentation: "Ciblage et calcul" / "Targeting and calculation".
func (c *Client) Rent(ctx context.Context, criteria RentalCriteria, volumes map[string]int64) (*Rented, error) {
	return partner.Do(ctx, c.partner, &rentalRent, criteria.params(opRent, volumes), func(o *partner.Object) *Rented {
		rejectOtherOp(o, opRent)
		rented := &Rented{}
		var doubts []string
		// The pages on other calls have the token beside "success", and the cost there or
		// in "location".
		for _, part := range partsOf(o) {
			token, doubt := rentalToken(part)
			switch {
			case doubt != "":
				doubts = append(doubts, doubt)
			case token == nil:
			case rented.Token == nil:
				rented.Token = token
			case *rented.Token != *token:
				doubts = append(doubts, "the answer holds two tokens that differ")
			}
			rented.fillCost(part)
		}
		if len(doubts) > 0 {
			rented.Token = nil
		}
		rented.Unread = append(o.Unread(), doubts...)
		return rented
	})
}

// mostParts bounds how much of an answer is searched for the token.
const mostParts = 1000

// partsOf returns an answer and the objects in it, the outer ones first.
func partsOf(o *partner.Object) []*partner.Object {
	parts := []*partner.Object{o}
	for i := 0; i < len(parts) && len(parts) < mostParts; i++ {
		parts = append(parts, parts[i].Objects()...)
	}
	return parts
}

// rentalTokenNames are the names that can be that of the token: the other calls name it
// "token", and the section "location", which is a rental in English.
var rentalTokenNames = []string{"token", "locationtoken", "tokenlocation", "rentaltoken", "tokenrental"}

// rentalToken returns the token in a part of the answer. The doubt says why what stands
// there is none.
func rentalToken(o *partner.Object) (token *string, doubt string) {
	for _, claim := range o.Claims(rentalTokenNames...) {
		switch {
		case claim.Odd:
			return nil, "the token is no single text or number"
		case token != nil && *token != claim.Text:
			return nil, "the answer holds two tokens that differ"
		}
		token = &claim.Text
	}
	return token, ""
}

// fillCost takes from a part of the answer what is not known yet.
func (r *Rented) fillCost(part *partner.Object) {
	cost := rentalCost(part)
	if r.Quantity == nil {
		r.Quantity = cost.Quantity
	}
	if r.Total == nil {
		r.Total = cost.Total
	}
	if r.CostUnity == nil {
		r.CostUnity = cost.CostUnity
	}
}
