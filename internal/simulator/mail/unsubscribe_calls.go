package mail

import (
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// UnsubscribeForms are the forms of the list of unsubscribed addresses.
type UnsubscribeForms struct {
	// UnsubscribeListAtStatus has the list at GET /bulk-status, the address that the current
	// page prints. There is no GET /unsubscribe/list then.
	UnsubscribeListAtStatus bool `flag:"mail-unsubscribe-list-at-status" help:"list unsubscribed addresses at GET /bulk-status, as the current page prints the address"`
	// UnsubscribeDeleteByPost deletes an entry by POST, the method that the page prints. All
	// samples use GET, which there is not then.
	UnsubscribeDeleteByPost bool `flag:"mail-unsubscribe-delete-by-post" help:"delete an unsubscribed address by POST, as the page prints the method"`
	// OtherUnsubscribeIDs answers an addition with a stopId that is not the id in the list:
	// that both are the same is not documented.
	OtherUnsubscribeIDs bool `flag:"mail-unsubscribe-other-ids" help:"answer an addition of an unsubscribed address with another id than the list has"`
	// UnsubscribeIDInRefusal writes the id of the entry into the refusal of an address that
	// is on the list. Whether the vendor does is not known.
	UnsubscribeIDInRefusal bool `flag:"mail-unsubscribe-id-in-refusal" help:"write the id into the refusal of an address that is unsubscribed already"`
	// UnsubscribeListLimit is how many entries the list shows, which nbData counts all. No
	// paging is documented. 0 is all of them.
	UnsubscribeListLimit int `flag:"mail-unsubscribe-list-limit" value:"number" help:"how many entries the list of unsubscribed addresses shows, of all that its nbData counts"`
	// UnsubscribeListDelay is how long the list lags behind what was added and deleted.
	UnsubscribeListDelay time.Duration `flag:"mail-unsubscribe-list-delay" help:"how long the list of unsubscribed addresses lags behind"`
	// UnsubscribeLowerCase stores what is added in lower case. How the vendor normalises
	// addresses is not documented; without this, one stays as it was given.
	UnsubscribeLowerCase bool `flag:"mail-unsubscribe-lower-case" help:"store unsubscribed addresses in lower case"`
	// UnsubscribeByCase takes addresses that differ in the case of a letter for two.
	UnsubscribeByCase bool `flag:"mail-unsubscribe-by-case" help:"take addresses that differ in the case of a letter for two"`
}

// unsubscribePages are the pages "Ajouter un mail", "Liste des désabonnements" and
// "Supprimer un mail". Where the list is at the address of the status page, its route must
// come before that of the status.
func (a *Account) unsubscribePages() []wire.Route {
	forms := a.options.Variant.UnsubscribeForms
	list := wire.Route{
		Method: http.MethodGet, Path: "/unsubscribe/list",
		Parameters: []wire.Parameter{wire.KeyParameter, wire.FormatParameter},
		Handle:     a.unsubscribeList,
	}
	remove := wire.Route{
		Method: http.MethodGet, Path: "/unsubscribe/delete",
		Parameters: []wire.Parameter{wire.KeyParameter, {Name: "id", Check: wire.IsWholeNumber}, wire.FormatParameter},
		Handle:     a.unsubscribeDelete,
	}
	printedList, printedRemove := list, remove
	printedList.Path, printedRemove.Method = "/bulk-status", http.MethodPost
	routes := []wire.Route{{
		Method: http.MethodPost, Path: "/unsubscribe/add",
		Parameters: []wire.Parameter{wire.KeyParameter, {Name: "email", Check: wire.IsEmail}, wire.FormatParameter},
		Handle:     a.unsubscribeAdd,
	}}
	if forms.UnsubscribeListAtStatus {
		list.Absent = true
		routes = append(routes, printedList)
	}
	if forms.UnsubscribeDeleteByPost {
		remove.Absent = true
		routes = append(routes, printedRemove)
	}
	return append(routes, list, remove)
}

func (a *Account) unsubscribeAdd(c *wire.Call) (wire.Object, *wire.Failure) {
	forms, email := a.options.Variant.UnsubscribeForms, c.Text("email")
	switch {
	case email == "":
		return nil, wire.Refusal(2, "Le mail est requis", "Mail is required")
	case wire.IsEmail(email) != "":
		return nil, wire.Refusal(9, "Le mail est invalide", "Invalid mail")
	}
	if forms.UnsubscribeLowerCase {
		email = strings.ToLower(email)
	}
	if there := a.unsubscribe(email); there != nil {
		refused := wire.Refusal(3, "Le mail est déjà dans la liste", "Mail is already in the list")
		if forms.UnsubscribeIDInRefusal {
			refused.Fields = []wire.Field{wire.Text("message", a.options.Forms.Say(refused.Message)), a.unsubscribeID(there)}
		}
		return nil, refused
	}
	added := a.putUnsubscribe(Unsubscribe{Email: email})
	added.listed = a.Now().Add(forms.UnsubscribeListDelay)
	return wire.Success(a.unsubscribeID(added)), nil
}

// unsubscribeID is the id of an entry as the answer to an addition has it.
func (a *Account) unsubscribeID(u *Unsubscribe) wire.Field {
	if a.options.Variant.OtherUnsubscribeIDs {
		return wire.Integer("stopId", u.ID+1000)
	}
	return wire.Integer("stopId", u.ID)
}

func (a *Account) unsubscribeList(*wire.Call) (wire.Object, *wire.Failure) {
	forms, items := a.options.Variant.UnsubscribeForms, []wire.Object{}
	for _, u := range a.unsubscribes.entries {
		gone := !u.deleted.IsZero() && !a.Now().Before(u.deleted.Add(forms.UnsubscribeListDelay))
		if gone || a.Now().Before(u.listed) {
			continue
		}
		items = append(items, wire.Object{
			wire.Integer("id", u.ID),
			wire.Text("email", u.Email),
			wire.Text("createdAt", u.Created.In(wire.Paris).Format(time.DateTime)),
		})
	}
	count := len(items)
	if limit := forms.UnsubscribeListLimit; limit > 0 {
		items = items[:min(limit, count)]
	}
	return wire.Success(wire.Integer("nbData", count), wire.List("data", items)), nil
}

func (a *Account) unsubscribeDelete(c *wire.Call) (wire.Object, *wire.Failure) {
	id := c.Text("id")
	if id == "" {
		return nil, wire.Refusal(3, "L'ID du mail est requis", "The mail ID is required")
	}
	for _, u := range a.unsubscribes.entries {
		if strconv.Itoa(u.ID) == id && u.deleted.IsZero() {
			u.deleted = a.Now()
			return wire.Success(), nil
		}
	}
	return nil, wire.Refusal(4, "L'ID du mail introuvable", "The mail ID cannot be found")
}
