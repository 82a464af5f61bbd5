package partner

import (
	"encoding/json"
	"testing"
)

// Keys of others, in the forms that the vendor's have.
var othersKeys = map[string]string{
	"SMS":   "f7e3d1c9b5a38271605f4e2d1c0b9a8877665544",
	"voice": "AbCd12-3EfGh4-5iJkL6-mNoP78",
}

// TestSecretAnswer has a server answer with the keys of others in every place of an
// answer: nothing of it gets into logs and errors.
func TestSecretAnswer(t *testing.T) {
	t.Parallel()
	for name, echo := range echoes {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			op := status
			op.Secret = true
			for _, key := range othersKeys {
				var w witness
				text := "GET /v1/me?apiKey=" + key
				asJSON, err := json.Marshal(text)
				if err != nil {
					t.Fatal(err)
				}
				bubble(t, func(c *Config) { c.Logger = w.logger() }, says(echo(text, string(asJSON))), func(t *testing.T, world *world) {
					_, err := Do(t.Context(), world.client, &op, Params{"messageId": "1111"}, decodeValues)
					w.result(values{}, err)
				})
				expectContains(t, "what is let out", w.seen.String(), "Asking the vendor")
				expectNoSecret(t, "the call", w.seen.String(), key)
			}
		})
	}
}

// TestSecretAnswer_IsRead proves that the values themselves are read, and what of an
// error is told.
func TestSecretAnswer_IsRead(t *testing.T) {
	t.Parallel()
	op := status
	op.Secret = true
	got, failed := interpreted(&op, 200, nil, `{"success": true, "code": 200, "statut": "`+othersKeys["SMS"]+`"}`, plainKey)
	if failed != nil {
		t.Fatal(failed)
	}
	expect(t, "value", *got.statut, othersKeys["SMS"])
	_, failed = interpreted(&op, 200, nil, `{"success": false, "code": 7, "message": "Le sous-compte `+othersKeys["voice"]+` n'existe pas au 2026-01-31"}`, plainKey)
	expect(t, "words", failed.Words(), "Le sous-compte [REDACTED] n'existe pas au 2026-01-31")
	_, failed = interpreted(&op, 200, nil, `nothing of `+othersKeys["SMS"], plainKey)
	expect(t, "detail", failed.Detail, `the answer is neither a JSON object nor XML: it starts with "(not shown: it can hold secrets)"`)
	_, failed = interpreted(&op, 200, nil, `{"success": false, "statut": "x"}`, plainKey)
	expect(t, "tells success", failed.TellsSuccess(), true)
	expect(t, "data", failed.Data, redacted)
}

// TestMask takes out what can be a key in any form, and keeps words, numbers and dates.
func TestMask(t *testing.T) {
	t.Parallel()
	for _, kept := range []string{
		"Le sous-compte n'existe pas", "authentification", "TOKEN_AUDIO_REQUIRED", "+33600000001", "2026-01-31",
	} {
		if got := mask(kept); got != kept {
			t.Errorf("%q becomes %q", kept, got)
		}
	}
	for _, secret := range []string{
		othersKeys["SMS"], othersKeys["voice"], "abcdefghijklmnopqrstuvw", "aGVsbG8+d29ybGQ/Zm9v", "eyJhb.eyJzdWI.c2ln", "QwErTyUiOpAsDf",
	} {
		expect(t, secret, mask("sub-account "+secret+" is unknown"), "sub-account [REDACTED] is unknown")
	}
}

// TestRequest_Secret keeps the parameters of a secret operation out of the log.
func TestRequest_Secret(t *testing.T) {
	t.Parallel()
	var w witness
	op := status
	op.Secret = true
	bubble(t, func(c *Config) { c.Logger = w.logger() }, says(ok(delivered)), func(t *testing.T, world *world) {
		_, err := Do(t.Context(), world.client, &op, Params{"token": othersKeys["voice"]}, decodeValues)
		w.result(values{}, err)
	})
	expectContains(t, "log", w.seen.String(), "/v1/message-status")
	expectNoSecret(t, "log", w.seen.String(), othersKeys["voice"])
}
