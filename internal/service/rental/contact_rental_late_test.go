package rental_test

import (
	"fmt"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

// What can be known is refused in the plan, or where it is known late, before anything is
// asked: an empty set would rent elsewhere than it seems.
func TestContactRental_Invalid(t *testing.T) {
	t.Parallel()
	const resource = `
resource "smspartner_contact_rental" "test" {
  sexe        = "f"
  min_age     = 25
  max_age     = %[1]s.max_age
  interest    = %[1]s.interest
  departments = %[1]s.departments
  volumes     = %[1]s.volumes
  max_total   = %[1]s.max_total
}
`
	const values = "{ max_age = %s, interest = %s, departments = %s, volumes = %s, max_total = %s }"
	late := acctest.Cases{}
	for name, test := range map[string]struct{ maxAge, interest, departments, volumes, maxTotal, want string }{
		"ages":               {"24", "14", `toset(["02"])`, `{ "02" = 20 }`, "2", "24 is below min_age, which is 25"},
		"no interest":        {"35", "tonumber(null)", `toset(["02"])`, `{ "02" = 20 }`, "2", "SMS Partner needs interest or sub_interest"},
		"no departments":     {"35", "14", `toset([])`, `{ "02" = 20 }`, "2", "departments"},
		"a wrong department": {"35", "14", `toset(["2"])`, `{ "02" = 20 }`, "2", `"2" is not the number of a French department`},
		"no volumes":         {"35", "14", `toset(["02"])`, `tomap({})`, "2", "volumes"},
		"a volume of 0":      {"35", "14", `toset(["02"])`, `{ "02" = 0 }`, "2", "0 is out of range"},
		"a limit of 0":       {"35", "14", `toset(["02"])`, `{ "02" = 20 }`, "0", "0 is no limit: write an amount of more than 0."},
	} {
		value := fmt.Sprintf(values, test.maxAge, test.interest, test.departments, test.volumes, test.maxTotal)
		a := rents(t, sms.RentalForms{})
		late[name] = acctest.Case{
			Account: a, Want: []string{"Error: ", test.want},
			Config: a.Provider() + fmt.Sprintf("resource \"terraform_data\" \"test\" {\n  input = %s\n}\n"+resource, value, "terraform_data.test.output"),
		}
	}
	late.Fail(t, "apply")
}
