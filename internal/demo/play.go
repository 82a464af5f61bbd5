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

// play plays the acts up to one that does not end as expected.
func (d *demo) play(ctx context.Context, short bool) error {
	d.title("An application sends an SMS")
	id, err := d.send(ctx, numberDelivered, numberNotDelivered, numberStopped)
	if err != nil {
		return err
	}
	d.showRequests()
	var rows []row
	acts := slices.Concat(assertions("-var=message_id="+id), alerts("-var=message_id="+id), sends())
	if short {
		acts = slices.DeleteFunc(acts, func(a act) bool { return !a.short })
	}
	for _, a := range acts {
		shown, err := d.perform(ctx, a)
		if err != nil {
			return err
		}
		rows = append(rows, shown)
		if shown.problem != nil {
			break
		}
	}
	d.title("What was shown")
	d.say("%s", table(rows))
	if last := rows[len(rows)-1]; last.problem != nil {
		return fmt.Errorf("step %q %w", last.step, last.problem)
	}
	total := d.requests()
	d.say("Requests to the simulator: %d, of which %d to send, %d to call and %d to mail. Everything that ran has ended, and .demo is gone.",
		len(d.simulator.Requests())+len(d.simulator.Voice.Requests())+len(d.simulator.Mail.Requests()), total.send, total.call, total.mail)
	d.say("Next: the same with your own key, in the README under \"Use it\".")
	return nil
}

// perform runs an act. The error is that of a run that could not start or was cut off.
func (d *demo) perform(ctx context.Context, a act) (row, error) {
	d.title(a.title)
	if a.tells != "" {
		d.say("%s", a.tells)
	}
	name := strings.ToLower(d.engine.Name)
	if d.engine.IsOpenTofu() {
		name = "tofu"
	}
	d.say("%s$ %s", a.example, command.Sprint(name+" "+strings.Join(shellWords(a.args), " ")))
	before := d.requests()
	w := d.workspace(a.example)
	if a.brief {
		w.Output = nil
	}
	result, err := w.Run(ctx, coloured(a.args)...)
	if err != nil {
		return row{}, err
	}
	result.Output = plain(result.Output)
	asked := d.requests().since(before)
	problem := a.check(result, asked)
	if a.brief && problem != nil {
		d.say("%s", result.Output)
	}
	d.showRequests()
	d.say("%s", a.verdict(result, problem))
	return row{a.step, a.expected(), got(result, asked), problem}, nil
}

// verdict says how a run ended, and whether it should.
func (a act) verdict(result engine.Result, problem error) string {
	text := fmt.Sprintf("exit code %d after %.1f s", result.ExitCode, result.Took.Seconds())
	switch {
	case problem != nil:
		return bad.Sprintf("%s: NOT as expected", text)
	case a.fails:
		return good.Sprintf("%s: it fails on purpose, as expected", text)
	default:
		return good.Sprintf("%s: as expected", text)
	}
}

// showRequests prints what the simulator was asked since the last time.
func (d *demo) showRequests() {
	for _, line := range d.journal.take() {
		d.say("%s", simulated.Sprint("simulator: "+line))
	}
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

func (d *demo) title(text string) { d.say("\n%s\n", heading.Sprint("--- "+text)) }

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
	d.say("The answer has message_id %s. The SMS is on its way for %s.", answer.MessageID, deliveryDelay)
	return answer.MessageID.String(), nil
}
