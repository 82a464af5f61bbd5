package sms

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

// documentedCriteria are those of the sample request.
var documentedCriteria = RentalCriteria{Sexe: "m", MinAge: 25, MaxAge: 35, Interest: 14, SubInterest: 35, Zipcodes: []string{"60200"}}

// withRentals are the options of an account that answers in these forms.
func withRentals(forms sms.RentalForms) simulator.Options {
	return simulator.Options{Variant: simulator.Variant{RentalForms: forms}}
}

// inJSON writes a value for comparisons, with amounts as numbers.
func inJSON(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// The requests are those of the documented samples.
func TestRentalEstimate_Requests(t *testing.T) {
	t.Parallel()
	s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
	places := RentalCriteria{Sexe: "f", MinAge: 18, MaxAge: 98, Interest: 12, Category: 102, Departments: []string{"02", "60"}, Zipcodes: []string{"02200", "60200"}}
	for _, test := range []struct {
		criteria RentalCriteria
		volumes  map[string]int64
		want     string
	}{
		{
			documentedCriteria,
			map[string]int64{"60200": 20},
			`{"op":"price","parameters":{"interest":14,"maxAge":"35","minAge":"25","sexe":"m","subInterest":35,"zipcode":"60200"},"volumes":{"60200":20}}`,
		},
		{
			places, nil,
			`{"op":"calcul","parameters":{"category":102,"department":"02,60","interest":12,"maxAge":"98","minAge":"18","sexe":"f","zipcode":"02200,60200"}}`,
		},
	} {
		if _, err := c.RentalEstimate(t.Context(), test.criteria, test.volumes); err != nil {
			t.Fatal(err)
		}
		var got, want any
		_ = json.Unmarshal([]byte(body(t, s.Requests()[len(s.Requests())-1])), &got)
		_ = json.Unmarshal([]byte(test.want), &want)
		expect(t, "request", inJSON(t, got), inJSON(t, want))
	}
	expectNoViolations(t, s)
}

func TestRentalEstimate(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct{ answer, want string }{
		"documented": {
			`"op":"price","datas":[{"Type":"CP","Localite":"60200","Volume":20},{"Type":"total","Localite":"total","Volume":20}],"cost":{"quantity":20,"total":2.52,"cost_unity":0.09}`,
			`{"Localities":[{"Type":"CP","Locality":"60200","Volume":20,"Wanted":null}],"Volume":20,"Quantity":20,"Total":"2.52","CostUnity":"0.09","Unread":null}`,
		},
		"other forms": {
			`"op":"Prix","datas":[{"Type":"cp","Location":"02200","Volume":"20"},{"Type":"TOTAL","Volume":"20"}],"cost":{"quantity":"20","total":"1,80"}`,
			`{"Localities":[{"Type":"cp","Locality":"02200","Volume":20,"Wanted":null}],"Volume":20,"Quantity":20,"Total":"1.8","CostUnity":null,"Unread":null}`,
		},
		"unreadable": {
			`"datas":[],"cost":{"quantity":"many","total":true}`,
			`{"Localities":[],"Volume":null,"Quantity":null,"Total":null,"CostUnity":null,"Unread":["\"cost.quantity\" holds \"many\", which is not a whole number","\"cost.total\" holds \"true\", which is not a number"]}`,
		},
		"of a rental": {`"op":"Rent","cost":{"quantity":20}`, `it answers "Rent", not "price"`},
		"no cost":     {`"datas":[]`, `the answer reports success, but has no "cost"`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
			s.Script("location/optin", simulator.Step{Body: `{"success":true,` + test.answer + `}`})
			estimate, err := c.RentalEstimate(t.Context(), documentedCriteria, map[string]int64{"60200": 20})
			got := inJSON(t, estimate)
			if err != nil {
				got = failure(t, err, "location/optin", partner.ReasonIncomplete).Detail
			}
			expect(t, "estimate", got, test.want)
		})
	}
}

