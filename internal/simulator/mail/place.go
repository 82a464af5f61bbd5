package mail

import (
	"cmp"
	"errors"
	"slices"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// PlaceForms say where in the body of a mail its structures stand. Anywhere else they are
// unknown parameters: the mail goes without them.
type PlaceForms struct {
	// ToPlace is where the recipients stand, "params" when empty, as in all samples. The
	// table of the page has them at top level, as a client sends them.
	ToPlace Place `flag:"mail-to" value:"place" help:"place of the recipients of a mail: params (default), top for the top level, or either"`
	// ReplyToPlace, VariablesPlace and AttachmentsPlace are "top" when empty: the samples have
	// nothing but the recipients in params, and none of these.
	ReplyToPlace     Place `flag:"mail-reply-to" value:"place" help:"place of replyTo of a mail: top (default), params or either"`
	VariablesPlace   Place `flag:"mail-variables" value:"place" help:"place of variables of a mail: top (default), params or either"`
	AttachmentsPlace Place `flag:"mail-attachments" value:"place" help:"place of attachments of a mail: top (default), params or either"`
}

// Place is a place in the body of a mail.
type Place string

// The places of a structure.
const (
	InParams Place = "params"
	AtTop    Place = "top"
	Either   Place = "either"
)

// Set reads the flag.
func (p *Place) Set(name string) error {
	if !slices.Contains([]Place{InParams, AtTop, Either}, Place(name)) {
		return errors.New("neither params, top nor either")
	}
	*p = Place(name)
	return nil
}

// String is what the flag stands on.
func (p *Place) String() string {
	if p == nil {
		return ""
	}
	return string(*p)
}

// paramsParameter is the object within the body.
const paramsParameter = "params"

// structure is a list or an object of a mail, with its place. The first place is where the
// documentation has it.
type structure struct {
	wire.Parameter

	documented, place Place
}

func (s structure) in(place Place) bool {
	where := cmp.Or(s.place, s.documented)
	return where == place || where == Either
}

// structures are those of a mail.
func (f PlaceForms) structures() []structure {
	return []structure{
		{toParameter, InParams, f.ToPlace},
		{replyToParameter, AtTop, f.ReplyToPlace},
		{variablesParameter, AtTop, f.VariablesPlace},
		{attachmentsParameter, AtTop, f.AttachmentsPlace},
	}
}

// parameters are the structures as a request can have them.
func (f PlaceForms) parameters() []wire.Parameter {
	params := wire.Parameter{Name: paramsParameter, Fields: []wire.Parameter{}}
	var top []wire.Parameter
	for _, s := range f.structures() {
		if s.in(AtTop) {
			top = append(top, s.Parameter)
		}
		if s.in(InParams) {
			params.Fields = append(params.Fields, s.Parameter)
		}
	}
	return append(top, params)
}

// find returns a structure from its place, nil when it is not there. Of two places, the
// documented one goes first.
func (f PlaceForms) find(c *wire.Call, p wire.Parameter) any {
	all := f.structures()
	s := all[slices.IndexFunc(all, func(s structure) bool { return s.Name == p.Name })]
	for _, place := range []Place{s.documented, InParams, AtTop} {
		if found := s.at(c, place); found != nil {
			return found
		}
	}
	return nil
}

// at returns a structure from one place, nil where it is not read from there.
func (s structure) at(c *wire.Call, place Place) any {
	switch {
	case !s.in(place):
		return nil
	case place == InParams:
		return inParams(c, s.Name)
	default:
		return c.Structure(s.Name)
	}
}

func inParams(c *wire.Call, name string) any {
	params, _ := c.Structure(paramsParameter).(map[string]any)
	return params[name]
}

// checkPlaces notes a structure that stands in both places.
func (f PlaceForms) checkPlaces(c *wire.Call) {
	for _, s := range f.structures() {
		if s.at(c, AtTop) != nil && s.at(c, InParams) != nil {
			c.Note("parameter %q stands at top level and in %s", s.Name, paramsParameter)
		}
	}
}
