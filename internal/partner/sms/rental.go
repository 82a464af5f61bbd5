package sms

import (
	"context"
	"fmt"
	"math/big"
	"net/http"
	"strconv"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// The vendor's operations on the same address, each in lower case as the current page has them.
const (
	opCalcul = "calcul"
	opPrice  = "price"
	opRent   = "rent"
)

var (
	rentalCalcul = rental(partner.Read)
	rentalPrice  = func() partner.Operation {
		op := rental(partner.Read)
		op.Data, op.DataKind = "cost", partner.Group
		return op
	}()
	rentalRent = func() partner.Operation {
		op := rental(partner.Write)
		op.Secret = true // it has the token
		// The answer is not documented: a token alone, which only a rental has, is one too. Other
		// calls of the vendor have the code 2 for success, and 0 is no code of an error.
		op.Data, op.Proof, op.Successes = "token", partner.ByEither, []string{partner.CodeSuccess, "2", "0"}
		// These speak of a file, which only something that was rented has.
		for _, code := range []string{"33", "34", "35", "36"} {
			op.Codes[code] = partner.MeaningUndecided
		}
		return op
	}()
)

func rental(class partner.Class) partner.Operation {
	codes := map[string]partner.Meaning{"1": partner.MeaningKeyMissing}
	for _, code := range []string{
		"3", "4", "5", "6", "7", "8", "9", "11", "12", "13", "14", "15", "16", "17", "18", "19",
		"22", "23", "24", "25", "26", "27", "28", "31", "32", "33", "34", "35", "36", "61",
	} {
		codes[code] = partner.MeaningRefused
	}
	return partner.Operation{Name: "location/optin", Method: http.MethodPost, Path: "/location/optin", Class: class, Codes: codes}
}

// RentalCriteria say which contacts to rent. What is zero or empty is not sent.
type RentalCriteria struct {
	// Sexe is m for both sexes, h for men or f for women.
	Sexe           string
	MinAge, MaxAge int64
	// Interest, SubInterest and Category are ids of the vendor's lists.
	Interest, SubInterest, Category int64
	Departments, Zipcodes           []string
}

func (r RentalCriteria) params(op string, volumes map[string]int64) partner.Params {
	parameters := map[string]any{"sexe": r.Sexe}
	// The documented samples have ages in texts, and the other ids as numbers.
	for name, age := range map[string]int64{"minAge": r.MinAge, "maxAge": r.MaxAge} {
		if age != 0 {
			parameters[name] = strconv.FormatInt(age, 10)
		}
	}
	for name, id := range map[string]int64{"interest": r.Interest, "subInterest": r.SubInterest, "category": r.Category} {
		if id != 0 {
			parameters[name] = id
		}
	}
	for name, list := range map[string][]string{"department": r.Departments, "zipcode": r.Zipcodes} {
		if len(list) > 0 {
			parameters[name] = strings.Join(list, ",")
		}
	}
	params := partner.Params{"op": op, "parameters": parameters}
	if len(volumes) > 0 {
		params["volumes"] = volumes
	}
	return params
}

// RentalCost is what a rental costs. What the vendor did not say is nil.
type RentalCost struct {
	// Quantity is how many contacts it has.
	Quantity *int64
	// Total is the price of all, and CostUnity that of one.
	Total, CostUnity *big.Float
}

// rentalCost reads a cost; o is nil where there is none.
func rentalCost(o *partner.Object) RentalCost {
	if o == nil {
		return RentalCost{}
	}
	return RentalCost{Quantity: o.Int("quantity"), Total: o.Decimal("total"), CostUnity: o.Decimal("cost_unity")}
}

// RentalLocality is a place in which contacts live. What the vendor did not say is nil.
type RentalLocality struct {
	// Type is the vendor's, such as CP for a zip code.
	Type     *string
	Locality *string
	// Volume is how many contacts there are, and Wanted how many are to be rented.
	Volume, Wanted *int64
}

// isTotal reports whether a row is the sum of the others.
func (l RentalLocality) isTotal() bool {
	return strings.EqualFold(value(l.Locality), "total") || l.Locality == nil && strings.EqualFold(value(l.Type), "total")
}

func rentalLocality(o *partner.Object) RentalLocality {
	locality := RentalLocality{Type: o.Text("Type"), Volume: o.Int("Volume"), Wanted: o.Int("VolumeDesired")}
	// Two pages of the documentation name it differently.
	for _, name := range o.Spellings("localite", "location") {
		if locality.Locality == nil {
			locality.Locality = o.Text(name)
		}
	}
	return locality
}

// RentalEstimate says which contacts match criteria, and what they cost.
type RentalEstimate struct {
	Localities []RentalLocality
	// Volume is that of the row which the vendor marks as the total.
	Volume *int64
	RentalCost
	// Unread says which of these values could not be read, and why.
	Unread []string
}

// RentalEstimate asks how many contacts match and what they cost, or with volumes, which
// are by zip code or department, what so many cost. It rents nothing.
//
// SMS Partner documentation: "Ciblage et calcul" / "Targeting and calculation".
func (c *Client) RentalEstimate(ctx context.Context, criteria RentalCriteria, volumes map[string]int64) (*RentalEstimate, error) {
	op, name := &rentalCalcul, opCalcul
	if len(volumes) > 0 {
		op, name = &rentalPrice, opPrice
	}
	return partner.Do(ctx, c.partner, op, criteria.params(name, volumes), func(o *partner.Object) *RentalEstimate {
		rejectOtherOp(o, name)
		cost := o.Object("cost")
		rows := o.LooseList("datas")
		if cost == nil && rows == nil {
			o.Reject(`it has neither "datas" nor "cost"`)
		}
		estimate := &RentalEstimate{Localities: []RentalLocality{}, RentalCost: rentalCost(cost)}
		for _, row := range rows {
			if locality := rentalLocality(row); locality.isTotal() {
				estimate.Volume = locality.Volume
			} else {
				estimate.Localities = append(estimate.Localities, locality)
			}
		}
		estimate.Unread = o.Unread()
		return estimate
	})
}

// rejectOtherOp rejects the answer to another operation. Old pages capitalise or translate
// the names, so another word is not another operation.
func rejectOtherOp(o *partner.Object, asked string) {
	answered := value(o.Text("op"))
	for _, op := range []string{opCalcul, opPrice, opRent} {
		if op != asked && strings.EqualFold(answered, op) {
			o.Reject(fmt.Sprintf("it answers %q, not %q", answered, asked))
		}
	}
}
