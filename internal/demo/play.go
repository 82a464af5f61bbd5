package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

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
	// tells what to look for.
	tells string
	args  []string
	fails bool
	// shows is what the output must contain: the demo checks itself.
	shows string
}

func (d *demo) play(ctx context.Context) error {
	d.title("Send an SMS, as an application would")
	id, err := d.send(ctx, numberDelivered, numberNotDelivered, numberStopped)
	if err != nil {
		return err
	}
	message := "-var=message_id=" + id
	for _, a := range []act{
		{
			title: "Install the provider",
			args:  []string{"init", "-no-color"},
			shows: "smspartner/smspartner",
		},
		{
			title: "Plan: is the SMS to " + numberDelivered + " delivered?",
			tells: "The status is Waiting for a few seconds. The data source reads it each second until it is final.",
			args:  []string{"plan", "-no-color", message, "-var=phone_number=" + numberDelivered},
			shows: `"Delivered"`,
		},
		{
			title: "Apply: the same, and the outputs are kept in the state",
			args:  []string{"apply", "-no-color", "-auto-approve", message, "-var=phone_number=" + numberDelivered},
			shows: "Apply complete",
		},
		{
			title: "Apply for " + numberNotDelivered + ", whose SMS does not arrive: the postcondition fails the run",
			args:  []string{"apply", "-no-color", "-auto-approve", message, "-var=phone_number=" + numberNotDelivered},
			fails: true,
			shows: "did not reach the phone",
		},
		{
			title: "Apply for " + numberStopped + ", who got it and answered STOP: the check warns, the run goes on",
			args:  []string{"apply", "-no-color", "-auto-approve", message, "-var=phone_number=" + numberStopped},
			shows: "answered STOP",
		},
		{
			title: "Test: both outcomes, asserted in tests/delivery.tftest.hcl",
			args:  []string{"test", "-no-color", message, "-var=phone_number=" + numberDelivered},
			shows: "2 passed, 0 failed",
		},
	} {
		if err := d.perform(ctx, a); err != nil {
			return err
		}
	}
	reads := len(d.simulator.Requests("/message-status"))
	d.title("Done")
	d.say("The provider asked the simulator %d times for a status. Everything that ran has ended, and .demo is gone.", reads)
	d.say("Next: the same with your own key, in the README under \"Use it\".")
	return nil
}

func (d *demo) perform(ctx context.Context, a act) error {
	d.title(a.title)
	if a.tells != "" {
		d.say("%s", a.tells)
	}
	command := strings.ToLower(d.workspace.Engine.Name) + " " + strings.Join(a.args, " ")
	if d.workspace.Engine.IsOpenTofu() {
		command = "tofu " + strings.Join(a.args, " ")
	}
	d.say("$ %s", command)
	before := len(d.simulator.Requests("/message-status"))
	result, err := d.workspace.Run(ctx, a.args...)
	if err != nil {
		return err
	}
	reads := len(d.simulator.Requests("/message-status")) - before
	d.say("(exit code %d after %.1f s; status requests: %d)", result.ExitCode, result.Took.Seconds(), reads)
	switch {
	case result.OK() == a.fails:
		return fmt.Errorf("%q ended with exit code %d", command, result.ExitCode)
	case !strings.Contains(strings.Join(strings.Fields(result.Output), " "), a.shows):
		return fmt.Errorf("%q did not print %q", command, a.shows)
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
