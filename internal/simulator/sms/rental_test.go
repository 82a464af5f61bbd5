package sms

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

const (
	optinPath        = wire.BasePath + "/location/optin"
	rentalStatusPath = wire.BasePath + "/location/status"
	rentalFilePath   = wire.BasePath + "/location/file/download"
)

// documentedCriteria are those of the sample request.
const documentedCriteria = `{"sexe": "m", "minAge": "25", "maxAge": "35", "zipcode": "60200", "interest": 14, "subInterest": 35}`

// optin is the body of a call of location/optin.
func optin(op, criteria, volumes string) string {
	body := `{"apiKey": "` + wire.DefaultAPIKey + `", "op": "` + op + `", "parameters": ` + criteria
	if volumes != "" {
		body += `, "volumes": ` + volumes
	}
	return body + "}"
}

func TestRental_Answers(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	_, body := post(t, s, optinPath, optin("price", documentedCriteria, `{"60200": 20}`))
	expectDocumented(t, strings.Replace(body, "1.8", "2.52", 1), "rental_price.json") // the printed figures do not multiply
	_, body = get(t, s, rentalStatusPath, query("token", "TOK"))
	expectDocumented(t, body, "rental_status.json")
	_, body = post(t, s, optinPath, optin("calcul", documentedCriteria, ""))
	expectFields(t, body, `"op": "calcul"`, `"Localite": "60200"`, `"Volume": 266`, `"quantity": 266`, `"total": 23.94`)
	expect(t, "rentals", len(s.Rentals()), 0)
	expectNoViolations(t, s)
}

// A rental is paid for, its file is made, and given once.
func TestRental_Life(t *testing.T) {
	t.Parallel()
	c := newClock()
	s := New(Options{Options: wire.Options{Now: c.Now}, Variant: Variant{RentalForms: RentalForms{RentalGeneration: time.Minute}}})
	_, body := post(t, s, optinPath, optin("rent", documentedCriteria, `{"60200": 20}`))
	token := s.Rentals()[0].Token
	expectFields(t, body, `"op": "rent"`, `"token": "`+token+`"`, `"quantity": 20`, `"total": 1.8`)
	_, body = get(t, s, wire.BasePath+"/me", query())
	expectFields(t, body, `"balance": "50.319"`)
	for _, want := range []string{"Request made", "File being generated", "File ready to download"} {
		_, body = get(t, s, rentalStatusPath, query("token", token))
		expectFields(t, body, `"status": "`+want+`"`, `"interest": "14"`, `"subInterest": "35"`, `"sexe": "mixte"`)
		_, file := get(t, s, rentalFilePath, query("token", token))
		if want != "File ready to download" {
			expectFields(t, file, `"code": 33`)
		} else {
			expect(t, "file", strings.Count(file, "+3363998"), 20)
		}
		c.advance(30 * time.Second)
	}
	_, body = get(t, s, rentalStatusPath, query("token", token))
	expectFields(t, body, `"status": "File downloaded by user from api"`, `"phoneNumbers": "20"`)
	for stage, want := range map[RentalStage][2]string{
		RentalDownloaded: {"34", "File downloaded by user from api"}, RentalDownloading: {"35", "File ready to download"}, RentalFailed: {"36", "Rental failed"},
	} {
		s.SetRental(token, stage)
		_, body = get(t, s, rentalFilePath, query("token", token))
		expectFields(t, body, `"success": false`, `"code": `+want[0]+`,`)
		_, body = get(t, s, rentalStatusPath, query("token", token))
		expectFields(t, body, `"status": "`+want[1]+`"`)
	}
	expectNoViolations(t, s)
}

func TestRental_Refusals(t *testing.T) {
	t.Parallel()
	of := func(change string) string { // "old>new" in the documented criteria
		before, after, _ := strings.Cut(change, ">")
		return strings.Replace(documentedCriteria, before, after, 1)
	}
	s := New(Options{})
	s.SetRentalVolume("60200", 30)
	s.SetRentalVolume("00000", 0)
	for _, test := range []struct{ body, code, words string }{
		{`{"op": "price"}`, "1", "La Clé API est requise"},
		{groupBody("op", "price"), "3", "parameters est requis"},
		{optin("", documentedCriteria, ""), "4", "op est requis"},
		{strings.Replace(optin("price", documentedCriteria, ""), `"op"`, `"urlNotification": "x", "op"`, 1), "5", "urlNotification"},
		{optin("Price", documentedCriteria, ""), "6", "pas autorisé"},
		{optin("price", of(`"sexe": "m", >`), ""), "7", "sexe est requis"},
		{optin("price", of(`"m">"x"`), ""), "8", "m,h or f"},
		{optin("price", of(`"minAge": "25", >`), ""), "9", "minAge est requis"},
		{optin("price", of(`"25">"17"`), ""), "12", "supérieur à 17"},
		{optin("price", of(`"maxAge": "35", >`), ""), "13", "maxAge est requis"},
		{optin("price", of(`"35", "zip>"99", "zip`), ""), "14", "inférieur à 99"},
		{optin("price", of(`14>0`), ""), "15", "interest doit"},
		{optin("price", of(`14>""`), ""), "16", "interest ne peut"},
		{optin("price", of(`: 35}>: ""}`), ""), "17", "subInterest ne doit"},
		{optin("price", of(`: 35}>: -1}`), ""), "18", "subInterest doit"},
		{optin("price", of(`, "interest": 14, "subInterest": 35>`), ""), "19", "sont requis"},
		{optin("price", of(`"subInterest": 35>"category": ""`), ""), "22", "category ne doit"},
		{optin("price", of(`"subInterest": 35>"category": 0`), ""), "23", "category doit"},
		{optin("price", documentedCriteria, ""), "26", "Volume est requis"},
		{optin("rent", documentedCriteria, `{"60200": 0}`), "26", "Volume est requis"},
		{optin("price", documentedCriteria, `{"60200": 31}`), "27", "volume disponible"},
		{optin("price", documentedCriteria, `{"60200": 31, "00000": 1}`), "28", "volume total"},
		{optin("calcul", of("60200>00000"), ""), "61", "aucun résultat"},
	} {
		_, body := post(t, s, optinPath, test.body)
		expectFields(t, body, `"success": false`, `"code": `+test.code+`,`, test.words)
	}
	s.SetCredits(Credits{Balance: "1.799"})
	_, body := post(t, s, optinPath, optin("rent", documentedCriteria, `{"60200": 20}`))
	expectFields(t, body, `"code": 11,`, "Crédit insuffisant")
	for _, path := range []string{rentalStatusPath, rentalFilePath} {
		_, body := get(t, s, path, query())
		expectFields(t, body, `"code": 31,`, "token est requis")
		_, body = get(t, s, path, query("token", "NO"))
		expectFields(t, body, `"code": 32,`, "introuvable")
	}
	expect(t, "rentals", len(s.Rentals()), 0)
}

