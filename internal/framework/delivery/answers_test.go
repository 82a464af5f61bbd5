package delivery_test

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/delivery"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

const one, two = "+33600000001", "+33600000002"

// source is a call that tells of deliveries. Each asks about message 300, or the tag
// promo, to one and two; message-status about one alone.
type source struct {
	call string
	ask  func(context.Context, *sms.Client) (delivery.List, error)
}

func ofRecipients(list *sms.StatusList, err error) (delivery.List, error) {
	if err != nil {
		return delivery.List{}, err
	}
	return delivery.List{Deliveries: delivery.NewRoll([]string{one, two}).Call(list.Items), Doubt: list.Doubt}, nil
}

// A new type that tells of deliveries is a line here, and its answers rows below.
var (
	single = source{"message-status", func(ctx context.Context, c *sms.Client) (delivery.List, error) {
		status, err := c.MessageStatus(ctx, "300", one, partner.JSON)
		if err != nil {
			return delivery.List{}, err
		}
		return delivery.List{Deliveries: []delivery.Delivery{delivery.New(one, sms.StatusItem{Status: &status.Statut, Found: true})}}, nil
	}}
	multi = source{"multi-status", func(ctx context.Context, c *sms.Client) (delivery.List, error) {
		list, err := c.MultiStatus(ctx, []sms.Pair{{MessageID: "300", PhoneNumber: one}, {MessageID: "300", PhoneNumber: two}})
		if err != nil {
			return delivery.List{}, err
		}
		var all delivery.List
		for _, item := range list.Items {
			all.Deliveries = append(all.Deliveries, delivery.New("", item))
		}
		return all, nil
	}}
	bulk = source{"bulk-status", func(ctx context.Context, c *sms.Client) (delivery.List, error) {
		return ofRecipients(c.BulkStatus(ctx, "300"))
	}}
	byTag = source{"bulk-status-by-tag", func(ctx context.Context, c *sms.Client) (delivery.List, error) {
		return ofRecipients(c.TagStatus(ctx, "promo"))
	}}
)

// verdict is what a source makes of an answer. What is no answer proves nothing.
func (s source) verdict(t *testing.T, w *bubble.World, answer string) bool {
	t.Helper()
	w.Script(s.call, simulator.Step{Body: answer}, simulator.Step{Body: answer}) // a tag's second page, if it is asked for
	list, err := s.ask(t.Context(), sms.New(w.Config(0)))
	w.Script(s.call)
	return err == nil && list.AllDelivered()
}

