package sms

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// RentalStage is the status of a rental by the table of its page.
type RentalStage int

// The stages of a rental. The table has no 4.
const (
	RentalRequested  RentalStage = 0
	RentalGenerating RentalStage = 1
	RentalReady      RentalStage = 2
	RentalFailed     RentalStage = 3
	RentalDownloaded RentalStage = 5
	// RentalDownloading is a ready rental of which a download is under way.
	RentalDownloading RentalStage = -2
)

// priceRental is the documented price of one contact.
const priceRental wire.Amount = 90

// Rental is a rental of contacts.
type Rental struct {
	// Token is made up when empty.
	Token string
	// Criteria are the request's parameters by the vendor's names.
	Criteria   map[string]string
	Localities []RentalLocality
	// Created is now when zero.
	Created time.Time
	// Stage is what [Account.SetRental] said, or what a download made of it; by the time
	// of [RentalForms.RentalGeneration] otherwise.
	Stage *RentalStage
}

// RentalLocality is a place in which contacts are rented.
type RentalLocality struct {
	// Name is a zip code or a department.
	Name string
	// Volume is how many contacts there are, and Wanted how many are rented.
	Volume, Wanted int
}

// Quantity is how many contacts are rented.
func (r Rental) Quantity() int {
	sum := 0
	for _, l := range r.Localities {
		sum += l.Wanted
	}
	return sum
}

// Numbers are the contacts, of the range that France keeps for fiction.
func (r Rental) Numbers() []string {
	numbers := make([]string, r.Quantity())
	for i := range numbers {
		numbers[i] = fmt.Sprintf("+3363998%04d", i+1)
	}
	return numbers
}

// documentedRental is that of the sample on the page "Statut d'une location".
func documentedRental() Rental {
	downloaded := RentalDownloaded
	return Rental{
		Token:      "TOK",
		Criteria:   map[string]string{"sexe": "f", "minAge": "31", "maxAge": "49", "zipcode": "60200", "interest": "12", "category": "103"},
		Localities: []RentalLocality{{Name: "60200", Volume: 266, Wanted: 10}},
		Stage:      &downloaded,
	}
}

type rentals struct {
	all []*Rental
	// volumes are those that were set, by locality.
	volumes map[string]int
}

// AddRental puts a rental on the account, and returns its token.
func (a *Account) AddRental(r Rental) string {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.addRental(r).Token
}

func (a *Account) addRental(r Rental) *Rental {
	r.Token = cmp.Or(r.Token, wire.Secret(fmt.Sprintf("rental %d", len(a.rentals.all))))
	if r.Created.IsZero() {
		r.Created = a.Now()
	}
	a.rentals.all = append(a.rentals.all, &r)
	return &r
}

// Rentals returns what calls have rented, and what was added.
func (a *Account) Rentals() []Rental {
	a.mu.Lock()
	defer a.mu.Unlock()
	var all []Rental
	for _, r := range a.rentals.all {
		if r.Token != documentedRental().Token {
			all = append(all, *r)
		}
	}
	return all
}

// SetRental says at which stage a rental is from now on.
func (a *Account) SetRental(token string, stage RentalStage) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if r := a.rental(token); r != nil {
		r.Stage = &stage
	}
}

// SetRentalVolume says how many contacts a zip code or department has. By default a zip
// code has 266, as in the documented sample, and a department ten times as many.
func (a *Account) SetRentalVolume(locality string, volume int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.rentals.volumes == nil {
		a.rentals.volumes = map[string]int{}
	}
	a.rentals.volumes[locality] = volume
}

func (a *Account) rentalVolume(locality string) int {
	if volume, set := a.rentals.volumes[locality]; set {
		return volume
	}
	if isZip(locality) {
		return 266
	}
	return 2660
}

func isZip(locality string) bool { return len(locality) == 5 }

// rental returns a rental; nil if there is none.
func (a *Account) rental(token string) *Rental {
	i := slices.IndexFunc(a.rentals.all, func(r *Rental) bool { return r.Token == token })
	if i < 0 {
		return nil
	}
	return a.rentals.all[i]
}

// stageOf returns how far a rental is: its file is being made in the second half of the
// time that it takes.
func (a *Account) stageOf(r *Rental) RentalStage {
	if r.Stage != nil {
		return *r.Stage
	}
	switch took := a.Now().Sub(r.Created); {
	case took < a.options.Variant.RentalGeneration/2:
		return RentalRequested
	case took < a.options.Variant.RentalGeneration:
		return RentalGenerating
	default:
		return RentalReady
	}
}

// localitiesOf are the localities of criteria: zip codes, then departments.
func localitiesOf(criteria map[string]string) []string {
	var names []string
	for _, list := range []string{criteria["zipcode"], criteria["department"]} {
		for name := range strings.SplitSeq(list, ",") {
			if name = strings.TrimSpace(name); name != "" {
				names = append(names, name)
			}
		}
	}
	return names
}
