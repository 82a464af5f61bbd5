package status

import (
	"context"
	"errors"
	"math/big"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/batch"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/delivery"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// message is an element of the argument messages.
type message struct {
	id     types.String
	number phone.Number
}

// newMessages reads the argument, whose schema leaves no other types.
func newMessages(list types.List) []message {
	messages := make([]message, 0, len(list.Elements()))
	for _, element := range list.Elements() {
		object, _ := element.(types.Object)
		attributes := object.Attributes()
		id, _ := attributes["message_id"].(types.String)
		number, _ := attributes["phone_number"].(phone.Number)
		messages = append(messages, message{id, number})
	}
	return messages
}

// pairs are the messages of a configuration, each once.
type pairs struct {
	unique []sms.Pair
	// place is where in unique each message of the configuration is.
	place []int
}

func newPairs(messages []message, region string) (pairs, diag.Diagnostics) {
	var diags diag.Diagnostics
	asked := pairs{place: make([]int, len(messages))}
	known := make(map[sms.Pair]int, len(messages))
	for i, message := range messages {
		number, err := phone.E164(message.number.ValueString(), region)
		if err != nil {
			diags.Append(phone.Invalid(path.Root("messages").AtListIndex(i).AtName("phone_number"), err))
			continue
		}
		pair := sms.Pair{MessageID: message.id.ValueString(), PhoneNumber: number}
		at, ok := known[pair]
		if !ok {
			at = len(asked.unique)
			known[pair] = at
			asked.unique = append(asked.unique, pair)
		}
		asked.place[i] = at
	}
	return asked, diags
}

const (
	// listsAtOnce and readsAtOnce bound the requests under way. The vendor
	// documents no rate for them.
	listsAtOnce = 8
	readsAtOnce = 16
)

// pairReader reads the deliveries of pairs. It keeps what is final, so that
// reading again asks for the rest only.
type pairReader struct {
	client *sms.Client
	pairs  []sms.Pair
	list   []delivery.Delivery
	// again says that what a failed read got is of use to the next one.
	again bool
}

func (r *pairReader) read(ctx context.Context) ([]delivery.Delivery, error) {
	var open []int
	for i, d := range r.list {
		if !d.Final() {
			open = append(open, i)
		}
	}
	plan := batch.Plan{Size: sms.MaxPerRequest, AtOnce: listsAtOnce}
	if r.again {
		plan.GoOn = partner.IsTransient
	}
	err := plan.Run(ctx, len(open), func(ctx context.Context, from, to int) error {
		return r.readSome(ctx, open[from:to])
	})
	return r.list, err
}

// readSome makes one request for the pairs at these places.
func (r *pairReader) readSome(ctx context.Context, places []int) error {
	asked := make([]sms.Pair, len(places))
	for i, place := range places {
		asked[i] = r.pairs[place]
	}
	items, err := r.client.MultiStatus(ctx, asked)
	if err != nil {
		return err
	}
	for i, place := range places {
		r.list[place] = delivery.New(asked[i].MessageID+" to "+asked[i].PhoneNumber, items[i])
	}
	return nil
}

// details reads each pair that was found by itself. One that the vendor does not
// know then is nil.
func (r *pairReader) details(ctx context.Context) ([]*sms.MessageStatus, error) {
	details := make([]*sms.MessageStatus, len(r.pairs))
	plan := batch.Plan{Size: 1, AtOnce: readsAtOnce}
	err := plan.Run(ctx, len(r.pairs), func(ctx context.Context, at, _ int) error {
		if !r.list[at].Found {
			return nil
		}
		detail, err := r.client.MessageStatus(ctx, r.pairs[at].MessageID, r.pairs[at].PhoneNumber, "")
		if failed, ok := errors.AsType[*partner.Error](err); ok && failed.IsNotFound() {
			return nil
		}
		details[at] = detail
		return err
	})
	return details, err
}

// sumCosts adds the costs of what was found; nil where they don't all have one,
// in one currency.
func sumCosts(list []delivery.Delivery, details []*sms.MessageStatus) *big.Float {
	var costs []*big.Float
	currencies := map[string]bool{}
	for i, detail := range details {
		switch {
		case !list[i].Found:
			continue
		case detail == nil:
			return nil
		case detail.Currency != nil:
			currencies[*detail.Currency] = true
		}
		costs = append(costs, detail.Cost)
	}
	if len(currencies) > 1 {
		return nil
	}
	return partner.SumDecimals(costs)
}
