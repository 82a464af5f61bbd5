package status

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// listPoll reads a list of deliveries once, or as often as a wait asks for.
type listPoll struct {
	wait    *wait.Model
	summary string
	// name is what is waited for, such as "the messages with the tag promo".
	name    string
	read    func(context.Context) ([]delivery, error)
	explain func(error) diag.Diagnostic
}

func (p listPoll) await(ctx context.Context) ([]delivery, diag.Diagnostics) {
	if p.wait == nil {
		list, err := p.read(ctx)
		if err != nil {
			return nil, diag.Diagnostics{p.explain(err)}
		}
		return list, nil
	}
	timeout, interval := p.wait.Durations()
	list, err := wait.Poll[[]delivery]{
		Timeout:   timeout,
		Interval:  interval,
		Read:      p.read,
		Outcome:   func(list []delivery) wait.Outcome { return outcome(p.wait, list) },
		State:     state,
		Transient: partner.IsTransient,
	}.Until(ctx)
	return list, p.wait.Diagnostics(err, wait.Subject{
		Summary: p.summary,
		Name:    p.name,
		Failed:  failed(list),
		At:      path.Root("wait"),
		Explain: p.explain,
	})
}
