package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// The last two digits choose what becomes of a message in the simulator.
const (
	numberDelivered    = "+33600000001"
	numberNotDelivered = "+33600000090"
	numberStopped      = "+33600000092"
)

// act is one thing that the demo shows.
type act struct {
	title string
	// example is the folder in which the engine runs.
	example string
	// tells what to look for.
	tells string
	args  []string
	fails bool
	// shows is what the output must contain, and sends and cancels are the requests
	// that must reach the simulator: the demo checks itself.
	shows          string
	sends, cancels int
	// brief says that what the engine prints is worth a line only.
	brief bool
}

// install prepares the folder of an example.
func install(title, example string) act {
	return act{title: title, example: example, args: []string{"init", "-no-color"}, shows: "smspartner/smspartner", brief: true}
}

func (d *demo) play(ctx context.Context) error {
	d.title("An application sends an SMS")
	id, err := d.send(ctx, numberDelivered, numberNotDelivered, numberStopped)
	if err != nil {
		return err
	}
	for _, a := range slices.Concat(assertions("-var=message_id="+id), sends()) {
		if err := d.perform(ctx, a); err != nil {
			return err
		}
	}
	d.title("Done")
	d.say("Requests to the simulator: %d, of which %d to send. Everything that ran has ended, and .demo is gone.",
		len(d.simulator.Requests()), len(d.simulator.Requests("/send")))
	d.say("Next: the same with your own key, in the README under \"Use it\".")
	return nil
}

// assertions ask what became of a message that was sent already.
func assertions(message string) []act {
	return []act{
		install("Install the provider", assertDelivery),
		{
			title: "Plan: is the SMS to " + numberDelivered + " delivered?", example: assertDelivery,
			tells: "The status is Waiting for a few seconds. The data source reads it each second until it is final.",
			args:  []string{"plan", "-no-color", message, "-var=phone_number=" + numberDelivered},
			shows: `"Delivered"`,
		},
		{
			title: "Apply: the same, and the outputs are kept in the state", example: assertDelivery,
			args:  []string{"apply", "-no-color", "-auto-approve", message, "-var=phone_number=" + numberDelivered},
			shows: "Apply complete",
		},
		{
			title: "Apply for " + numberNotDelivered + ", whose SMS does not arrive: the postcondition fails the run", example: assertDelivery,
			args:  []string{"apply", "-no-color", "-auto-approve", message, "-var=phone_number=" + numberNotDelivered},
			fails: true,
			shows: "did not reach the phone",
		},
		{
			title: "Apply for " + numberStopped + ", who got it and answered STOP: the check warns, the run goes on", example: assertDelivery,
			args:  []string{"apply", "-no-color", "-auto-approve", message, "-var=phone_number=" + numberStopped},
			shows: "answered STOP",
		},
		{
			title: "Test: both outcomes, asserted in tests/", example: assertDelivery,
			args:  []string{"test", "-no-color", message, "-var=phone_number=" + numberDelivered},
			shows: "2 passed, 0 failed",
		},
	}
}

// sends are runs that send themselves, to the simulator.
func sends() []act {
	release := []string{"apply", "-no-color", "-auto-approve", "-var=release=42", "-var=phone_number=" + numberDelivered}
	const day = 24 * time.Hour
	sendAt := "-var=send_at=" + time.Now().UTC().Truncate(day).Add(day+day/2).Format(time.RFC3339)
	return []act{
		install("Install the provider for an example that sends", sendAndAssert),
		{
			title: "Apply: send, wait for the delivery, assert it", example: sendAndAssert,
			tells: "The resource sends once. The data source then waits until the SMS has arrived.",
			args:  release, shows: `summary = "1 of 1 delivered"`, sends: 1,
		},
		{
			title: "Apply again: nothing is sent", example: sendAndAssert,
			args: release, shows: "0 added, 0 changed, 0 destroyed",
		},
		install("Install the provider for a scheduled campaign", scheduled),
		{
			title: "Apply: an SMS now, in the sandbox, and one that is scheduled for later", example: scheduled,
			args: []string{"apply", "-no-color", "-auto-approve", sendAt}, shows: "2 added", sends: 2,
		},
		{
			title: "Destroy: what is scheduled is cancelled", example: scheduled,
			args: []string{"destroy", "-no-color", "-auto-approve", sendAt}, shows: "2 destroyed", cancels: 1,
		},
	}
}

