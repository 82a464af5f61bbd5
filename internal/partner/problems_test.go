package partner

import (
	"slices"
	"strings"
	"testing"
)

// TestProblems is the error shapes of the documentation and of recordings.
func TestProblems(t *testing.T) {
	t.Parallel()
	invalid := Problem{Element: "phoneNumber", Message: "Ce numero n'est pas valide (000000)"}
	required := Problem{Element: "message", Message: "Le message est requis"}
	for name, test := range map[string]struct {
		body    string
		message string
		want    []Problem
		words   string
	}{
		"simple": {
			body:    `{"success": false, "code": 9, "message": "Cl\u00e9 API incorrecte"}`,
			message: "Clé API incorrecte",
			words:   "Clé API incorrecte",
		},
		"list under error": {
			body: `{"success": false, "code": 9, "error": [
				{"elementId": "children[message].data", "message": "Le message est requis"},
				{"elementId": "children[phoneNumber].data", "message": "Ce numero n'est pas valide (000000)"}]}`,
			want:  []Problem{required, invalid},
			words: "message: Le message est requis; phoneNumber: Ce numero n'est pas valide (000000)",
		},
		"list under errors": {
			body:  `{"success": false, "code": "9", "errors": [{"elementId": "children[message].data", "message": "Le message est requis"}]}`,
			want:  []Problem{required},
			words: "message: Le message est requis",
		},
		"text under error": {
			body:  `{"success": false, "code": 9, "error": "Le message est requis"}`,
			want:  []Problem{{Message: "Le message est requis"}},
			words: "Le message est requis",
		},
		"text under errors": {
			body:    `{"success": false, "code": 9, "message": "Refus\u00e9", "errors": "Le message est requis"}`,
			message: "Refusé",
			want:    []Problem{{Message: "Le message est requis"}},
			words:   "Refusé; Le message est requis",
		},
		"list of texts": {
			body:  `{"success": false, "code": 9, "errors": ["Un", "Deux", "", null, 3, ["Quatre"]]}`,
			want:  []Problem{{Message: "Un"}, {Message: "Deux"}},
			words: "Un; Deux",
		},
		"per number, with codes of their own": {
			body: `{"success": false, "code": 9, "message": "Aucun prix", "errors": [
				{"success": false, "code": "9", "message": "Pas un mobile"},
				{"success": false, "code": 14, "phoneNumber": "+33600000001", "message": "STOP"}]}`,
			message: "Aucun prix",
			want: []Problem{
				{Code: "9", Message: "Pas un mobile"},
				{Code: "14", PhoneNumber: "+33600000001", Message: "STOP"},
			},
			words: "Aucun prix; code 9: Pas un mobile; +33600000001: STOP",
		},
		"one problem under error": {
			body:  `{"success": false, "code": 9, "error": {"elementId": "children[message].data", "message": "Le message est requis"}}`,
			want:  []Problem{required},
			words: "message: Le message est requis",
		},
		"message that is no text": {
			body:  `{"success": false, "code": 9, "errors": {"elementId": "phoneNumber", "message": {"fr": "Cl\u00e9", "n": 12345678901234567890}}}`,
			want:  []Problem{{Element: "phoneNumber", Message: `{"fr":"Clé","n":12345678901234567890}`}},
			words: `phoneNumber: {"fr":"Clé","n":12345678901234567890}`,
		},
		"message of the answer that is no text": {
			body:    `{"success": false, "code": 9, "message": ["Refus <1>", "Refus <2>"], "errors": []}`,
			message: `["Refus <1>","Refus <2>"]`,
			words:   `["Refus <1>","Refus <2>"]`,
		},
		"problem in a form of its own": {
			body:  `{"success": false, "code": 9, "error": {"children": {"sender": ["Trop long"]}}}`,
			want:  []Problem{{Message: `{"children":{"sender":["Trop long"]}}`}},
			words: `{"children":{"sender":["Trop long"]}}`,
		},
		"nothing in it": {
			body: `{"success": false, "code": 9, "message": {}, "error": {}, "errors": [[], {}]}`,
		},
		"another name of a parameter": {
			body:  `{"success": false, "code": 9, "error": [{"elementId": "data", "message": "Non"}]}`,
			want:  []Problem{{Element: "data", Message: "Non"}},
			words: "data: Non",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			failed := rejected(t, 200, nil, test.body, ReasonVendor)
			expect(t, "code", failed.Code, "9")
			expect(t, "message", failed.Message, test.message)
			expect(t, "words", failed.Words(), test.words)
			if !slices.Equal(failed.Problems, test.want) {
				t.Errorf("problems: got %+v, want %+v", failed.Problems, test.want)
			}
		})
	}
}

func TestMeaning(t *testing.T) {
	t.Parallel()
	for code, want := range map[string]Meaning{
		`1`: MeaningKeyMissing, `"10"`: MeaningKeyInvalid, `20`: MeaningAccountDisabled, `"30"`: MeaningAccountBlocked,
		`40`: MeaningAccessDenied, `90`: MeaningMalformedRequest, `" 96 "`: MeaningAddressNotAllowed,
		`4`: MeaningNotFound, `"4"`: MeaningNotFound,
		`12345`: MeaningUnknown, `"NOT_CREDIT"`: MeaningUnknown, `-1`: MeaningUnknown, `4.5`: MeaningUnknown,
	} {
		t.Run(code, func(t *testing.T) {
			t.Parallel()
			failed := rejected(t, 200, nil, `{"success": false, "code": `+code+`, "message": "Non"}`, ReasonVendor)
			expect(t, "meaning", failed.Meaning(), want)
			expect(t, "not found", failed.IsNotFound(), want == MeaningNotFound)
			expect(t, "invalid key", failed.IsInvalidKey(), want == MeaningKeyInvalid || want == MeaningKeyMissing)
			expect(t, "transient", failed.IsTransient(), false)
			expect(t, "code", failed.Code, strings.Trim(code, `" `))
			expectContains(t, "error", failed.Error(), "code "+failed.Code+": Non")
		})
	}
}

// TestMeaning_OfTheOperation proves that an operation's own meaning of a code
// comes before the account's, and stays its own.
func TestMeaning_OfTheOperation(t *testing.T) {
	t.Parallel()
	op := status
	op.Codes = map[string]Meaning{"10": MeaningNotFound}
	expect(t, "10 here", dialect.meaning(&op, "10"), MeaningNotFound)
	expect(t, "10 elsewhere", dialect.meaning(&status, "10"), MeaningKeyInvalid)
	expect(t, "4 here", dialect.meaning(&op, "4"), MeaningUnknown)
}
