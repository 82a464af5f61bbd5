package verification

import (
	"errors"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

// listed are the numbers of a configuration as they are sent, each once.
type listed struct {
	unique []string
	// place is where in unique each number of the configuration is.
	place []int
}

func newListed(numbers []types.String, region string) listed {
	asked := listed{place: make([]int, len(numbers))}
	known := make(map[string]int, len(numbers))
	for i, number := range numbers {
		text := strings.TrimSpace(number.ValueString())
		if international, err := phone.E164(text, region); err == nil {
			text = international
		}
		at, ok := known[text]
		if !ok {
			at = len(asked.unique)
			known[text] = at
			asked.unique = append(asked.unique, text)
		}
		asked.place[i] = at
	}
	return asked
}

// checkListed refuses what would shift the others in the list, which the vendor
// takes as one text with commas.
func checkListed(number string) error {
	switch {
	case strings.TrimSpace(number) == "":
		return errors.New("it is empty")
	case strings.Contains(number, ","):
		return fmt.Errorf("%s contains a comma: make it two elements of the list", validate.Quote(number))
	default:
		return nil
	}
}
