package status

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/batch"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/delivery"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

const (
	// listsAtOnce and readsAtOnce bound the requests under way. The vendor
	// documents no rate for them.
	listsAtOnce = 8
	readsAtOnce = 16
)

// pairReader reads the deliveries of pairs. It keeps final ones, so that the next read asks
// only for the rest.
type pairReader struct {
	client *sms.Client
	pairs  []sms.Pair
	list   []delivery.Delivery
	// again is true when a wait will read again: then the reader keeps partial results
	// after a transient error, and allows for messages that are not known yet.
	again bool

	mu     sync.Mutex
	unread []string
}

func newPairReader(client *sms.Client, pairs []sms.Pair, again bool) *pairReader {
	r := &pairReader{client: client, pairs: pairs, list: make([]delivery.Delivery, len(pairs)), again: again}
	several := slices.ContainsFunc(pairs, func(p sms.Pair) bool { return p.MessageID != pairs[0].MessageID })
	for i, pair := range pairs {
		r.list[i].Name = pair.PhoneNumber
		if several {
			r.list[i].Name += " (message " + pair.MessageID + ")"
		}
	}
	return r
}

func (r *pairReader) read(ctx context.Context) (delivery.List, error) {
	var open []int
	for i, d := range r.list {
		if !d.Final() {
			open = append(open, i)
		}
	}
	plan := batch.Plan{Size: sms.MaxPerRequest, AtOnce: listsAtOnce}
	if r.again {
		plan.GoOn = partner.IsPassing
	}
	err := plan.Run(ctx, len(open), func(ctx context.Context, from, to int) error {
		return r.readSome(ctx, open[from:to])
	})
	return delivery.List{Deliveries: r.list, Unread: r.unread}, err
}

// readSome makes one request for the pairs at these places.
func (r *pairReader) readSome(ctx context.Context, places []int) error {
	asked := make([]sms.Pair, len(places))
	for i, place := range places {
		asked[i] = r.pairs[place]
	}
	answer, err := r.client.MultiStatus(ctx, asked)
	// Of several requests, one can be about unknown messages only.
	if (r.again || len(r.pairs) > sms.MaxPerRequest) && partner.IsNotFound(err) {
		answer, err = &sms.StatusList{Items: make([]sms.StatusItem, len(asked))}, nil // none is found
	}
	if err != nil {
		return err
	}
	for i, place := range places {
		r.list[place] = delivery.New(r.list[place].Name, answer.Items[i])
	}
	r.note(answer.Unread)
	return nil
}

// note keeps clauses about unreadable values.
func (r *pairReader) note(clauses []string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.unread = append(r.unread, clauses...)
}

// details reads the details of each found pair in a request of its own. The result is nil
// for a pair that the vendor then does not know.
func (r *pairReader) details(ctx context.Context) ([]*sms.MessageStatus, error) {
	details := make([]*sms.MessageStatus, len(r.pairs))
	plan := batch.Plan{Size: 1, AtOnce: readsAtOnce}
	err := plan.Run(ctx, len(r.pairs), func(ctx context.Context, at, _ int) error {
		if !r.list[at].Found {
			return nil
		}
		detail, err := r.client.MessageStatus(ctx, r.pairs[at].MessageID, r.pairs[at].PhoneNumber, "")
		if partner.IsNotFound(err) {
			return nil
		}
		if err == nil {
			r.note(detail.Unread)
		}
		details[at] = detail
		return err
	})
	return details, err
}

// believe withdraws each delivery that the newer details contradict, since a delivered SMS
// stays delivered. A contradiction is an error if the wait requires delivery.
func (r *pairReader) believe(details []*sms.MessageStatus, wantsDelivery bool) diag.Diagnostics {
	var contradicted []string
	for i, detail := range details {
		d := &r.list[i]
		switch {
		case !d.Delivered() || detail != nil && sms.IsDelivered(detail.Statut):
			continue
		case detail == nil:
			d.Status = ""
		default:
			d.Status = detail.Statut
		}
		contradicted = append(contradicted, d.Name)
	}
	if len(contradicted) == 0 {
		return nil
	}
	const summary = "Contradictory statuses of messages"
	detail := fmt.Sprintf("SMS Partner lists %s as delivered, but says otherwise when asked about %s alone. This counts as not delivered.\n\n"+
		"Run again. If it goes on, ask the support of SMS Partner.", diagnostic.Few(contradicted, ", "), them(len(contradicted)))
	if wantsDelivery {
		return diag.Diagnostics{diag.NewAttributeErrorDiagnostic(path.Root("details"), summary, detail)}
	}
	return diag.Diagnostics{diag.NewAttributeWarningDiagnostic(path.Root("details"), summary, detail)}
}
