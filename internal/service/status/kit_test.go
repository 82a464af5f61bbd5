package status_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

const (
	messageStatuses acctest.DataSource = "smspartner_message_statuses"
	bulkStatus      acctest.DataSource = "smspartner_bulk_status"
	tagStatus       acctest.DataSource = "smspartner_tag_status"
	statistics      acctest.DataSource = "smspartner_statistics"
)

// messages is the argument messages of message_statuses with pairs of an id and a
// number.
func messages(pairs ...string) string {
	var list strings.Builder
	for pair := range slices.Chunk(pairs, 2) {
		fmt.Fprintf(&list, "\n    { message_id = %q, phone_number = %q },", pair[0], pair[1])
	}
	return "messages = [" + list.String() + "\n  ]"
}

// documentedError is what a diagnostic says of one of the vendor's codes.
type documentedError struct{ at, what, words, whatToDo string }

// expectErrors asserts that each code of a call is one diagnostic: at what is to
// blame, with the vendor's words and what to do, and after one request.
func expectErrors(t *testing.T, d acctest.DataSource, arguments, call, summary string, documented map[int]documentedError) {
	t.Helper()
	cases := acctest.Cases{}
	for code, test := range documented {
		a := acctest.NewAccount(t, simulator.Options{})
		a.Script(call, acctest.Refusal(code, test.words))
		cases[fmt.Sprint(code)] = acctest.Case{
			Account: a, Config: a.Provider() + d.Test(arguments),
			Want:     []string{summary, d.WithTest(), test.at, test.what, fmt.Sprintf("The answer (HTTP 200): code %d, %q", code, test.words), test.whatToDo},
			Requests: 1,
		}
	}
	cases.Fail(t, "plan")
}

func text(want string) knownvalue.Check { return knownvalue.StringExact(want) }

func whole(want int64) knownvalue.Check { return knownvalue.Int64Exact(want) }

// counts asserts the attribute of that name.
func counts(total, delivered, notDelivered, waiting, notFound, stopSMS int64) knownvalue.Check {
	return knownvalue.ObjectExact(map[string]knownvalue.Check{
		"total": whole(total), "delivered": whole(delivered), "not_delivered": whole(notDelivered),
		"waiting": whole(waiting), "not_found": whole(notFound), "stop_sms": whole(stopSMS),
	})
}

// recipients adds message 300 with one number for each list of statuses, to
// +33600000001 and on.
func recipients(a *acctest.Account, tag string, statuses ...[]string) {
	m := simulator.Message{ID: "300", Tag: tag}
	for i, words := range statuses {
		m.Recipients = append(m.Recipients, simulator.Recipient{Number: fmt.Sprintf("+3360000%04d", i+1), Statuses: words})
	}
	a.AddMessage(m)
}
