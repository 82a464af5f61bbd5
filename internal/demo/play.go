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

func (d *demo) play(ctx context.Context) error {
	d.title("An application sends an SMS")
	id, err := d.send(ctx, numberDelivered, numberNotDelivered, numberStopped)
	if err != nil {
		return err
	}
	for _, a := range slices.Concat(assertions("-var=message_id="+id), alerts("-var=message_id="+id), sends()) {
		if err := d.perform(ctx, a); err != nil {
			return err
		}
	}
	d.title("Done")
	total := d.requests()
	d.say("Requests to the simulator: %d, of which %d to send, %d to call and %d to mail. Everything that ran has ended, and .demo is gone.",
		len(d.simulator.Requests())+len(d.simulator.Voice.Requests())+len(d.simulator.Mail.Requests()), total.send, total.call, total.mail)
	d.say("Next: the same with your own key, in the README under \"Use it\".")
	return nil
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
	command := name + " " + strings.Join(shellWords(a.args), " ")
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
	case asked.call != a.calls:
		return fmt.Errorf("made %d requests to call, not %d", asked.call, a.calls)
	case asked.mail != a.mails:
		return fmt.Errorf("made %d requests to mail, not %d", asked.mail, a.mails)
	default:
		return nil
	}
}

// shellWords quotes what a shell would take apart.
func shellWords(args []string) []string {
	words := slices.Clone(args)
	for i, word := range words {
		if strings.ContainsAny(word, `"[] `) {
			words[i] = "'" + word + "'"
		}
	}
	return words
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
type requests struct{ status, send, cancel, call, mail int }

func (d *demo) requests() requests {
	count := func(paths ...string) int { return len(d.simulator.Requests(paths...)) }
	return requests{
		status: count("/message-status", "/bulk-status-by-tag"), send: count("/send"), cancel: count("/message-cancel"),
		call: len(d.simulator.Voice.Requests("/tts/send")), mail: len(d.simulator.Mail.Requests("/send")),
	}
}

func (r requests) since(before requests) requests {
	return requests{r.status - before.status, r.send - before.send, r.cancel - before.cancel, r.call - before.call, r.mail - before.mail}
}

func (r requests) String() string {
	var text strings.Builder
	for _, kind := range []struct {
		name string
		n    int
	}{{"status", r.status}, {"send", r.send}, {"cancel", r.cancel}, {"call", r.call}, {"mail", r.mail}} {
		if kind.n > 0 {
			fmt.Fprintf(&text, "; %s requests: %d", kind.name, kind.n)
		}
	}
	return text.String()
}
