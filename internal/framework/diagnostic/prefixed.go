package diagnostic

import "github.com/hashicorp/terraform-plugin-framework/diag"

// Prefixed is an error with a text before its detail.
func Prefixed(text string, d diag.Diagnostic) diag.Diagnostic {
	if at, ok := d.(diag.DiagnosticWithPath); ok {
		return diag.NewAttributeErrorDiagnostic(at.Path(), d.Summary(), text+d.Detail())
	}
	return diag.NewErrorDiagnostic(d.Summary(), text+d.Detail())
}
