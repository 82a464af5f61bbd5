package partner

import (
	"net/http"
	"testing"
)

// TestDialect has the forms in which voice and mail write what SMS has in "code".
func TestDialect(t *testing.T) {
	t.Parallel()
	voice := Dialect{
		Codes:      map[string]Meaning{"10": MeaningKeyInvalid, "NOT_CREDIT": MeaningRefused},
		CodeFields: []string{"code", "error", "message"},
	}
	mail := Dialect{Codes: map[string]Meaning{"429": MeaningTooSoon}}
	for body, test := range map[string]struct {
		dialect Dialect
		code    string
		meaning Meaning
	}{
		`{"success": false, "code": "NOT_CREDIT"}`:                    {voice, "NOT_CREDIT", MeaningRefused},
		`{"success": false, "error": "NOT_CREDIT"}`:                   {voice, "NOT_CREDIT", MeaningRefused},
		`{"message": "NOT_CREDIT"}`:                                   {voice, "NOT_CREDIT", MeaningRefused},
		`{"error": 10}`:                                               {voice, "10", MeaningKeyInvalid},
		`{"success": false, "message": "Le crédit est insuffisant"}`:  {voice, "", MeaningUnknown},
		`{"success": false, "error": "Unauthorized", "code": 401}`:    {voice, "401", MeaningUnknown},
		`{"success": false, "message": "NOT_CREDIT", "code": "X"}`:    {voice, "NOT_CREDIT", MeaningRefused},
		`{"success": false, "message": "NOT_CREDIT", "code": 10}`:     {voice, "NOT_CREDIT", MeaningRefused},
		`{"success": false, "message": "NEW_WORD", "code": 400}`:      {voice, "400", MeaningUnknown},
		`{"success": false, "error": {"code": "NOT_CREDIT"}}`:         {voice, "NOT_CREDIT", MeaningRefused},
		`{"error": {"message": "NOT_CREDIT"}}`:                        {voice, "NOT_CREDIT", MeaningRefused},
		`{"success": false, "errors": ["NOT_CREDIT"]}`:                {voice, "NOT_CREDIT", MeaningRefused},
		`{"success": false, "message": ["NOT_CREDIT"]}`:               {voice, "NOT_CREDIT", MeaningRefused},
		`{"success": false, "errorCode": "NOT_CREDIT"}`:               {voice, "NOT_CREDIT", MeaningRefused},
		`{"error_code": "NOT_CREDIT", "message": "Non"}`:              {voice, "NOT_CREDIT", MeaningRefused},
		`{"message": "NOT_CREDIT: Crédit insuffisant"}`:               {voice, "NOT_CREDIT", MeaningRefused},
		`{"success": false, "errors": ["NOT_CREDIT", "OTHER_WORD"]}`:  {voice, "", MeaningUnknown},
		`{"success": false, "errors": [{"code": "NOT_CREDIT"}]}`:      {voice, "NOT_CREDIT", MeaningRefused},
		`{"error": [{"elementId": "a", "message": "NOT_CREDIT"}]}`:    {voice, "NOT_CREDIT", MeaningRefused},
		`{"errors": [{"code": "NOT_CREDIT"}, {"code": "OTHER"}]}`:     {voice, "", MeaningUnknown},
		`{"success": false, "message": "10", "code": 400}`:            {voice, "10", MeaningKeyInvalid},
		`{"success": false, "message": "NOT_CREDIT"}`:                 {mail, "", MeaningUnknown},
		`{"success": false, "code": 429, "message": "Too many"}`:      {mail, "429", MeaningTooSoon},
		`{"success": false, "code": "429", "message": "Doucement !"}`: {mail, "429", MeaningTooSoon},
	} {
		_, failed := interpret(&test.dialect, &status, &answer{status: 200, body: []byte(body)}, redactor{})
		expect(t, body+": code", failed.Code, test.code)
		expect(t, body+": meaning", failed.Meaning(), test.meaning)
		expect(t, body+": throttled", failed.IsThrottled(), test.meaning == MeaningTooSoon)
	}
}

// A word in a message contradicts a success, and other words do not.
func TestDialect_Contradiction(t *testing.T) {
	t.Parallel()
	voice := Dialect{Codes: map[string]Meaning{"NOT_CREDIT": MeaningRefused}, CodeFields: []string{"code", "error", "message"}}
	for body, want := range map[string]string{
		`{"success": true, "statut": "OK", "message": "NOT_CREDIT"}`:      "the answer reports success, but has code NOT_CREDIT",
		`{"success": true, "statut": "OK", "message": "NOT_CREDIT: non"}`: "the answer reports success, but has code NOT_CREDIT",
		`{"success": true, "statut": "OK", "message": "10"}`:              "",
		`{"success": true, "statut": "OK", "message": "MESSAGE_SENT"}`:    "",
		`{"success": true, "statut": "OK", "code": 200}`:                  "",
	} {
		_, failed := interpret(&voice, &status, &answer{status: 200, body: []byte(body)}, redactor{})
		got := ""
		if failed != nil {
			got = failed.Detail
		}
		expect(t, body, got, want)
	}
}