func (d *demo) perform(ctx context.Context, a act) error {
	d.title(a.title)
	if a.tells != "" {
		d.say("%s", a.tells)
	}
	name := strings.ToLower(d.engine.Name)
	if d.engine.IsOpenTofu() {
		name = "tofu"
	}
	command := name + " " + strings.Join(a.args, " ")
	d.say("%s$ %s", a.example, command)
	before := d.requests()
	w := d.workspace(a.example)
	if a.brief {
		w.Output = nil
	}
	result, err := w.Run(ctx, a.args...)
	if err != nil {
		return err
	}
	asked := d.requests().since(before)
	problem := a.check(result, asked)
	if a.brief && problem != nil {
		d.say("%s", result.Output)
	}
	d.say("(exit code %d after %.1f s%s)", result.ExitCode, result.Took.Seconds(), asked)
	if problem != nil {
		return fmt.Errorf("%q %w", command, problem)
	}
	return nil
}

// check compares what an act did with what it must show.
func (a act) check(result engine.Result, asked requests) error {
	switch {
	case result.OK() == a.fails:
		return fmt.Errorf("ended with exit code %d", result.ExitCode)
	case !strings.Contains(strings.Join(strings.Fields(result.Output), " "), a.shows):
		return fmt.Errorf("did not print %q", a.shows)
	case asked.send != a.sends || asked.cancel != a.cancels:
		return fmt.Errorf("made %d requests to send and %d to cancel, not %d and %d", asked.send, asked.cancel, a.sends, a.cancels)
	default:
		return nil
	}
}

func (d *demo) title(text string) { d.say("\n--- %s\n", text) }

// send posts a message the way any program would, without the provider.
func (d *demo) send(ctx context.Context, numbers ...string) (id string, err error) {
	body, err := json.Marshal(map[string]any{
		"apiKey": simulator.DefaultAPIKey, "phoneNumbers": strings.Join(numbers, ","), "message": "Deployment finished",
	})
	if err != nil {
		return "", err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, d.baseURL+"/send", bytes.NewReader(body))
	if err != nil {
		return "", err
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := (&http.Client{Timeout: 10 * time.Second}).Do(req)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, resp.Body.Close()) }()
	var answer struct {
		MessageID json.Number `json:"message_id"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&answer); err != nil {
		return "", fmt.Errorf("read the answer to send: %w", err)
	}
	d.say("POST %s/send to %s", d.baseURL, strings.Join(numbers, ", "))
	d.say("-> message_id %s, delivered after %s", answer.MessageID, deliveryDelay)
	return answer.MessageID.String(), nil
}

// requests counts what reached the simulator, by what it asked for.
type requests struct{ status, send, cancel int }

func (d *demo) requests() requests {
	count := func(paths ...string) int { return len(d.simulator.Requests(paths...)) }
	return requests{status: count("/message-status", "/bulk-status-by-tag"), send: count("/send"), cancel: count("/message-cancel")}
}

func (r requests) since(before requests) requests {
	return requests{r.status - before.status, r.send - before.send, r.cancel - before.cancel}
}

func (r requests) String() string {
	var text strings.Builder
	for _, kind := range []struct {
		name string
		n    int
	}{{"status", r.status}, {"send", r.send}, {"cancel", r.cancel}} {
		if kind.n > 0 {
			fmt.Fprintf(&text, "; %s requests: %d", kind.name, kind.n)
		}
	}
	return text.String()
}
