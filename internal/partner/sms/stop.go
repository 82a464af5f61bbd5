package sms

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
)

var stopList = partner.Operation{
	Name:     "stop-sms/list",
	Method:   http.MethodGet,
	Path:     "/stop-sms/list",
	Class:    partner.Read,
	Data:     "data",
	DataKind: partner.List,
	Count:    "nbData",
	Codes:    map[string]partner.Meaning{"1": partner.MeaningKeyMissing},
}

// StopNumber is an entry of the STOP list. What the vendor did not say is nil.
type StopNumber struct {
	// ID is what the deletion takes.
	ID string
	// PhoneNumber is in E.164 form, by the documentation.
	PhoneNumber *string
	// CreatedAt is in Paris time.
	CreatedAt *time.Time
	// Unread says which of these values could not be read, and why.
	Unread []string
}

// Is reports whether the entry is of a number. It is not if the entry has no number.
func (s StopNumber) Is(number string) bool {
	return s.PhoneNumber != nil && phone.Same(*s.PhoneNumber, number)
}

// IsReadable reports whether the entry has a number that can be compared with others.
func (s StopNumber) IsReadable() bool {
	if s.PhoneNumber == nil {
		return false
	}
	_, err := phone.Check(*s.PhoneNumber)
	return err == nil
}

// StopNumbers asks for the whole STOP list: the numbers that calls added, and those whose
// owners answered STOP. A list that may lack some is an error: whoever is not in it may be
// written to. Paging is not documented.
//
// SMS Partner documentation: "Liste des stops" / "STOP list".
func (c *Client) StopNumbers(ctx context.Context) ([]StopNumber, error) {
	return partner.Do(ctx, c.partner, &stopList, nil, func(o *partner.Object) []StopNumber {
		list := o.List("data")
		stops := make([]StopNumber, 0, len(list))
		numbers := make(map[string]string, len(list)) // by id
		for _, entry := range list {
			stop := decodeStop(entry)
			if stop.ID == "" {
				o.Reject("its " + entry.Name() + " has no id")
			}
			switch number, twice := numbers[stop.ID]; {
			case !twice:
				numbers[stop.ID] = value(stop.PhoneNumber)
				stops = append(stops, stop)
			case number != value(stop.PhoneNumber):
				o.Reject(fmt.Sprintf("it lists the id %s with two numbers", stop.ID))
			}
		}
		o.RejectPart(len(list))
		return stops
	})
}

func decodeStop(o *partner.Object) StopNumber {
	before := len(o.Unread())
	stop := StopNumber{
		ID:          value(only(o, []string{"id"}, partner.SameText)),
		PhoneNumber: only(o, numberNames, phone.Same),
		CreatedAt:   o.Time("createdAt"),
	}
	stop.Unread = o.Unread()[before:]
	return stop
}

var stopAdd = partner.Operation{
	Name:   "stop-sms/add",
	Method: http.MethodPost,
	Path:   "/stop-sms/add",
	Class:  partner.Write,
	// The id is not declared as Data: beside a refusal, it may be that of an entry which was
	// there before, and no sign of a success.
	Codes: map[string]partner.Meaning{
		"1": partner.MeaningKeyMissing,
		"2": partner.MeaningRefused,
		// The French page prints a text about another parameter here.
		"3": partner.MeaningExists,
		"9": partner.MeaningRefused,
	},
}

// AddStop puts a number in E.164 form on the STOP list, and returns the id that the answer
// gives. The documentation does not say whether the list has the entry under the same id.
//
// SMS Partner documentation: "Ajouter un numéro au stop SMS" / "Add a number to the SMS STOP list".
func (c *Client) AddStop(ctx context.Context, number string) (string, error) {
	return partner.Do(ctx, c.partner, &stopAdd, partner.Params{"phoneNumber": number}, func(o *partner.Object) string {
		about(o, "number", numberNames, number, phone.Same)
		id := value(only(o, []string{"stopid"}, partner.SameText))
		switch id {
		case "":
			o.Reject(`it reports success, but has no "stopId"`)
		case "0":
			o.Reject(`its "stopId" is 0`)
		}
		return id
	})
}

// stopDelete deletes with a GET, which is a write all the same.
var stopDelete = partner.Operation{
	Name:   "stop-sms/delete",
	Method: http.MethodGet,
	Path:   "/stop-sms/delete",
	Class:  partner.Write,
	Codes: map[string]partner.Meaning{
		"1": partner.MeaningKeyMissing,
		"2": partner.MeaningRefused,
		"3": partner.MeaningRefused,
		"4": partner.MeaningNotFound,
	},
}

// DeleteStop takes an entry off the STOP list, by its id.
//
// SMS Partner documentation: "Supprimer un numéro du STOP SMS" / "Remove a number from the SMS STOP list".
func (c *Client) DeleteStop(ctx context.Context, id string) error {
	_, err := partner.Do(ctx, c.partner, &stopDelete, partner.Params{"id": id}, func(o *partner.Object) struct{} {
		about(o, "entry", []string{"id", "stopid"}, id, partner.SameText)
		return struct{}{}
	})
	return err
}