// TestProof has an answer with each combination of success and data, under each rule.
func TestProof(t *testing.T) {
	t.Parallel()
	const groups = `"groups": [{"id": "G"}]`
	for body, want := range map[string]string{ // s: by success, d: by data, a: by data alone
		`{"success": true, ` + groups + `}`:                                    "sda",
		`{` + groups + `}`:                                                     "da",
		`{"success": null, ` + groups + `}`:                                    "da",
		`{"success": false, ` + groups + `}`:                                   "a",
		`{"success": "maybe", ` + groups + `}`:                                 "a",
		`{"success": false, "code": 10, ` + groups + `}`:                       "",
		`{"code": 10, ` + groups + `}`:                                         "",
		`{"success": false, "error": "Non", ` + groups + `}`:                   "",
		`{"success": true}`:                                                    "",
		`{"success": false}`:                                                   "",
		`{"success": false, "message": "Indisponible", ` + groups + `}`:        "",
		`{"success": false, "groups": {}}`:                                     "",
		`{"success": true, "code": 200, "message": "Request queued"}`:          "",
		`{"success": false, "code": 10, "message": "Clef API incorrecte"}`:     "",
		`{"success": true, "success": false, "groups": [], "code": "200"}`:     "",
		`{"success": true, "groups": [{"id": "G"}], "groups": [{"id": "H"}]}`:  "",
		`{"success": false, "Success": true, "groups": [], "code": 200}`:       "a",
		`{"success": true, "errors": [], "error": false, ` + groups + `}`:      "sda",
		`{"success": true, "code": 404, "message": "Non", "groups": [{}, {}]}`: "",
	} {
		got := ""
		for i, letter := range "sda" {
			op := Operation{Name: "group/list", Data: "groups", DataKind: List, Proof: Proof(i)}
			if _, failed := interpret(&dialect, &op, &answer{status: 200, body: []byte(body)}, redactor{}); failed == nil {
				got += string(letter)
			}
		}
		expect(t, body, got, want)
	}
}

// What proves a success proves it under any HTTP status: the write was carried out.
func TestProof_OtherStatus(t *testing.T) {
	t.Parallel()
	op := Operation{Name: "contact/add", Data: "results", DataKind: List, Proof: ByDataAlone}
	for body, want := range map[string]bool{`{"results": []}`: true, `{"rapport": {}}`: false, `{"code": 404, "message": "Not Found"}`: false} {
		_, failed := interpret(&dialect, &op, &answer{status: http.StatusNotFound, body: []byte(body)}, redactor{})
		expect(t, body+": reason", failed.Reason, ReasonStatus)
		expect(t, body+": tells success", failed.TellsSuccess(), want)
		expect(t, body+": meaning", failed.Meaning(), MeaningUnknown)
	}
}

// TestProof_NoneCounted has lists that are left out, or no lists, where they would be empty.
func TestProof_NoneCounted(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]bool{
		`{"nb_datas": 0}`:                            true,
		`{"nb_datas": "0"}`:                          true,
		`{"nb_datas": 0, "datas": null}`:             true,
		`{"nb_datas": 0, "datas": []}`:               true,
		`{"success": true, "nb_datas": 0}`:           true,
		`{"datas": []}`:                              true,
		`{"nb_datas": 0, "datas": {}}`:               true,
		`{"nb_datas": 0, "datas": ""}`:               true,
		`{"nb_datas": 2, "datas": null}`:             true, // the page behind the last one
		`{"nb_datas": "viele", "datas": null}`:       false,
		`{"datas": {}}`:                              false,
		`{"nb_datas": 0, "datas": "none"}`:           false,
		`{"nb_datas": 0, "datas": {"0": {}}}`:        false,
		`{"nb_datas": 1}`:                            false,
		`{"nb_datas": null, "datas": null}`:          false,
		`{"success": true}`:                          false,
		`{"success": false, "nb_datas": 0}`:          false,
		`{"nb_datas": 0, "error": "NOT_CREDIT"}`:     false,
		`{"nb_datas": 0, "code": 10}`:                false,
		`{"nb_datas": 0, "nb_datas": 1}`:             false,
		`{"success": true, "message": "nb_datas 0"}`: false,
		// Words may say why there is no list. No documented list has any.
		`{"success": true, "nb_datas": 0, "message": "Erreur interne"}`:                  false,
		`{"success": true, "nb_datas": 0, "datas": null, "message": "Erreur interne"}`:   false,
		`{"success": true, "nb_datas": 0, "datas": null, "message": ""}`:                 true,
		`{"success": true, "nb_datas": "0", "message": "Request queued for processing"}`: false,
	} {
		op := Operation{Name: "audios", Data: "datas", DataKind: List, Proof: ByData, Count: "nb_datas"}
		_, failed := interpret(&dialect, &op, &answer{status: 200, body: []byte(body)}, redactor{})
		expect(t, body, failed == nil, want)
	}
}
