package verification

import (
	"errors"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
)

// listed holds the numbers of a configuration as they are sent, each once.
type listed struct {
	unique []string
	// place is the index in unique of each number of the configuration.
	place []int
}

func newListed(numbers []types.String, region string) (listed, diag.Diagnostics) {
	var diags diag.Diagnostics
	asked := listed{place: make([]int, len(numbers))}
	known := make(map[string]int, len(numbers))
	for i, number := range numbers {
		text, err := phone.E164(number.ValueString(), region)
		switch {
		case errors.Is(err, phone.ErrSeveral):
			diags.Append(validate.Invalid(path.Root("phone_numbers").AtListIndex(i), errSeveral(number.ValueString())))
		case err != nil:
			text = unseparated(number.ValueString())
		}
		at, ok := known[text]
		if !ok {
			at = len(asked.unique)
			known[text] = at
			asked.unique = append(asked.unique, text)
		}
		asked.place[i] = at
	}
	return asked, diags
}

// unseparated replaces the separators in a text that is no number: the vendor might take
// one for the end of a number, and refuse the whole list.
func unseparated(text string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if strings.ContainsRune("/;|\n\r", r) {
			return ' '
		}
		return r
	}, text))
}

// longestListed leaves room for any spelling of a number, and bounds other texts.
const longestListed = 255

// checkListed refuses an element that would shift the others: the vendor takes the list as
// one text with commas.
func checkListed(number string) error {
	_, err := phone.Check(number)
	switch {
	case strings.TrimSpace(number) == "":
		return errors.New("it is empty")
	case len(number) > longestListed:
		return fmt.Errorf("%s is longer than any number: write one of at most %d bytes", validate.Quote(number), longestListed)
	case errors.Is(err, phone.ErrSeveral):
		return errSeveral(number)
	case strings.Contains(number, ","):
		return fmt.Errorf("%s contains a comma: make it two elements of the list", validate.Quote(number))
	default:
		return nil
	}
}

func errSeveral(number string) error {
	return fmt.Errorf("%s holds two numbers: make it two elements of the list", validate.Quote(number))
}
