package subaccount

import (
	"net/http"
	"strconv"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// SubaccountPages are the pages of "Sous-comptes".
func (l *Accounts) SubaccountPages() []wire.Route {
	v := l.product.Forms
	create := wire.Route{
		Method: http.MethodPost,
		Path:   "/subaccount/create",
		Parameters: []wire.Parameter{
			wire.KeyParameter, wire.FormatParameter,
			{Name: "type", Check: wire.OneOf(Simple, Advanced)},
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
		Handle: l.create,
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
		Handle: l.list,
	}}
	if l.product.Deletes {
		routes = append(routes, l.deletePages()...)
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
			Handle: func(c *wire.Call) (wire.Object, *wire.Failure) { return l.moveCredit(c, path == pathTo) },
		}
		if v.SubaccountKeyCode9 {
			move.KeyIncorrect = wire.Refusal(9, "Clé API incorrecte", "Invalid API key")
		}
		routes = append(routes, move)
	}
	return routes
}

// pageSize is how many sub-accounts a page of the list has.
const pageSize = 20

func (l *Accounts) list(c *wire.Call) (wire.Object, *wire.Failure) {
	if l.calling != nil {
		return nil, l.notAuthorised(2)
	}
	listed := []*Subaccount{}
	for _, s := range l.all {
		if !l.isGone(s) && !l.product.Now().Before(s.listed) {
			listed = append(listed, s)
		}
	}
	page, err := strconv.Atoi(c.Text("page"))
	if err != nil {
		page = 1
	}
	page = max(page, 1)
	first := min((page-1)*pageSize, len(listed))
	items := []wire.Object{}
	for _, s := range listed[first:min(first+pageSize, len(listed))] {
		key := wire.Text("apiKey", s.APIKey)
		if s.Type == Advanced && l.product.Forms.SubaccountSignUp {
			key = wire.Null("apiKey")
		}
		items = append(items, wire.Object{
			wire.Integer("id", s.ID),
			wire.Text("email", s.Email),
			wire.Text("type", s.Type),
			wire.Text("token", s.Token),
			key,
			wire.Text("createdAt", s.Created.In(wire.Paris).Format("2006-01-02 15:04:05")),
			wire.Nested("credits", wire.Text("balance", s.balance.Rat().FloatString(3)), wire.Text("currency", l.product.Money().Currency)),
		})
	}
	return wire.Success(
		wire.Integer("total", len(listed)),
		wire.Integer("nb_per_page", pageSize),
		wire.Integer("page", page),
		wire.List("data", items),
	), nil
}

// notAuthorised refuses a call of a sub-account, or of an account whose sub-accounts are
// not activated, with the code that its page has for that.
func (l *Accounts) notAuthorised(code int) *wire.Failure {
	words := "You don't have the authorization"
	if l.product.Forms.SubaccountPhoneWords {
		words = "Phone number is required"
	}
	return wire.Refusal(code, "Vous n'avez pas l'authorisation", words)
}
