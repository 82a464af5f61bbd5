package sending

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// within returns the arguments inside an object; none where it is null or unknown.
func (v values) within(a attribute.Argument) values {
	object, _ := v.Values[a.Name].(types.Object)
	return newValues(object)
}

// rich returns the content of an RCS, as far as it is known.
func (v values) rich() *sms.Rich {
	rich := &sms.Rich{Text: v.Text(argText), FileURL: v.Text(argFileURL)}
	if content := v.Text(argRichContent); content != "" {
		rich.Content = json.RawMessage(content)
	}
	if card := v.within(argRichCard); len(card.Values) > 0 {
		rich.Card = &sms.RichCard{
			Orientation: card.Text(argOrientation), ThumbnailImageAlignment: card.Text(argAlignment),
			Title: card.Text(argTitle), Description: card.Text(argDescription),
		}
	}
	for _, element := range attribute.Elements(v.Values[argSuggestions.Name]) {
		object, _ := element.(types.Object)
		suggestion := newValues(object)
		rich.Suggestions = append(rich.Suggestions, sms.Suggestion{Text: suggestion.Text(argSuggestionText), PostbackData: suggestion.Text(argPostbackData)})
	}
	if failover := v.within(argFailover); len(failover.Values) > 0 {
		rich.Failover = &sms.Failover{
			Sender: failover.Text(argSender), Message: failover.Text(argMessage),
			IsStopSMS: failover.isSet(argIsStopSMS), IsUnicode: failover.isSet(argIsUnicode),
		}
	}
	return rich
}

var (
	errVertical = fmt.Errorf("a card with the orientation %q has no alignment: set orientation to %q, or leave thumbnail_image_alignment out", vertical, horizontal)
	errLying    = fmt.Errorf("a card with a thumbnail_image_alignment needs the orientation %q: write it, or leave the alignment out", horizontal)
	errNoCard   = errors.New("the card shows nothing: write a title or a description, or the whole card in rich_content")
	errAlone    = errors.New("suggestions go with text or file_url only: leave them out, or write them in rich_content")
)

// checkContent refuses a content that is missing, double or contradicts itself. What is
// unknown may turn out to be null.
func (v values) checkContent() diag.Diagnostics {
	var diags diag.Diagnostics
	var there []string
	unknown := false
	for _, a := range contents {
		switch value := v.Values[a.Name]; {
		case value.IsUnknown():
			unknown = true
		case !value.IsNull():
			if there = append(there, a.Name); len(there) > 1 {
				diags.Append(validate.Invalid(path.Root(a.Name), fmt.Errorf("an RCS has one content, and %s is set too: leave one of them out", there[0])))
			}
		}
	}
	if len(there) == 0 && !unknown {
		names := make([]string, len(contents))
		for i, a := range contents {
			names[i] = a.Name
		}
		diags.AddAttributeError(path.Root(argText.Name), "Missing content of the RCS", "Write exactly one of "+strings.Join(names, ", ")+".")
	}
	shown := !v.Values[argText.Name].IsNull() || !v.Values[argFileURL.Name].IsNull() // or unknown
	if len(attribute.Elements(v.Values[argSuggestions.Name])) > 0 && len(there) > 0 && !shown {
		diags.Append(validate.Invalid(path.Root(argSuggestions.Name), errAlone))
	}
	return append(diags, v.checkCard()...)
}

func (v values) checkCard() diag.Diagnostics {
	card := v.within(argRichCard)
	if len(card.Values) == 0 {
		return nil
	}
	var diags diag.Diagnostics
	if card.Values[argTitle.Name].IsNull() && card.Values[argDescription.Name].IsNull() {
		diags.Append(validate.Invalid(path.Root(argRichCard.Name), errNoCard))
	}
	if !card.Values[argAlignment.Name].IsNull() {
		at := path.Root(argRichCard.Name)
		switch orientation := card.Values[argOrientation.Name]; {
		case orientation.IsNull():
			diags.Append(validate.Invalid(at.AtName(argOrientation.Name), errLying))
		case card.Text(argOrientation) == vertical:
			diags.Append(validate.Invalid(at.AtName(argAlignment.Name), errVertical))
		}
	}
	return diags
}

// failoverSize returns how many SMS are billed if all recipients get the SMS in place of the
// RCS. It is null without one, and unknown while the text, its encoding or a number is.
func (d *draft) failoverSize() (types.Int64, diag.Diagnostics) {
	failover := d.within(argFailover)
	switch value := d.Values[argFailover.Name]; {
	case value.IsUnknown():
		return types.Int64Unknown(), nil
	case value.IsNull():
		return types.Int64Null(), nil
	case !failover.Known(argMessage) || !failover.Known(argIsUnicode):
		return types.Int64Unknown(), nil
	}
	segments, err := d.segments(failover.Text(argMessage), failover.isSet(argIsUnicode))
	switch {
	case err != nil:
		return types.Int64Null(), diag.Diagnostics{validate.Invalid(path.Root(argFailover.Name).AtName(argMessage.Name), err)}
	case !d.recipientsKnown():
		return types.Int64Unknown(), nil
	default:
		return types.Int64Value(segments * int64(len(d.recipients))), nil
	}
}

// meaning returns a part of an RCS such that what is sent alike is equal: a flag that is
// false is none, an empty list is none, and the line ends of an editor are no difference.
func meaning(value attr.Value) any {
	switch value := value.(type) {
	case types.Object:
		parts := map[string]any{}
		for name, part := range value.Attributes() {
			parts[name] = meaning(part)
		}
		return parts
	case types.List:
		var list []any
		for _, element := range value.Elements() {
			list = append(list, meaning(element))
		}
		return list
	case types.Bool:
		if value.ValueBool() {
			return true
		}
	case types.String:
		if !value.IsNull() {
			return attribute.UnixLines(value.ValueString())
		}
	}
	return nil
}

// sameJSON reports whether two texts hold the same JSON, however it is written.
func sameJSON(one, other string) bool {
	first, err := decodeJSON(one)
	second, otherErr := decodeJSON(other)
	return err == nil && otherErr == nil && reflect.DeepEqual(first, second)
}
