package diagnostic

import (
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
)

// Unread warns of values in an answer that can't be read, which are null then. clauses
// say which, as package partner gives them.
func Unread(summary string, clauses []string) diag.Diagnostics {
	if len(clauses) == 0 {
		return nil
	}
	return diag.Diagnostics{diag.NewWarningDiagnostic(summary,
		"Part of the answer can't be read, and is null: "+strings.Join(clauses, "; ")+".\n\n"+
			"The rest is not affected. If this goes on, report it as a bug of the provider, with this text.")}
}
