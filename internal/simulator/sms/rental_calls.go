package sms

import (
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// rentalPages are the pages of "Location de contacts".
func (a *Account) rentalPages() []wire.Route {
	token := []wire.Parameter{wire.KeyParameter, {Name: "token"}}
	return []wire.Route{
		{
			Method: http.MethodPost,
			Path:   "/location/optin",
			Parameters: []wire.Parameter{
				wire.KeyParameter, wire.FormatParameter,
				{Name: "op", Check: wire.OneOf("calcul", "price", "rent")},
				{Name: "parameters", Fields: []wire.Parameter{
					{Name: "sexe", Check: wire.OneOf("m", "h", "f")},
					{Name: "minAge", Check: wire.IsWholeNumber},
					{Name: "maxAge", Check: wire.IsWholeNumber},
					{Name: "interest", Number: true, Check: wire.IsPositiveNumber},
					{Name: "subInterest", Number: true, Check: wire.IsPositiveNumber},
					{Name: "category", Number: true, Check: wire.IsPositiveNumber},
					{Name: "department"},
					{Name: "zipcode"},
				}},
				{Name: "volumes", Each: &wire.Parameter{Number: true, Check: wire.IsPositiveNumber}},
				{Name: "urlNotification", Check: wire.IsWebURL},
			},
			Check: func(c *wire.Call) {
				if c.Text("op") == "calcul" && c.Structure("volumes") != nil {
					c.Note("parameter %q is only for price and rent", "volumes")
				}
			},
			Handle: a.rentalOptin,
		},
		{Method: http.MethodGet, Path: "/location/status", Parameters: token, Handle: a.rentalStatus},
		{Method: http.MethodGet, Path: "/location/file/download", Parameters: token, Handle: a.rentalDownload},
	}
}

// rentalOptin counts, tells a price or rents.
func (a *Account) rentalOptin(c *wire.Call) (wire.Object, *wire.Failure) {
	criteria, failed := a.rentalCriteria(c)
	if failed != nil {
		return nil, failed
	}
	localities, failed := a.rentalLocalities(c, localitiesOf(criteria))
	if failed != nil {
		return nil, failed
	}
	op := c.Text("op")
	r := Rental{Criteria: criteria, Localities: localities}
	total := wire.Amount(r.Quantity()) * priceRental
	answer := wire.Object{wire.Boolean("success", true), a.rentalOp(op)}
	cost := []wire.Field{
		a.rentalRows(localities),
		wire.Nested("cost",
			wire.Integer("quantity", r.Quantity()),
			wire.Decimal("total", total.Decimal()), wire.Decimal("cost_unity", priceRental.Decimal()),
		),
	}
	v := a.options.Variant
	switch {
	case op == "calcul" && v.RentalCalculNoCost:
		return append(answer, cost[0]), nil
	case op != "rent":
		return append(answer, cost...), nil
	case !a.credits.purse.Charge(total):
		return nil, wire.Refusal(11, "Crédit insuffisant", "Insufficient credit")
	}
	token := wire.Text("token", a.addRental(r).Token)
	switch v.RentalToken {
	case "nested":
		answer = append(answer, wire.Nested("location", token))
	case "none":
	default:
		answer = append(answer, token)
	}
	if !v.RentalNoCost {
		answer = append(answer, cost...)
	}
	return answer, nil
}

func (a *Account) rentalOp(op string) wire.Field {
	if a.options.Variant.RentalOpCapital {
		op = strings.ToUpper(op[:1]) + op[1:]
	}
	return wire.Text("op", op)
}

// rentalLocalities are those of the criteria with what they have and what is wanted of
// them. Whoever only counts wants all.
func (a *Account) rentalLocalities(c *wire.Call, names []string) ([]RentalLocality, *wire.Failure) {
	volumes, _ := c.Structure("volumes").(map[string]any)
	counts := c.Text("op") == "calcul"
	if len(volumes) == 0 && !counts {
		return nil, wire.Refusal(26, "Le paramètre Volume est requis", "The Volume parameter is required")
	}
	if !counts {
		names = slices.Sorted(maps.Keys(volumes))
	}
	localities, wanted, all := make([]RentalLocality, 0, len(names)), 0, 0
	for _, name := range names {
		l := RentalLocality{Name: name, Volume: a.rentalVolume(name)}
		l.Wanted = l.Volume
		if !counts {
			l.Wanted, _ = strconv.Atoi(wire.MemberText(volumes[name]))
		}
		localities, wanted, all = append(localities, l), wanted+l.Wanted, all+l.Volume
	}
	switch {
	case counts:
		if len(localities) > 0 && all == 0 {
			return nil, wire.Refusal(61, "La requête semble invalide et n'a retourné aucun résultat", "The request seems invalid and returned no results")
		}
	case wanted <= 0:
		return nil, wire.Refusal(26, "Le paramètre Volume est requis", "The Volume parameter is required")
	case slices.ContainsFunc(localities, func(l RentalLocality) bool { return l.Wanted > l.Volume }):
		if len(localities) > 1 && wanted > all {
			return nil, wire.Refusal(28, "Le paramètre DesiredVolume ne peux pas être supérieur au volume total", "The DesiredVolume parameter cannot exceed the total volume")
		}
		return nil, wire.Refusal(27, "Le volume souhaité ne peut pas être supérieur au volume disponible", "The desired volume cannot exceed the available volume")
	}
	return localities, nil
}

// rentalRows are the localities with their sum as the last row. The sample has the wanted
// volumes; its type of a department is not documented.
func (a *Account) rentalRows(localities []RentalLocality) wire.Field {
	key := "Localite"
	if a.options.Variant.RentalLocalityKeys {
		key = "Location"
	}
	rows, sum := []wire.Object{}, 0
	for _, l := range localities {
		kind := "CP"
		if !isZip(l.Name) {
			kind = "DEP"
		}
		rows = append(rows, wire.Object{wire.Text("Type", kind), wire.Text(key, l.Name), wire.Integer("Volume", l.Wanted)})
		sum += l.Wanted
	}
	rows = append(rows, wire.Object{wire.Text("Type", "total"), wire.Text(key, "total"), wire.Integer("Volume", sum)})
	return wire.List("datas", rows)
}
