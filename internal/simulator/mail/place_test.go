package mail

import "testing"

// Where a structure is not read from, it is an unknown parameter, and the mail goes without
// it.
func TestSend_Places(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"to", "replyTo", "variables", "attachments"} {
		content := map[string]any{
			"to":          list{object{"email": "b@example.com"}},
			"replyTo":     object{"email": "c@example.com"},
			"variables":   object{"A": "b"},
			"attachments": list{object{"base64Content": "AAAA", "contentType": "text/plain", "filename": "f"}},
		}[name]
		documented := AtTop
		if name == "to" {
			documented = InParams
		}
		for _, place := range []Place{"", InParams, AtTop, Either} {
			var forms PlaceForms
			*map[string]*Place{
				"to": &forms.ToPlace, "replyTo": &forms.ReplyToPlace,
				"variables": &forms.VariablesPlace, "attachments": &forms.AttachmentsPlace,
			}[name] = place
			for given, violation := range map[Place]string{AtTop: `unknown parameter "` + name + `"`, InParams: `unknown parameter "params.` + name + `"`} {
				a := atNoon(Variant{PlaceForms: forms})
				taken := place == given || place == Either || place == "" && given == documented
				params := to("a@example.com")
				pairs := []any{"params", params}
				switch {
				case name == "to" && given == AtTop:
					pairs = []any{"params", nil, name, content}
				case given == AtTop:
					pairs = append(pairs, name, content)
				default:
					params[name] = content
				}
				body := send(t, a, pairs...)
				if taken {
					violation = ""
				}
				violated(t, a, violation)
				if name == "to" && !taken {
					contains(t, body, `"code": 22`)
					continue
				}
				contains(t, body, well)
				sent := a.Mails()[0]
				got := map[string]bool{
					"to": sent.Recipients[0].Email == "b@example.com", "replyTo": sent.ReplyTo.Email != "",
					"variables": len(sent.Variables) > 0, "attachments": len(sent.Attachments) > 0,
				}[name]
				expect(t, name+" of "+string(given)+" where "+string(place)+" is read", got, taken)
			}
		}
	}
}

func TestSend_BothPlaces(t *testing.T) {
	t.Parallel()
	a := atNoon(Variant{PlaceForms: PlaceForms{ToPlace: Either, ReplyToPlace: Either}})
	params := to("a@example.com")
	contains(t, send(t, a, "params", params, "to", list{object{"email": "b@example.com"}}), well)
	expect(t, "recipient", a.Mails()[0].Recipients[0].Email, "a@example.com")
	violated(t, a, `parameter "to" stands at top level and in params`)
}

func TestPlace_Set(t *testing.T) {
	t.Parallel()
	var place Place
	if err := place.Set("else"); err == nil {
		t.Error("else is taken")
	}
	if err := place.Set("either"); err != nil || place.String() != "either" || (*Place)(nil).String() != "" {
		t.Errorf("either becomes %q (%v)", place, err)
	}
	var form IDForm
	if err := form.Set("else"); err == nil {
		t.Error("else is taken")
	}
	if err := form.Set("number"); err != nil || form.String() != "number" || (*IDForm)(nil).String() != "" {
		t.Errorf("number becomes %q (%v)", form, err)
	}
}