func TestRental_Forms(t *testing.T) {
	t.Parallel()
	rent := optin("rent", documentedCriteria, `{"60200": 20}`)
	for name, test := range map[string]struct {
		forms      RentalForms
		has, lacks string // of the answer to the request
		body       string
	}{
		"capital":         {RentalForms{RentalOpCapital: true}, `"op": "Rent"`, `"op": "rent"`, rent},
		"nested token":    {RentalForms{RentalToken: "nested"}, `"location": {` + "\n" + `        "token": "`, "\n" + `    "token"`, rent},
		"no token":        {RentalForms{RentalToken: "none"}, `"cost": {`, `"token"`, rent},
		"no cost":         {RentalForms{RentalNoCost: true}, `"token": "`, `"cost"`, rent},
		"no calcul cost":  {RentalForms{RentalCalculNoCost: true}, `"datas"`, `"cost"`, optin("calcul", documentedCriteria, "")},
		"keys":            {RentalForms{RentalLocalityKeys: true}, `"Location": "60200"`, `"Localite"`, rent},
		"18":              {RentalForms{RentalMinAge18: true}, `"code": 12,`, `"success": true`, strings.Replace(rent, `"25"`, `"18"`, 1)},
		"no locality":     {RentalForms{RentalNeedsLocality: true}, `"code": 25,`, `"success": true`, strings.Replace(rent, `"zipcode": "60200", `, "", 1)},
		"18 and no place": {RentalForms{}, `"success": true`, `"code"`, strings.NewReplacer(`"25"`, `"18"`, `"zipcode": "60200", `, "").Replace(rent)},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := New(Options{Variant: Variant{RentalForms: test.forms}})
			_, body := post(t, s, optinPath, test.body)
			expectFields(t, body, test.has)
			expect(t, test.lacks, strings.Contains(body, test.lacks), false)
			expectNoViolations(t, s)
		})
	}
}

func TestRental_StatusForms(t *testing.T) {
	t.Parallel()
	for forms, want := range map[RentalForms]string{
		{RentalStatus: "number"}:   `"status": 2`,
		{RentalStatus: "other"}:    `"status": "Etape 2"`,
		{RentalLocalityKeys: true}: `"Localite": "02"`,
	} {
		s := New(Options{Variant: Variant{RentalForms: forms}})
		token := s.AddRental(Rental{Localities: []RentalLocality{{Name: "02", Wanted: 1}}})
		_, body := get(t, s, rentalStatusPath, query("token", token))
		expectFields(t, body, want, `"Type": "dep"`)
	}
}

func TestRental_FileForms(t *testing.T) {
	t.Parallel()
	for form, want := range map[string]string{
		"":     "+33639980001\n+33639980002\n",
		"csv":  "phoneNumber\n+33639980001\n+33639980002\n",
		"json": `{"success": true, "phoneNumbers": ["+33639980001", "+33639980002"]}`,
	} {
		s := New(Options{Variant: Variant{RentalForms: RentalForms{RentalFile: form, RentalFileAgain: true}}})
		token := s.AddRental(Rental{Localities: []RentalLocality{{Name: "02", Wanted: 2}}})
		for range 2 {
			status, body := get(t, s, rentalFilePath, query("token", token))
			expect(t, "status", status, http.StatusOK)
			expect(t, form, body, want)
		}
	}
}

// A wrong volume is noted, and volumes where none belong.
func TestRental_Violations(t *testing.T) {
	t.Parallel()
	for volumes, want := range map[string]string{
		`{"60200": "20"}`: `parameter "volumes.60200" is not a number`,
		`{"60200": 0}`:    `parameter "volumes.60200": "0" is not a number from 1`,
		`"20"`:            `parameter "volumes" is not an object`,
		`[20]`:            `parameter "volumes" is not an object`,
	} {
		s := New(Options{})
		post(t, s, optinPath, optin("price", documentedCriteria, volumes))
		expect(t, volumes, strings.Join(s.Violations(), "\n"), "POST "+optinPath+": "+want)
	}
	s := New(Options{})
	post(t, s, optinPath, optin("calcul", documentedCriteria, `{"60200": 20}`))
	expect(t, "calcul", strings.Join(s.Violations(), "\n"), "POST "+optinPath+`: parameter "volumes" is only for price and rent`)
}
