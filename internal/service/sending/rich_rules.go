package sending

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

// checkShown is the rule of a text that a phone shows in an RCS, where the replacements of
// SMS are not documented.
func checkShown(text string) error {
	if strings.TrimSpace(text) == "" {
		return errors.New("it is blank: write what the phone is to show")
	}
	return validate.Visible(text)
}

// shownUpTo is [checkShown] with a limit.
func shownUpTo(most int) validator.String {
	return validate.String(fmt.Sprintf("a text that is not blank, of at most %d characters", most), func(text string) error {
		if n := utf8.RuneCountInString(text); n > most {
			return fmt.Errorf("it has %d characters: write at most %d", n, most)
		}
		return checkShown(text)
	})
}

func checkFileURL(address string) error {
	if err := validate.WebAddress(address); err != nil {
		return err
	}
	if u, err := url.Parse(address); err != nil || u.Scheme != "https" {
		return fmt.Errorf("%s is not an https address, which the vendor requires", validate.Quote(address))
	}
	return nil
}

func checkAlignment(value string) error {
	if value != alignedLeft {
		return fmt.Errorf("%s is not %q, the one value that the vendor documents: to send another, write the whole card in rich_content",
			validate.Quote(value), alignedLeft)
	}
	return nil
}

func checkPostback(data string) error {
	if data == "" {
		return errors.New("it is empty: write what is to come back when the reply is chosen")
	}
	return nil
}

// checkRichContent does not ask for the documented forms: there are more than are documented.
func checkRichContent(text string) error {
	content, err := decodeJSON(text)
	object, isObject := content.(map[string]any)
	switch {
	case err != nil:
		return errors.New("it is not JSON: write it with jsonencode({ conversation = ... })")
	case !isObject:
		return errors.New("it is JSON, but not an object: write it with jsonencode({ conversation = ... })")
	case len(object) == 0:
		return errors.New("it is an empty object: write what the phone is to show")
	default:
		return nil
	}
}

// decodeJSON reads one JSON value, and keeps its numbers as they are written.
func decodeJSON(text string) (any, error) {
	if !json.Valid([]byte(text)) {
		return nil, errors.New("not one JSON value")
	}
	d := json.NewDecoder(bytes.NewReader([]byte(text)))
	d.UseNumber()
	var value any
	err := d.Decode(&value)
	return value, err
}
