package sending_test

import (
	"strings"
	"testing"
)

// What is certainly wrong with an RCS is refused while planning, at the argument to blame.
func TestValidation_RCS(t *testing.T) {
	t.Parallel()
	const (
		oneOf = "Write exactly one of text, file_url, rich_card, rich_content."
		too   = "An RCS has one content, and text is set too: leave one of them out."
		alone = "Suggestions go with text or file_url only: leave them out, or write them in rich_content."
		blank = "It is blank: write what the phone is to show."
		json  = `{"conversation":{"carousel":{}}}`
		file  = "https://example.com/a.png"
		lies  = `A card with the orientation "VERTICAL" has no alignment: set orientation to "HORIZONTAL", or leave thumbnail_image_alignment out.`
	)
	replies := func(n int) []any {
		list := []any{}
		for range n {
			list = append(list, arguments{"text": "Oui", "postback_data": "yes"})
		}
		return list
	}
	reply := func(text, data any) []any {
		return append(replies(1), arguments{"text": text, "postback_data": data})
	}
	only := func(more arguments) arguments { return arguments{"text": nil}.with(more) }
	card := func(more arguments) arguments { return only(arguments{"rich_card": more}) }
	failover := func(more arguments) arguments {
		return arguments{"failover": arguments{"message": "Bonjour"}.with(more)}
	}
	s := newServer(t)
	for name, test := range map[string]struct {
		more     arguments
		at, want string
	}{
		"a text":                    {nil, "", ""},
		"a file":                    {only(arguments{"file_url": file, "suggestions": replies(4)}), "", ""},
		"a card":                    {card(arguments{"orientation": "HORIZONTAL", "thumbnail_image_alignment": "LEFT", "title": "Titre", "description": "Texte"}), "", ""},
		"a content":                 {only(arguments{"rich_content": json}), "", ""},
		"nothing":                   {only(nil), "text", oneOf},
		"nothing yet":               {only(arguments{"rich_card": pending{}}), "", ""},
		"two":                       {arguments{"file_url": file}, "file_url", too},
		"a content too":             {arguments{"rich_content": json}, "rich_content", too},
		"two, and one to come":      {arguments{"rich_card": arguments{"title": "a"}, "file_url": pending{}}, "rich_card", too},
		"one, and one to come":      {arguments{"file_url": pending{}}, "", ""},
		"an unknown text":           {arguments{"text": pending{}}, "", ""},
		"a blank text":              {arguments{"text": " \n"}, "text", blank},
		"a hidden character":        {arguments{"text": "a\u202eb"}, "text", "U+202E"},
		"no replacements":           {arguments{"text": "~ 日本"}, "", ""},
		"http":                      {only(arguments{"file_url": "http://example.com/a.png"}), "file_url", `"http://example.com/a.png" is not an https address, which the vendor requires.`},
		"no address":                {only(arguments{"file_url": "a.png"}), "file_url", "is not a web address"},
		"no JSON":                   {only(arguments{"rich_content": "{"}), "rich_content", "It is not JSON"},
		"two values":                {only(arguments{"rich_content": "{} {}"}), "rich_content", "It is not JSON"},
		"a list":                    {only(arguments{"rich_content": "[1]"}), "rich_content", "It is JSON, but not an object"},
		"an empty object":           {only(arguments{"rich_content": " {} "}), "rich_content", "It is an empty object"},
		"an empty content":          {only(arguments{"rich_content": ""}), "rich_content", "It is not JSON"},
		"what is not documented":    {only(arguments{"rich_content": `{"a":[1e400,null]}`}), "", ""},
		"an empty card":             {card(nil), "rich_card", "The card shows nothing: write a title or a description, or the whole card in rich_content."},
		"a card to come":            {card(arguments{"title": pending{}}), "", ""},
		"no orientation":            {card(arguments{"title": "a"}), "", ""},
		"an orientation":            {card(arguments{"title": "a", "orientation": "vertical"}), "rich_card.orientation", `is not among the values "VERTICAL", "HORIZONTAL"`},
		"aligned, vertical":         {card(arguments{"title": "a", "orientation": "VERTICAL", "thumbnail_image_alignment": "LEFT"}), "rich_card.thumbnail_image_alignment", lies},
		"aligned, without":          {card(arguments{"title": "a", "thumbnail_image_alignment": "LEFT"}), "rich_card.orientation", `A card with a thumbnail_image_alignment needs the orientation "HORIZONTAL": write it, or leave the alignment out.`},
		"aligned, unknown":          {card(arguments{"title": "a", "orientation": pending{}, "thumbnail_image_alignment": "LEFT"}), "", ""},
		"another alignment":         {card(arguments{"title": "a", "orientation": "HORIZONTAL", "thumbnail_image_alignment": "RIGHT"}), "rich_card.thumbnail_image_alignment", `"RIGHT" is not "LEFT", the one value that the vendor documents: to send another, write the whole card in rich_content.`},
		"the longest title":         {card(arguments{"title": strings.Repeat("é", 200)}), "", ""},
		"a longer title":            {card(arguments{"title": strings.Repeat("é", 201)}), "rich_card.title", "It has 201 characters: write at most 200."},
		"a blank title":             {card(arguments{"title": " "}), "rich_card.title", blank},
		"the longest description":   {card(arguments{"description": strings.Repeat("é", 500)}), "", ""},
		"a longer description":      {card(arguments{"description": strings.Repeat("é", 501)}), "rich_card.description", "It has 501 characters: write at most 500."},
		"5 suggestions":             {arguments{"suggestions": replies(5)}, "suggestions", "It holds 5 suggestions: write 0 to 4."},
		"no suggestions":            {arguments{"suggestions": []any{}}, "", ""},
		"suggestions to come":       {arguments{"suggestions": pending{}}, "", ""},
		"a suggestion to come":      {arguments{"suggestions": []any{pending{}}}, "", ""},
		"a null suggestion":         {arguments{"suggestions": []any{nil}}, "suggestions[0]", "One element of suggestions is null"},
		"no words":                  {arguments{"suggestions": reply(nil, "yes")}, "suggestions[1].text", "It is required: write a value."},
		"blank words":               {arguments{"suggestions": reply(" ", "yes")}, "suggestions[1].text", blank},
		"no data":                   {arguments{"suggestions": reply("Oui", nil)}, "suggestions[1].postback_data", "It is required: write a value."},
		"empty data":                {arguments{"suggestions": reply("Oui", "")}, "suggestions[1].postback_data", "It is empty: write what is to come back"},
		"suggestions of a card":     {card(arguments{"title": "a"}).with(arguments{"suggestions": replies(1)}), "suggestions", alone},
		"no suggestions of a card":  {card(arguments{"title": "a"}).with(arguments{"suggestions": []any{}}), "", ""},
		"suggestions of a content":  {only(arguments{"rich_content": json, "suggestions": replies(1)}), "suggestions", alone},
		"suggestions, file to come": {only(arguments{"file_url": pending{}, "suggestions": replies(1)}), "", ""},
		"a failover":                {failover(arguments{"sender": "ACME", "is_stop_sms": true, "is_unicode": true}), "", ""},
		"a failover to come":        {arguments{"failover": pending{}}, "", ""},
		"a failover's sender":       {failover(arguments{"sender": "A-B"}), "failover.sender", "is not a sender"},
		"a failover's blank text":   {failover(arguments{"message": ":br:"}), "failover.message", blank},
		"nothing left of a text":    {failover(arguments{"message": "~"}), "failover.message", "Nothing is left of it after the vendor's replacements"},
		"a failover's longest text": {failover(arguments{"message": strings.Repeat("a", 1530)}), "", ""},
		"a failover's longer text":  {failover(arguments{"message": strings.Repeat("a", 1531)}), "failover.message", "takes 11 segments"},
		"a failover's Unicode":      {failover(arguments{"message": "日本"}), "failover.message", "is_unicode"},
		"Unicode to come":           {failover(arguments{"message": "日本", "is_unicode": pending{}}), "", ""},
		"no failover's text":        {failover(arguments{"message": nil}), "failover.message", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			said := s.check(t, "rcs_message", rcsArguments.with(test.more))
			if test.at != "" && test.want == "" { // the framework says that it is required
				if len(said) != 1 || !strings.HasPrefix(said[0], test.at+":") {
					t.Errorf("said %q", said)
				}
				return
			}
			wantSaid(t, name, said, test.at, test.want)
		})
	}
}
