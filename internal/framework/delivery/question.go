package delivery

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
)

// Ask is the question for a list of deliveries. name is what is waited for, such as
// "the recipients of message 1111".
func Ask(summary, name string, explain func(error) diag.Diagnostic, read func(context.Context) ([]Delivery, error)) wait.Question[[]Delivery] {
	return wait.Question[[]Delivery]{
		Subject: wait.Subject{Summary: summary, Name: name, At: path.Root("wait"), Explain: explain},
		Read:    read,
		Outcome: outcome,
		State:   state,
		Failed:  failed,
		Do:      do,
	}
}
