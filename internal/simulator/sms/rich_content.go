package sms

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// The limits of the page "RCS".
const (
	maxSuggestions = 4
	maxTitle       = 200
	maxDescription = 500
)

// isNumberList takes a list of numbers, as the samples of an RCS have it.
func isNumberList(content any) string {
	numbers, isList := content.([]any)
	if !isList {
		return "is not a list"
	}
	for _, number := range numbers {
		text, isText := number.(string)
		if !isText {
			return "holds a part that is not text"
		}
		if complaint := wire.IsPhoneNumber(text); complaint != "" {
			return fmt.Sprintf("holds %q, which %s", text, complaint)
		}
	}
	return ""
}

// richForms are the documented forms of a conversation. Others exist, such as a carousel, and
// more fields of each, but their form is not known: they pass.
var richForms = map[string]func(any) string{"text": isRichText, "file": isRichFile, "richCard": isRichCard}

// isRichContent takes what is documented, and what is not known.
func isRichContent(content any) string {
	object, isObject := content.(map[string]any)
	conversation, hasConversation := object["conversation"].(map[string]any)
	switch {
	case !isObject:
		return "is not an object"
	case !hasConversation:
		return "has no conversation"
	case len(conversation) == 0:
		return "has an empty conversation"
	}
	var forms []string
	for name, check := range richForms {
		part, there := conversation[name]
		if !there {
			continue
		}
		forms = append(forms, name)
		if complaint := check(part); complaint != "" {
			return complaint
		}
	}
	if len(forms) > 1 {
		slices.Sort(forms)
		return "has more than one form: " + strings.Join(forms, ", ")
	}
	suggestions, there := conversation["suggestions"]
	switch {
	case !there:
		return ""
	case slices.Contains(forms, "richCard"):
		return "has suggestions beside a card"
	default:
		return isSuggestions(suggestions)
	}
}

func isRichText(part any) string {
	if text, isText := part.(string); !isText || strings.TrimSpace(text) == "" {
		return "has a text that is blank, or none"
	}
	return ""
}

func isRichFile(part any) string {
	file, _ := part.(map[string]any)
	media, _ := file["media"].(map[string]any)
	address, _ := media["fileUrl"].(string)
	if !strings.HasPrefix(address, "https://") || wire.IsWebURL(address) != "" {
		return fmt.Sprintf("has the fileUrl %q, which is not an https address", address)
	}
	return ""
}

func isRichCard(part any) string {
	card, isObject := part.(map[string]any)
	if !isObject {
		return "has a richCard that is not an object"
	}
	orientation := card["orientation"]
	_, aligned := card["thumbnailImageAlignment"]
	switch {
	case orientation != nil && orientation != "VERTICAL" && orientation != "HORIZONTAL":
		return fmt.Sprintf("has the orientation %v", orientation)
	case aligned && orientation != "HORIZONTAL":
		return "has a thumbnailImageAlignment without being HORIZONTAL"
	}
	for name, most := range map[string]int{"title": maxTitle, "description": maxDescription} {
		if text, isText := card[name].(string); card[name] != nil && !isText || utf8.RuneCountInString(text) > most {
			return fmt.Sprintf("has a %s that is not a text of at most %d characters", name, most)
		}
	}
	return ""
}

// isSuggestions takes replies. Other kinds of suggestions are not known: they pass.
func isSuggestions(part any) string {
	suggestions, isList := part.([]any)
	if !isList || len(suggestions) > maxSuggestions {
		return fmt.Sprintf("has suggestions that are not a list of at most %d", maxSuggestions)
	}
	for _, suggestion := range suggestions {
		object, isObject := suggestion.(map[string]any)
		if !isObject {
			return "has a suggestion that is not an object"
		}
		content, isReply := object["reply"]
		reply, _ := content.(map[string]any)
		for _, name := range []string{"text", "postbackData"} {
			if text, isText := reply[name].(string); isReply && (!isText || text == "") {
				return "has a reply without " + name
			}
		}
	}
	return ""
}
