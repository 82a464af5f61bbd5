package sms

import (
	"net/http"
	"strconv"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// StopForms are the forms of the STOP list.
type StopForms struct {
	// StopNumberPlural takes the number of an addition as phoneNumbers, as the samples in
	// two languages send it. All other pages have phoneNumber.
	StopNumberPlural bool `flag:"stop-number-plural" help:"take the number of an addition to the STOP list as phoneNumbers, as two samples send it"`
	// StopDeleteByAdd deletes an entry with POST /stop-sms/add and its id, as an old page
	// prints the call. There is no GET /stop-sms/delete then.
	StopDeleteByAdd bool `flag:"stop-delete-by-add" help:"delete from the STOP list with POST /stop-sms/add, as an old page prints the call"`
	// OtherStopIDs answers an addition with a stopId that is not the id in the list: that
	// both are the same is not documented.
	OtherStopIDs bool `flag:"other-stop-ids" help:"answer an addition to the STOP list with another id than the list has"`
	// StopIDInRefusal writes the id of the entry into the refusal of a number that is on
	// the list. Whether the vendor does is not known.
	StopIDInRefusal bool `flag:"stop-id-in-refusal" help:"write the id into the refusal of a number that is on the STOP list"`
	// StopListLimit is how many entries the list shows, which nbData counts all. No paging
	// is documented. 0 is all of them.
	StopListLimit int `flag:"stop-list-limit" value:"number" help:"how many entries the STOP list shows, of all that its nbData counts"`
	// StopListDelay is how long the list lags behind what was added and deleted.
	StopListDelay time.Duration `flag:"stop-list-delay" help:"how long the STOP list lags behind"`
}

// stopPages are the pages "Liste des stops", "Ajouter un numéro au stop SMS" and
// "Supprimer un numéro du STOP SMS".
func (a *Account) stopPages() []wire.Route {
	forms := a.options.Variant.StopForms
	added := []wire.Parameter{wire.KeyParameter, {Name: "phoneNumber", Check: wire.IsPhoneNumber}, wire.FormatParameter}
	if forms.StopNumberPlural {
		added = append(added, wire.Parameter{Name: "phoneNumbers", Check: wire.IsPhoneNumber})
	}
	if forms.StopDeleteByAdd {
		added = append(added, stopIDParameter)
	}
	return []wire.Route{
		{
			Method: http.MethodGet, Path: "/stop-sms/list",
			Parameters: []wire.Parameter{wire.KeyParameter, wire.FormatParameter},
			Handle:     a.stopList,
		},
		{
			Method: http.MethodPost, Path: "/stop-sms/add",
			Parameters: added,
			Handle:     a.stopAdd,
		},
		{
			Method: http.MethodGet, Path: "/stop-sms/delete",
			Parameters: []wire.Parameter{wire.KeyParameter, stopIDParameter, wire.FormatParameter},
			Absent:     forms.StopDeleteByAdd,
			Handle:     a.stopDelete,
		},
	}
}

var stopIDParameter = wire.Parameter{Name: "id", Check: wire.IsWholeNumber}

func (a *Account) stopNumberName() string {
	if a.options.Variant.StopNumberPlural {
		return "phoneNumbers"
	}
	return "phoneNumber"
}

func (a *Account) stopList(*wire.Call) (wire.Object, *wire.Failure) {
	items, delay := []wire.Object{}, a.options.Variant.StopListDelay
	for _, s := range a.stops.entries {
		gone := !s.deleted.IsZero() && !a.Now().Before(s.deleted.Add(delay))
		if gone || a.Now().Before(s.listed) {
			continue
		}
		items = append(items, wire.Object{
			wire.Integer("id", s.ID),
			wire.Text("phoneNumber", s.Number),
			wire.Text("createdAt", s.Created.In(wire.Paris).Format(time.DateTime)),
		})
	}
	count := len(items)
	if limit := a.options.Variant.StopListLimit; limit > 0 {
		items = items[:min(limit, count)]
	}
	return wire.Success(wire.Integer("nbData", count), wire.List("data", items)), nil
}

func (a *Account) stopAdd(c *wire.Call) (wire.Object, *wire.Failure) {
	forms := a.options.Variant.StopForms
	if forms.StopDeleteByAdd && c.Text("id") != "" {
		return a.stopDelete(c)
	}
	number := c.Text(a.stopNumberName())
	if number == "" {
		return nil, wire.Refusal(2, "Le numéro de téléphone est requis", "Phone number is required")
	}
	normal, valid := wire.E164(number)
	if !valid {
		return nil, wire.Refusal(9, "Le numéro de téléphone est invalide", "Invalid phone number")
	}
	if there := a.stop(normal); there != nil {
		// The French text is a copy error of the documentation.
		refused := wire.Refusal(3, "L'ID du message est requis", "Number is already in stop list")
		if forms.StopIDInRefusal {
			refused.Fields = []wire.Field{wire.Text("message", a.options.Variant.Say(refused.Message)), a.stopID(there)}
		}
		return nil, refused
	}
	added := a.putStop(Stop{Number: normal})
	added.listed = a.Now().Add(forms.StopListDelay)
	return wire.Success(a.stopID(added)), nil
}

// stopID is the id of an entry as the answer to an addition has it.
func (a *Account) stopID(s *Stop) wire.Field {
	if a.options.Variant.OtherStopIDs {
		return wire.Integer("stopId", s.ID+1000)
	}
	return wire.Integer("stopId", s.ID)
}

func (a *Account) stopDelete(c *wire.Call) (wire.Object, *wire.Failure) {
	id := c.Text("id")
	if id == "" {
		return nil, wire.Refusal(3, "L'ID du numéro est requis", "The phone number ID is required")
	}
	for _, s := range a.stops.entries {
		if strconv.Itoa(s.ID) == id && s.deleted.IsZero() {
			s.deleted = a.Now()
			return wire.Success(), nil
		}
	}
	return nil, wire.Refusal(4, "L'ID du numéro introuvable", "The phone number ID cannot be found")
}
