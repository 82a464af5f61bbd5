package subaccount

import (
	"cmp"
	"net/http"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// deletePaths are the paths that the documentation prints for the call that deletes a
// sub-account.
var deletePaths = []string{"/subaccount/remove", "/subaccount/delete"}

// deletePages are the forms of the page "Supprimer un sous-compte".
func (l *Accounts) deletePages() []wire.Route {
	var routes []wire.Route
	for _, path := range deletePaths {
		routes = append(routes, wire.Route{
			Method:     http.MethodDelete,
			Path:       path,
			Parameters: []wire.Parameter{wire.KeyParameter, {Name: "token"}},
			InQuery:    l.product.Forms.SubaccountDeleteQuery,
			Absent:     path != cmp.Or(l.product.Forms.SubaccountDelete, deletePaths[0]),
			KeyMissing: wire.Refusal(10, "La Clé API est requise", "API key is required"),
			Handle:     l.delete,
		})
	}
	return routes
}

// isGone reports whether a sub-account is deleted and on no list any more.
func (l *Accounts) isGone(s *Subaccount) bool {
	return !s.deleted.IsZero() && !l.product.Now().Before(s.deleted.Add(l.product.Forms.SubaccountDeletionDelay))
}

func (l *Accounts) delete(c *wire.Call) (wire.Object, *wire.Failure) {
	token := c.Text("token")
	if token == "" {
		return nil, wire.Refusal(1, "Le Token est requis", "Token is required")
	}
	s := l.byToken(token)
	if s == nil || l.calling != nil {
		return nil, wire.Refusal(404, "Le sous-compte n'existe pas", "Sub-account does not exist")
	}
	s.deleted = l.product.Now()
	if l.product.Forms.SubaccountCreditBack {
		l.product.Money().Purse.Refund(s.balance)
	}
	s.balance = 0
	return wire.Success(), nil
}
