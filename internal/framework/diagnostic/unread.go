package diagnostic

import (
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
)

// mostUnread keeps a warning short: the first values tell enough.
const mostUnread = 10

// Unread warns of values in an answer that can't be read, which are null then. clauses
// say which, as package partner gives them.
func Unread(summary string, clauses []string) diag.Diagnostics {
	var each []string
	for _, clause := range clauses { // a wait reads many times
		if !slices.Contains(each, clause) && len(each) < mostUnread {
			each = append(each, clause)
		}
	}
	if len(each) == 0 {
		return nil
	}
	return diag.Diagnostics{diag.NewWarningDiagnostic(summary,
		"Part of the answer can't be read, and is null: "+strings.Join(each, "; ")+".\n\n"+
			"The rest is not affected. If this goes on, report it as a bug of the provider, with this text.")}
}
