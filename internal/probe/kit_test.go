package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// What the user of the probe owns in these tests.
const (
	ownNumber = "+33612345678"
	landline  = "+33112345678"
	ownMail   = "jeanne.martin@mine.example"
	smsKey    = "5e0d1c2b3a495867768594a3b2c1d0e5f4a3b2c1"
	voiceKey  = "vk/9f-AB&CD 42"
	mailKey   = "77aa66bb55cc44dd33ee22ff1100aa99bb88cc77"
)

// account is a simulator with a clock that only the probe moves.
type account struct {
	*simulator.Simulator

	server *simulator.Server
	clock  *fakeClock
}

// fakeClock passes time without waiting.
type fakeClock struct {
	mu    sync.Mutex
	at    time.Time
	slept []time.Duration
}

func (c *fakeClock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *fakeClock) sleep(ctx context.Context, d time.Duration) error {
	c.mu.Lock()
	c.at = c.at.Add(d)
	c.slept = append(c.slept, d)
	c.mu.Unlock()
	return ctx.Err()
}

func newAccount(t *testing.T, o simulator.Options) *account {
	t.Helper()
	clock := &fakeClock{at: time.Date(2030, time.June, 5, 10, 0, 0, 0, time.UTC)}
	o.Now = clock.now
	o.APIKey, o.VoiceAPIKey, o.MailAPIKey = smsKey, voiceKey, mailKey
	o.DeliveryDelay = time.Hour
	s, server := simulator.StartAll(t, o)
	return &account{s, server, clock}
}

// outcome is what a run leaves behind.
type outcome struct {
	code           int
	report, stderr string
	fixtures       []string
}

// everything are the flags with which the probe asks all that is free.
var everything = []string{"-yes", "-own-number", ownNumber, "-landline", landline, "-own-mail", ownMail}

// variables are those of a user with an account for each product.
func (a *account) variables() map[string]string {
	return map[string]string{
		"SMSPARTNER_API_KEY": smsKey, "VOICEPARTNER_API_KEY": voiceKey, "MAILPARTNER_API_KEY": mailKey,
		"SMSPARTNER_BASE_URL": a.server.URL, "VOICEPARTNER_BASE_URL": a.server.VoiceURL, "MAILPARTNER_BASE_URL": a.server.MailURL,
	}
}

func (a *account) run(ctx context.Context, t *testing.T, args ...string) outcome {
	t.Helper()
	return a.runWith(ctx, t, console{stdin: strings.NewReader("")}, args...)
}

// runWith runs the probe with what c has, and the rest as it is in these tests.
func (a *account) runWith(ctx context.Context, t *testing.T, c console, args ...string) outcome {
	t.Helper()
	var stdout, stderr bytes.Buffer
	c.stdout, c.stderr, c.clock = &stdout, &stderr, a.clock
	if c.variable == nil {
		c.variable = func(name string) string { return a.variables()[name] }
	}
	o := outcome{code: run(ctx, args, c)}
	o.report, o.stderr = stdout.String(), stderr.String()
	if i := slices.Index(args, "-fixtures"); i >= 0 && i+1 < len(args) {
		names, err := filepath.Glob(filepath.Join(args[i+1], "*.json"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			text, err := os.ReadFile(name) //nolint:gosec // The test has made the folder.
			if err != nil {
				t.Fatal(err)
			}
			o.fixtures = append(o.fixtures, string(text))
		}
	}
	return o
}

// forms are the flags that the summary of a report names, by question.
func (o outcome) forms() string {
	_, table, _ := strings.Cut(o.report, "|---|---|---|\n")
	table, _, _ = strings.Cut(table, "\n\n")
	return table
}

// eachFlag goes through the tagged fields of the simulator's options.
func eachFlag(v reflect.Value, yield func(name string, field reflect.Value)) {
	for field, value := range v.Fields() {
		name, tagged := field.Tag.Lookup("flag")
		switch {
		case tagged:
			yield(name, value)
		case value.Kind() == reflect.Struct:
			eachFlag(value, yield)
		}
	}
}

// setFlag sets an option as its flag does.
func setFlag(t *testing.T, o *simulator.Options, flag, text string) {
	t.Helper()
	found := false
	eachFlag(reflect.ValueOf(o).Elem(), func(name string, field reflect.Value) {
		if name != flag {
			return
		}
		found = true
		var err error
		switch target := field.Addr().Interface().(type) {
		case interface{ Set(string) error }:
			err = target.Set(text)
		case *bool:
			*target, err = strconv.ParseBool(text)
		case *int:
			*target, err = strconv.Atoi(text)
		case *string:
			*target = text
		case *time.Duration:
			*target, err = time.ParseDuration(text)
		default:
			t.Fatalf("no test sets a %s", field.Type())
		}
		if err != nil {
			t.Fatal(err)
		}
	})
	if !found {
		t.Fatalf("the simulator has no flag -%s", flag)
	}
}

// paramsOf reads the JSON body of a request, which can be read again afterwards.
func paramsOf(r *http.Request) (map[string]any, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	var params map[string]any
	return params, json.Unmarshal(body, &params)
}
