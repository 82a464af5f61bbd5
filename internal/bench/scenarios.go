package main

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"text/tabwriter"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

const providerConfig = `
terraform {
  required_providers {
    smspartner = { source = "smspartner/smspartner" }
  }
}

provider "smspartner" {
  api_key  = "` + simulator.DefaultAPIKey + `"
  base_url = "BASE_URL"
}
`

// readsConfig reads n messages.
func readsConfig(n int) string {
	return providerConfig + fmt.Sprintf(`
data "smspartner_message_status" "this" {
  for_each     = toset([for i in range(%d) : tostring(5000 + i)])
  message_id   = each.key
  phone_number = "+33600000001"
}
`, n)
}

func messages(n int) []simulator.Message {
	list := make([]simulator.Message, n)
	for i := range list {
		list[i] = simulator.Message{ID: strconv.Itoa(5000 + i), Recipients: []simulator.Recipient{{Number: "+33600000001"}}}
	}
	return list
}

// startUp compares `validate` with and without the provider, which the engine
// starts itself here.
func (b *bench) startUp(ctx context.Context) error {
	samples, err := b.measure(
		ctx, repeats,
		trial{command: "validate", mode: startedByEngine, config: readsConfig(1)},
		trial{command: "validate", mode: startedByEngine, config: `resource "terraform_data" "this" {}`},
		trial{command: "validate", mode: attached, config: readsConfig(1)},
	)
	if err != nil {
		return err
	}
	with, without, alone := samples[0], samples[1], samples[2]
	info, err := os.Stat(b.executable)
	if err != nil {
		return err
	}
	b.say("\nStart-up\n")
	t := b.table()
	_, _ = fmt.Fprintf(t, "validate, with the provider\t%.2f s\n", with.wall.Seconds())
	_, _ = fmt.Fprintf(t, "validate, without it\t%.2f s\n", without.wall.Seconds())
	_, _ = fmt.Fprintf(t, "ratio\t%.1f\n", with.wall.Seconds()/without.wall.Seconds())
	_, _ = fmt.Fprintf(t, "provider's processor time\t%.2f s\n", alone.providerCPU.Seconds())
	_, _ = fmt.Fprintf(t, "provider's peak memory\t%s\n", mebibytes(alone.providerPeak))
	_, _ = fmt.Fprintf(t, "provider's executable\t%s\n", mebibytes(info.Size()))
	return t.Flush()
}

// reads compares plans that read messages with the same plans without the
// reads, and with a provider that does nothing.
func (b *bench) reads(ctx context.Context) error {
	b.say(`
Plans that read message_status

floor     the same configuration without the reads
idle      the same reads by a provider that only waits as long as the simulator does: the engine's own time
own       what the provider adds to that, as a share of it
CPU       processor time of the engine and of the provider
`)
	t := b.table()
	_, _ = fmt.Fprintln(t, "reads\trequests\tconnections\twall\tfloor\tidle\town\tengine CPU\tprovider CPU\tpeak memory")
	for _, n := range []int{1, 100, 300} {
		samples, err := b.measure(
			ctx, repeats,
			trial{command: "plan", mode: attached, config: readsConfig(n), messages: messages(n)},
			trial{command: "plan", mode: attachedIdle, config: readsConfig(n)},
			trial{command: "plan", mode: attached, config: readsConfig(0)},
		)
		if err != nil {
			return err
		}
		read, idle, floor := samples[0], samples[1], samples[2]
		_, _ = fmt.Fprintf(t, "%d\t%d\t%d\t%.2f s\t%.2f s\t%.2f s\t%.1f %%\t%.2f s\t%.2f s\t%s\n",
			n, read.requests, read.connections, read.wall.Seconds(), floor.wall.Seconds(), idle.wall.Seconds(),
			100*(read.wall-idle.wall).Seconds()/idle.wall.Seconds(),
			read.engineCPU.Seconds(), read.providerCPU.Seconds(), mebibytes(read.providerPeak))
	}
	return t.Flush()
}

func (b *bench) table() *tabwriter.Writer {
	return tabwriter.NewWriter(b.out, 0, 0, 2, ' ', 0)
}

func mebibytes(n int64) string {
	if n == 0 {
		return "not known here"
	}
	return fmt.Sprintf("%.1f MiB", float64(n)/(1<<20))
}
