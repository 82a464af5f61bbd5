package status

import (
	"math/big"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

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

// newMessages reads the argument; the schema allows no other types.
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
	// place is the index in unique of each message of the configuration.
	place []int
}

func newPairs(messages []message, region string) (pairs, diag.Diagnostics) {
	var diags diag.Diagnostics
	asked := pairs{place: make([]int, len(messages))}
	known := make(map[sms.Pair]int, len(messages))
	for i, message := range messages {
		at := path.Root("messages").AtListIndex(i).AtName("phone_number")
		number, wrong := phone.Read(at, message.number.ValueString(), region)
		if wrong.HasError() {
			diags.Append(wrong...)
			continue
		}
		pair := sms.Pair{MessageID: message.id.ValueString(), PhoneNumber: number}
		place, ok := known[pair]
		if !ok {
			place = len(asked.unique)
			known[pair] = place
			asked.unique = append(asked.unique, pair)
		}
		asked.place[i] = place
	}
	return asked, diags
}

// sumCosts adds the costs of the messages found; nil unless all have a cost in one
// currency.
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
