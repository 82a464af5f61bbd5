package diagnostic

import (
	"github.com/hashicorp/terraform-plugin-framework/diag"
)

// Unread warns of values in an answer that can't be read and are therefore null. clauses
// are those of package partner.
func Unread(summary string, clauses []string) diag.Diagnostics {
	var each []string
	told := map[string]bool{}
	for _, clause := range clauses { // a wait repeats the clauses
		if !told[clause] {
			each, told[clause] = append(each, clause), true
		}
	}
	if len(each) == 0 {
		return nil
	}
	return diag.Diagnostics{diag.NewWarningDiagnostic(summary,
		"Part of the answer can't be read, and is null: "+Few(each, "; ")+".\n\n"+
			"The rest is not affected. If this goes on, report it as a bug of the provider, with this text.")}
}
