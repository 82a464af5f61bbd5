package sms

import (
	"context"
	"net/http"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

var rentalStatus = partner.Operation{
	Name:   "location/status",
	Method: http.MethodGet,
	Path:   "/location/status",
	Class:  partner.Read,
	Secret: true, // request and answer have the token
	// Where the number of the status stands is not documented: it may be the code.
	Successes: []string{partner.CodeSuccess, "0", "1", "2", "3", "5"},
	Codes: map[string]partner.Meaning{
		"1":  partner.MeaningKeyMissing,
		"31": partner.MeaningRefused,
		"32": partner.MeaningNotFound,
	},
}

// RentalStage is how far a rental is.
type RentalStage int

// The stages of a rental.
const (
	// RentalUnclear is a status that the documentation does not list.
	RentalUnclear RentalStage = iota
	RentalRequested
	// RentalGenerating: the file is being made.
	RentalGenerating
	// RentalReady: the file can be downloaded.
	RentalReady
	RentalFailed
	// RentalDownloaded: the file was downloaded before.
	RentalDownloaded
)

// rentalStages are the statuses that the documentation has: the numbers and words of its
// table, and the sentence of its sample.
var rentalStages = map[string]RentalStage{
	"0": RentalRequested, "request made": RentalRequested,
	"1": RentalGenerating, "file being generated": RentalGenerating,
	"2": RentalReady, "file ready to download": RentalReady,
	"3": RentalFailed, "rental failed": RentalFailed,
	"5": RentalDownloaded, "already downloaded": RentalDownloaded,
	"file downloaded by user from api": RentalDownloaded,
}

// RentalStatus is a rental as the vendor has it. What the vendor did not say is nil.
type RentalStatus struct {
	// Status is the vendor's sentence, or number.
	Status string
	Stage  RentalStage

	// Sexe is a word, such as femme.
	Sexe                            *string
	MinAge, MaxAge                  *int64
	Interest, SubInterest, Category *int64
	Departments, Zipcodes           []string
	Localities                      []RentalLocality
	RentalCost
	// PhoneNumbers is how many numbers the file has.
	PhoneNumbers *int64
	// Unread says which of these values could not be read, and why.
	Unread []string
}

// RentalStatus asks for a rental.
//
// SMS Partner documentation: "Statut d'une location" / "Rental status".
func (c *Client) RentalStatus(ctx context.Context, token string) (*RentalStatus, error) {
	return partner.Do(ctx, c.partner, &rentalStatus, partner.Params{"token": token}, func(o *partner.Object) *RentalStatus {
		if answered := only(o, []string{"token"}, partner.SameText); answered != nil && *answered != partner.Readable(token) {
			o.Reject("it is about another rental")
		}
		status := &RentalStatus{}
		doubt := status.read(o)
		if rental := o.Object("location"); rental != nil {
			status.fill(rental)
		}
		if file := o.Object("file"); file != nil {
			status.PhoneNumbers = file.Int("phoneNumbers")
		}
		status.Unread = append(o.Unread(), doubt...)
		return status
	})
}

// read takes the status from wherever it can stand: the sample has a sentence, and the table
// numbers without a place. Two that differ prove nothing; the doubt says so.
func (s *RentalStatus) read(o *partner.Object) (doubt []string) {
	var said []string
	for _, part := range []*partner.Object{o, o.Object("location"), o.Object("file")} {
		if part == nil {
			continue
		}
		for _, name := range part.Spellings("status", "statut", "statuscode", "statusid", "state") {
			if text := part.Text(name); text != nil {
				said = append(said, *text)
			}
		}
	}
	if code := value(o.Text("code")); code != "" && !partner.SameCode(code, partner.CodeSuccess) {
		said = append(said, code)
	}
	if len(said) == 0 {
		o.Reject("it has no status")
		return nil
	}
	s.Status = said[0]
	for _, text := range said {
		stage := rentalStages[strings.ToLower(strings.TrimRight(text, " ."))]
		switch {
		case stage == RentalUnclear, stage == s.Stage:
		case s.Stage == RentalUnclear:
			s.Stage = stage
		default:
			s.Stage = RentalUnclear
			return []string{"the answer holds two statuses that differ"}
		}
	}
	return nil
}

func (s *RentalStatus) fill(o *partner.Object) {
	s.Sexe = o.Text("sexe")
	s.MinAge, s.MaxAge = o.Int("minAge"), o.Int("maxAge")
	s.Interest, s.SubInterest, s.Category = o.Int("interest"), o.Int("subInterest"), o.Int("category")
	s.Departments, s.Zipcodes = splitList(o.Text("department")), splitList(o.Text("zipcode"))
	for _, row := range o.LooseList("details_localisation") {
		s.Localities = append(s.Localities, rentalLocality(row))
	}
	s.RentalCost = rentalCost(o.Object("cost"))
}

// splitList reads a list that the vendor writes as one text.
func splitList(text *string) []string {
	if text == nil {
		return nil
	}
	var list []string
	for item := range strings.SplitSeq(*text, ",") {
		if item = strings.TrimSpace(item); item != "" {
			list = append(list, item)
		}
	}
	return list
}