// Only an answer that proves the delivery to each recipient, and holds nothing that
// contradicts the proof, is a yes.
func TestVerdicts(t *testing.T) {
	t.Parallel()
	const (
		a, b = `{"phoneNumber":"+33600000001","status":"Delivered"}`, `{"phoneNumber":"+33600000002","status":"Delivered"}`
		// Items of multi-status name their message.
		ma, mb = `{"success":true,"code":200,"messageId":300,"phoneNumber":"+33600000001","status":"Delivered"}`,
			`{"success":true,"code":200,"messageId":300,"phoneNumber":"+33600000002","status":"Delivered"}`
	)
	list := func(items string) string { return `{"success":true,"code":200,"StatutResponse_List":[` + items + `]}` }
	with := func(member, items string) string {
		return `{"success":true,` + member + `,"StatutResponse_List":[` + items + `]}`
	}
	status := func(members string) string { return `{"success":true,"code":200,` + members + `}` }
	for _, test := range []struct {
		answer string
		want   bool
		of     []source
	}{
		{status(`"statut":"Delivered"`), true, []source{single}},
		{status(`"statut":"DELIVRD","number":"06 00 00 00 01","messageId":"300"`), true, []source{single}},
		{status(`"statut":"Delivered","status":"delivered"`), true, []source{single}},
		{status(`"statut":"Delivered","cost":"cher","date":"-0001-11-30 00:00:00","stopSms":7`), true, []source{single}},
		{status(`"statut":"Waiting"`), false, []source{single}},
		{status(`"statut":"En route vers Mars"`), false, []source{single}},
		{status(`"statut":["Delivered"]`), false, []source{single}},
		{status(`"statut":"Delivered","status":"Not delivered"`), false, []source{single}},
		{status(`"statut":"Delivered","statut":"Waiting"`), false, []source{single}},
		{`{"success":true,"code":4,"statut":"Delivered"}`, false, []source{single}},
		{`{"success":true,"code":"11","statut":"Delivered"}`, false, []source{single}},
		{`{"success":true,"errors":[{"message":"Non"}],"statut":"Delivered"}`, false, []source{single}},
		{`{"success":false,"code":200,"statut":"Delivered"}`, false, []source{single}},
		{`{"code":200,"statut":"Delivered"}`, false, []source{single}},
		{`{"success":false,"success":true,"statut":"Delivered"}`, false, []source{single}},
		{status(`"statut":"Delivered","messageId":301`), false, []source{single}},
		{status(`"statut":"Delivered","message_id":"0300"`), false, []source{single}},
		{status(`"statut":"Delivered","messageId":"300","message_id":301`), false, []source{single}},
		{status(`"statut":"Delivered","messageId":{"id":300}`), false, []source{single}},
		{status(`"statut":"Delivered","phoneNumber":"+33600000002"`), false, []source{single}},
		{status(`"statut":"Delivered","number":"0600000002"`), false, []source{single}},
		{status(`"statut":"Delivered","number":true`), false, []source{single}},

		{list(a + "," + b), true, []source{bulk, byTag}},
		{list(b + "," + a), true, []source{bulk, byTag}},
		{with(`"total":2,"currentPage":1`, a+","+b), true, []source{bulk, byTag}},
		{list(a + `,{"phoneNumber":"0600000002","status":"DELIVRD","date":"hier"}`), true, []source{bulk, byTag}},
		{list(a), false, []source{bulk, byTag}},
		{list(a + "," + a), false, []source{bulk, byTag}},
		{list(a + `,{"phoneNumber":"+33600000003","status":"Delivered"}`), false, []source{bulk, byTag}},
		{list(a + `,{"status":"Delivered"}`), false, []source{bulk, byTag}},
		{list(a + "," + b + `,{"status":"Delivered"}`), false, []source{bulk, byTag}},
		{list(a + "," + b + `,{"phoneNumber":"0600000001","status":"Not delivered"}`), false, []source{bulk, byTag}},
		{list(a + "," + b + `,{"phoneNumber":"+33600000003","status":"Waiting"}`), false, []source{bulk, byTag}},
		{list(a + `,{"phoneNumber":"+33600000002","status":"Delivered","statut":"Waiting"}`), false, []source{bulk, byTag}},
		{list(a + `,{"phoneNumber":"+33600000002","status":"Delivered","status":"Waiting"}`), false, []source{bulk, byTag}},
		{list(a + `,{"phoneNumber":"+33600000002","status":"Delivered","code":4}`), false, []source{bulk, byTag}},
		{list(a + `,{"phoneNumber":"+33600000002","status":"Delivered","success":false}`), false, []source{bulk, byTag}},
		{list(a + `,{"phoneNumber":"+33600000002","status":"Delivered","success":true,"code":11}`), false, []source{bulk, byTag}},
		{list(a + `,{"phoneNumber":["+33600000002"],"status":"Delivered"}`), false, []source{bulk, byTag}},
		{list(a + `,{"phoneNumber":"+33600000002","number":"+33600000003","status":"Delivered"}`), false, []source{bulk, byTag}},
		{with(`"total":3`, a+","+b), false, []source{bulk, byTag}},
		{with(`"total":1`, a+","+b), false, []source{bulk, byTag}},
		{with(`"count":"5"`, a+","+b), false, []source{bulk, byTag}},
		{with(`"total":"many"`, a+","+b), false, []source{bulk, byTag}},
		{with(`"currentPage":2`, a+","+b), false, []source{bulk, byTag}},
		{with(`"code":4`, a+","+b), false, []source{bulk, byTag, multi}},
		{with(`"error":"Non"`, a+","+b), false, []source{bulk, byTag}},
		{with(`"message_id":301`, a+","+b), false, []source{bulk}},
		{with(`"messageId":"0300"`, a+","+b), false, []source{bulk}},
		{list(a + `,{"phoneNumber":"+33600000002","status":"Delivered","messageId":301}`), false, []source{bulk}},
		{with(`"tag":"other"`, a+","+b), false, []source{byTag}},
		{list(a + `,{"phoneNumber":"+33600000002","status":"Delivered","tag":"other"}`), false, []source{byTag}},

		{with(`"Success":false`, a+","+b), false, []source{bulk, byTag}},
		{with(`"Errors":[{"code":4}]`, a+","+b), false, []source{bulk, byTag}},
		{with(`"errors":[ ],"error":" "`, a+","+b), true, []source{bulk, byTag}},
		{with(`"currentPage":1,"nbPages":3`, a+","+b), false, []source{bulk, byTag}},
		{with(`"StatusResponse_List":[]`, a+","+b), false, []source{bulk, byTag}},
		{list(a + `,{"phoneNumber":"+33600000002","status":"Delivered","cost":1,"cost":2}`), true, []source{bulk, byTag}},
		{list(a + `,{"phoneNumber":"+33600000002","status":"Delivered","numero":"+33600000003"}`), false, []source{bulk, byTag}},
		{list(a + `,{"phoneNumber":"+33600000002","status":"Delivered","state":"ko"}`), false, []source{bulk, byTag}},

		{list(ma + "," + mb), true, []source{multi, bulk}},
		{list(mb + "," + ma), true, []source{multi}},
		{list(ma + "," + mb + "," + mb), true, []source{multi}},
		{list(ma + `,{"messageId":"300","phoneNumber":"0600000002","status":"Delivered"}`), true, []source{multi}},
		{list(ma), false, []source{multi}},
		{list(ma + "," + ma), false, []source{multi}},
		{list(`{"status":"Delivered"},{"status":"Delivered"}`), false, []source{multi, bulk, byTag}},
		{list(ma + "," + mb + `,{"messageId":300,"phoneNumber":"0600000002","status":"Waiting"}`), false, []source{multi}},
		{list(ma + `,{"messageId":301,"phoneNumber":"+33600000002","status":"Delivered"}`), false, []source{multi}},
		{list(ma + `,{"success":true,"code":4,"messageId":300,"phoneNumber":"+33600000002","status":"Delivered"}`), false, []source{multi}},
		{with(`"total":3`, ma+","+mb), false, []source{multi}},
	} {
		for _, of := range test.of {
			t.Run(of.call+" "+test.answer, func(t *testing.T) {
				t.Parallel()
				bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
					if got := of.verdict(t, w, test.answer); got != test.want {
						t.Errorf("all delivered: %t", got)
					}
				})
			})
		}
	}
}

