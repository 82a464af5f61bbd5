package sms

import (
	"cmp"
	"net/http"
	"strconv"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// subaccountDeletes are the paths that the documentation prints for the call that deletes a
// sub-account.
var subaccountDeletes = []string{"/subaccount/remove", "/subaccount/delete"}

// subaccountPages are the pages of "Sous-comptes".
func (a *Account) subaccountPages() []wire.Route {
	v := a.options.Variant
	create := wire.Route{
		Method: http.MethodPost,
		Path:   "/subaccount/create",
		Parameters: []wire.Parameter{
			wire.KeyParameter, wire.FormatParameter,
			{Name: "type", Check: wire.OneOf(simple, advanced)},
			{Name: "parameters", Fields: []wire.Parameter{
				{Name: "email"},
				{Name: "title"},
				{Name: "firstname"},
				{Name: "lastname"},
				{Name: "isBuyer", Number: true, Check: wire.IsFlag},
				{Name: "creditToAttribute", Number: true},
			}},
		},
		Absent: v.SubaccountCreateGet,
		Handle: a.subaccountCreate,
	}
	get := create
	get.Method, get.Absent = http.MethodGet, !v.SubaccountCreateGet
	routes := []wire.Route{create, get, {
		Method: http.MethodGet,
		Path:   "/subaccount/list",
		Parameters: []wire.Parameter{
			wire.KeyParameter, wire.FormatParameter,
			{Name: "page", Check: wire.IsPositiveNumber},
		},
		Handle: a.subaccountList,
	}}
	for _, path := range subaccountDeletes {
		routes = append(routes, wire.Route{
			Method:     http.MethodDelete,
			Path:       path,
			Parameters: []wire.Parameter{wire.KeyParameter, {Name: "token"}},
			InQuery:    v.SubaccountDeleteQuery,
			Absent:     path != cmp.Or(v.SubaccountDelete, subaccountDeletes[0]),
			KeyMissing: wire.Refusal(10, "La Clé API est requise", "API key is required"),
			Handle:     a.subaccountDelete,
		})
	}
	for _, path := range []string{pathTo, pathFrom} {
		move := wire.Route{
			Method: http.MethodPost,
			Path:   path,
			Parameters: []wire.Parameter{
				wire.KeyParameter, wire.FormatParameter,
				{Name: "credit"},
				{Name: "tokenSubaccount"},
			},
			Handle: func(c *wire.Call) (wire.Object, *wire.Failure) { return a.moveCredit(c, path == pathTo) },
		}
		if v.SubaccountKeyCode9 {
			move.KeyIncorrect = wire.Refusal(9, "Clé API incorrecte", "Invalid API key")
		}
		routes = append(routes, move)
	}
	return routes
}

// subaccountPageSize is how many sub-accounts a page of the list has.
const subaccountPageSize = 20

func (a *Account) subaccountList(c *wire.Call) (wire.Object, *wire.Failure) {
	if a.subaccounts.calling != nil {
		return nil, a.notAuthorised(2)
	}
	listed := []*Subaccount{}
	for _, s := range a.subaccounts.all {
		if !a.isGone(s) && !a.Now().Before(s.listed) {
			listed = append(listed, s)
		}
	}
	page, err := strconv.Atoi(c.Text("page"))
	if err != nil {
		page = 1
	}
	page = max(page, 1)
	first := min((page-1)*subaccountPageSize, len(listed))
	items := []wire.Object{}
	for _, s := range listed[first:min(first+subaccountPageSize, len(listed))] {
		key := wire.Text("apiKey", s.APIKey)
		if s.Type == advanced && a.options.Variant.SubaccountSignUp {
			key = wire.Null("apiKey")
		}
		items = append(items, wire.Object{
			wire.Integer("id", s.ID),
			wire.Text("email", s.Email),
			wire.Text("type", s.Type),
			wire.Text("token", s.Token),
			key,
			wire.Text("createdAt", s.Created.In(wire.Paris).Format("2006-01-02 15:04:05")),
			wire.Nested("credits", wire.Text("balance", s.balance.Rat().FloatString(3)), wire.Text("currency", a.credits.now.Currency)),
		})
	}
	return wire.Success(
		wire.Integer("total", len(listed)),
		wire.Integer("nb_per_page", subaccountPageSize),
		wire.Integer("page", page),
		wire.List("data", items),
	), nil
}

// isGone reports whether a sub-account is deleted and on no list any more.
func (a *Account) isGone(s *Subaccount) bool {
	return !s.deleted.IsZero() && !a.Now().Before(s.deleted.Add(a.options.Variant.SubaccountDeletionDelay))
}

func (a *Account) subaccountDelete(c *wire.Call) (wire.Object, *wire.Failure) {
	token := c.Text("token")
	if token == "" {
		return nil, wire.Refusal(1, "Le Token est requis", "Token is required")
	}
	s := a.subaccounts.byToken(token)
	if s == nil || a.subaccounts.calling != nil {
		return nil, wire.Refusal(404, "Le sous-compte n'existe pas", "Sub-account does not exist")
	}
	s.deleted = a.Now()
	if a.options.Variant.SubaccountCreditBack {
		a.credits.purse.Refund(s.balance)
	}
	s.balance = 0
	return wire.Success(), nil
}

// notAuthorised refuses a call of a sub-account, or of an account whose sub-accounts are
// not activated, with the code that its page has for that.
func (a *Account) notAuthorised(code int) *wire.Failure {
	words := "You don't have the authorization"
	if a.options.Variant.SubaccountPhoneWords {
		words = "Phone number is required"
	}
	return wire.Refusal(code, "Vous n'avez pas l'authorisation", words)
}
