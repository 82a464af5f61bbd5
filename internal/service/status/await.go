package status

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
)

// askForList asks for a list of deliveries. name is what is waited for, such as
// "the recipients of message 1111".
func askForList(summary, name string, explain func(error) diag.Diagnostic, read func(context.Context) ([]delivery, error)) wait.Question[[]delivery] {
	return wait.Question[[]delivery]{
		Subject: wait.Subject{Summary: summary, Name: name, At: path.Root("wait"), Explain: explain},
		Read:    read,
		Outcome: outcome,
		State:   state,
		Failed:  failed,
	}
}
