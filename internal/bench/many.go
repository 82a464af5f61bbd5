package main

import (
	"context"
	"fmt"
)

// manyConfig reads the messages of a variable with one data source.
func manyConfig(details bool) string {
	return providerConfig + fmt.Sprintf(`
variable "messages" {
  type = list(object({ message_id = string, phone_number = string }))
}

data "smspartner_message_statuses" "this" {
  details  = %t
  messages = var.messages
}
`, details)
}

// many compares one data source for many messages with one for each of them.
func (b *bench) many(ctx context.Context) error {
	b.say("\nPlans that read many messages\n")
	const few, lots = 1000, 10000
	t := b.table()
	_, _ = fmt.Fprintln(t, "plan\trequests\tconnections\twall\tengine CPU\tprovider CPU\tpeak memory")
	walls := map[string]float64{}
	for _, plan := range []struct {
		name   string
		config string
		n      int
		slow   bool
		echo   bool
	}{
		{name: "1000 message_status (one run)", config: readsConfig(few), n: few, slow: true},
		{name: "message_statuses of 1000", config: manyConfig(false), n: few},
		{name: "message_statuses of 10000", config: manyConfig(false), n: lots},
		{name: "echo of 10000", config: manyConfig(false), n: lots, echo: true},
		{name: "message_statuses of 1000, details", config: manyConfig(true), n: few},
	} {
		times := repeats
		if plan.slow {
			times = 1
		}
		as := attached
		if plan.echo {
			as = attachedIdle
		}
		samples, err := b.measure(ctx, times, trial{command: "plan", mode: as, config: plan.config, messages: messages(plan.n)})
		if err != nil {
			return err
		}
		s := samples[0]
		walls[plan.name] = s.wall.Seconds()
		_, _ = fmt.Fprintf(t, "%s\t%d\t%d\t%.2f s\t%.2f s\t%.2f s\t%s\n", plan.name,
			s.requests, s.connections, s.wall.Seconds(), s.engineCPU.Seconds(), s.providerCPU.Seconds(), mebibytes(s.providerPeak))
	}
	if err := t.Flush(); err != nil {
		return err
	}
	one := walls["message_statuses of 1000"]
	b.say("\n1000 data sources take %.1f times as long as one of 1000; one of 10000 takes %.1f times as long as one of 1000, and %.2f times as long as an echo of 10000.",
		walls["1000 message_status (one run)"]/one, walls["message_statuses of 10000"]/one, walls["message_statuses of 10000"]/walls["echo of 10000"])
	return nil
}