// row is an item of an answer.
type row map[string]any

func encode(t *testing.T, rows []row) string {
	t.Helper()
	body, err := json.Marshal(map[string]any{"success": true, "StatutResponse_List": rows})
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// mutate shuffles, doubles and drops items of an answer, and gives one the name of
// another recipient, another spelling or that of a stranger.
func mutate(random *rand.Rand, rows []row) []row {
	mutated := slices.Clone(rows)
	for range random.IntN(3) {
		switch random.IntN(3) {
		case 0:
			random.Shuffle(len(mutated), func(i, j int) { mutated[i], mutated[j] = mutated[j], mutated[i] })
		case 1:
			if len(mutated) > 0 {
				mutated = append(mutated, mutated[random.IntN(len(mutated))])
			}
		case 2:
			if len(mutated) > 0 {
				at := random.IntN(len(mutated))
				mutated = slices.Delete(mutated, at, at+1)
			}
		}
	}
	// Two items of one recipient, of which one is renamed, would be a good answer.
	if len(mutated) > 0 && len(mutated) <= len(rows) && random.IntN(2) == 0 && !doubled(mutated) {
		at := random.IntN(len(mutated))
		renamed := maps.Clone(mutated[at])
		renamed["phoneNumber"] = []string{one, two, "0600000001", "06 00 00 00 02", "33600000001", "+33600000003", "", "?"}[random.IntN(8)]
		mutated[at] = renamed
	}
	return mutated
}

func doubled(rows []row) bool {
	seen := map[any]bool{}
	for _, r := range rows {
		if seen[r["phoneNumber"]] {
			return true
		}
		seen[r["phoneNumber"]] = true
	}
	return false
}

// Nothing that befalls the items of an answer on the way turns a no into a yes.
func TestVerdicts_Mutated(t *testing.T) {
	t.Parallel()
	for _, of := range []source{multi, bulk, byTag} {
		t.Run(of.call, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
				random := rand.New(rand.NewPCG(7, 7)) //nolint:gosec // the same each time
				words := []string{"Delivered", "Delivered", "Not delivered", "Waiting", "ko", "En route"}
				noes, yeses := 0, 0
				for range 200 {
					var rows []row
					for _, number := range []string{one, two} {
						rows = append(rows, row{"messageId": 300, "phoneNumber": number, "status": words[random.IntN(len(words))]})
					}
					if of.verdict(t, w, encode(t, rows)) {
						yeses++
						continue
					}
					noes++
					if answer := encode(t, mutate(random, rows)); of.verdict(t, w, answer) {
						t.Errorf("%s is a no, but %s is a yes", encode(t, rows), answer)
					}
				}
				if noes == 0 || yeses == 0 {
					t.Error(fmt.Sprint("only one verdict was tried: ", noes, yeses))
				}
			})
		})
	}
}
