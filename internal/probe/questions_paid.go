package main

import "github.com/smspartner/terraform-provider-smspartner/internal/framework/product"

var paidQuestions = []*question{
	{
		numbers: "U12", title: "a real SMS to your number", product: product.SMS, needs: []string{"-own-number", "-real-sms"},
		writes: true, sends: true, makes: "one SMS that arrives on your phone", costs: "one SMS; the field cost of the answer tells the price",
		most: 1 + 3*tries, ask: askRealSMS,
	},
	{
		numbers: "C37", title: "a verification (HLR) of your number", product: product.SMS, needs: []string{"-own-number", "-hlr"},
		writes: true, makes: "one verification", costs: "one verification; the field cost of the answer tells the price",
		most: 1, ask: func(a *asked) {
			asked := a.post("/hlr/notify", map[string]any{"phoneNumbers": a.probe.settings.ownNumber})
			a.expect(asked.gives("campaign_id", "cost"))
		},
	},
}

func askRealSMS(a *asked) {
	own := a.probe.settings.ownNumber
	sent := a.post("/send", map[string]any{"phoneNumbers": own, "message": "Test of the SMS Partner API"})
	id := sent.text("message_id")
	a.expect(sent.gives("message_id", "cost"))
	if !sent.succeeded() || id == "" {
		return
	}
	asked, held := a.probe.eventually(a.ctx, func() bool { return a.judgeStatus(id, own).succeeded() })
	a.variant(held && asked > 1, "listing-delay", "the status calls do not know a message at once")
}