// Where the number of the status stands is not documented. Two that differ prove nothing.
func TestRentalStatus_Places(t *testing.T) {
	t.Parallel()
	for answer, want := range map[string]RentalStage{
		`"status":2`:                                           RentalReady,
		`"status":"2"`:                                         RentalReady,
		`"status":"File ready to download."`:                   RentalReady,
		`"status":"Fichier pret","statusCode":2`:               RentalReady,
		`"status":"Fichier pret","status_id":"2"`:              RentalReady,
		`"status":"Fichier pret","code":2`:                     RentalReady,
		`"code":3`:                                             RentalFailed,
		`"code":200,"status":"Fichier pret"`:                   RentalUnclear,
		`"location":{"status":2}`:                              RentalReady,
		`"status":"Fichier pret","file":{"status":1}`:          RentalGenerating,
		`"status":2,"statut":"3"`:                              RentalUnclear,
		`"status":2,"code":3`:                                  RentalUnclear,
		`"status":"File downloaded by user from api","code":5`: RentalDownloaded,
	} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("location/status", simulator.Step{Body: `{"success":true,` + answer + `}`})
		status, err := c.RentalStatus(t.Context(), "TOK")
		if err != nil || status.Stage != want {
			t.Errorf("%s: %+v, %v", answer, status, err)
		}
	}
}

// The answer of calcul is not documented: localities or a cost are enough.
func TestRentalEstimate_Calcul(t *testing.T) {
	t.Parallel()
	for answer, want := range map[string]string{
		`"datas":[{"Type":"CP","Localite":"60200","Volume":266}]`: `{"Localities":[{"Type":"CP","Locality":"60200","Volume":266,"Wanted":null}],"Volume":null,"Quantity":null,"Total":null,"CostUnity":null,"Unread":null}`,
		`"cost":{"quantity":266}`:                                 `{"Localities":[],"Volume":null,"Quantity":266,"Total":null,"CostUnity":null,"Unread":null}`,
		`"datas":[]`:                                              `{"Localities":[],"Volume":null,"Quantity":null,"Total":null,"CostUnity":null,"Unread":null}`,
		`"op":"calcul"`:                                           `it has neither "datas" nor "cost"`,
		`"op":"price","datas":[]`:                                 `it answers "price", not "calcul"`,
	} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("location/optin", simulator.Step{Body: `{"success":true,` + answer + `}`})
		estimate, err := c.RentalEstimate(t.Context(), documentedCriteria, nil)
		got := inJSON(t, estimate)
		if err != nil {
			got = failure(t, err, "location/optin", partner.ReasonIncomplete).Detail
		}
		expect(t, answer, got, want)
	}
}

func TestRentalStatus(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct{ answer, want string }{
		"documented": {
			`"token":"TOK","status":"File downloaded by user from api","location":{"sexe":"femme","minAge":31,"maxAge":49,"zipcode":"60200","interest":"12","category":103,` +
				`"details_localisation":[{"Type":"cp","Location":"60200","VolumeDesired":"10","Volume":"266"}],"cost":{"quantity":10,"total":"0.900","cost_unity":"0.090"}},"file":{"phoneNumbers":"10"}`,
			`{"Status":"File downloaded by user from api","Stage":5,"Sexe":"femme","MinAge":31,"MaxAge":49,"Interest":12,"SubInterest":null,"Category":103,"Departments":null,"Zipcodes":["60200"],` +
				`"Localities":[{"Type":"cp","Locality":"60200","Volume":266,"Wanted":10}],"Quantity":10,"Total":"0.9","CostUnity":"0.09","PhoneNumbers":10,"Unread":null}`,
		},
		"status alone": {
			`"status":2`,
			`{"Status":"2","Stage":3,"Sexe":null,"MinAge":null,"MaxAge":null,"Interest":null,"SubInterest":null,"Category":null,"Departments":null,"Zipcodes":null,"Localities":null,"Quantity":null,"Total":null,"CostUnity":null,"PhoneNumbers":null,"Unread":null}`,
		},
		"unreadable": {
			`"status":"0","location":{"department":"02, 60","interest":"14,15","details_localisation":[7,{"Localite":"02","Volume":"many"}],"cost":[]},"file":[]`,
			`{"Status":"0","Stage":1,"Sexe":null,"MinAge":null,"MaxAge":null,"Interest":null,"SubInterest":null,"Category":null,"Departments":["02","60"],"Zipcodes":null,` +
				`"Localities":[{"Type":null,"Locality":"02","Volume":null,"Wanted":null}],"Quantity":null,"Total":null,"CostUnity":null,"PhoneNumbers":null,` +
				`"Unread":["\"location.interest\" holds \"(not shown: it can hold secrets)\", which is not a whole number",` +
				`"\"location.details_localisation[0]\" holds \"(not shown: it can hold secrets)\", which is not an object",` +
				`"\"location.details_localisation[1].Volume\" holds \"(not shown: it can hold secrets)\", which is not a whole number"]}`,
		},
		"another rental": {`"token":"OTHER","status":2`, `it is about another rental`},
		"no status":      {`"token":"TOK"`, `it has no status`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
			s.Script("location/status", simulator.Step{Body: `{"success":true,` + test.answer + `}`})
			status, err := c.RentalStatus(t.Context(), "TOK")
			got := inJSON(t, status)
			if err != nil {
				got = failure(t, err, "location/status", partner.ReasonIncomplete).Detail
			}
			expect(t, "status", got, test.want)
			expectNoViolations(t, s)
		})
	}
}

// Only what the documentation has is a stage.
func TestRentalStatus_Stages(t *testing.T) {
	t.Parallel()
	for status, want := range map[string]RentalStage{
		`0`: RentalRequested, `"1"`: RentalGenerating, `2`: RentalReady, `"2"`: RentalReady, `3`: RentalFailed, `5`: RentalDownloaded,
		`"file ready to download"`: RentalReady, `"Rental failed"`: RentalFailed,
		`4`: RentalUnclear, `"22"`: RentalUnclear, `"File not ready to download"`: RentalUnclear, `"ready"`: RentalUnclear,
	} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("location/status", simulator.Step{Body: `{"success":true,"status":` + status + `}`})
		got, err := c.RentalStatus(t.Context(), "TOK")
		if err != nil {
			t.Fatal(err)
		}
		expect(t, status, got.Stage, want)
	}
}

// The simulator's forms are all read.
func TestRentalStatus_Forms(t *testing.T) {
	t.Parallel()
	for forms, want := range map[sms.RentalForms]RentalStage{
		{}: RentalReady, {RentalStatus: "number"}: RentalReady, {RentalStatus: "other"}: RentalUnclear, {RentalLocalityKeys: true}: RentalReady,
	} {
		s, c := start(t, withRentals(forms), simulator.DefaultAPIKey)
		token := s.AddRental(sms.Rental{Localities: []sms.RentalLocality{{Name: "02", Wanted: 3, Volume: 9}}})
		got, err := c.RentalStatus(t.Context(), token)
		if err != nil {
			t.Fatal(err)
		}
		expect(t, "stage", got.Stage, want)
		expect(t, "localities", inJSON(t, got.Localities), `[{"Type":"dep","Locality":"02","Volume":9,"Wanted":3}]`)
	}
}

func TestRentalFile(t *testing.T) {
	t.Parallel()
	s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
	token := s.AddRental(sms.Rental{Localities: []sms.RentalLocality{{Name: "02", Wanted: 2}}})
	var file strings.Builder
	n, err := c.RentalFile(t.Context(), token, &file)
	expect(t, "error", err, nil)
	expect(t, "file", file.String(), "+33639980001\n+33639980002\n")
	expect(t, "bytes", n, int64(file.Len()))
	for code, meaning := range map[string]partner.Meaning{
		"31": partner.MeaningRefused, "32": partner.MeaningNotFound, "33": partner.MeaningRefused,
		"34": partner.MeaningRefused, "35": partner.MeaningRefused, "36": partner.MeaningRefused,
	} {
		s.Script("location/file/download", simulator.Step{Body: `{"success":false,"code":` + code + `}`})
		_, err := c.RentalFile(t.Context(), token, &file)
		expect(t, code, failure(t, err, "location/file/download", partner.ReasonVendor).Meaning(), meaning)
	}
	expectNoViolations(t, s)
}
