package partner

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// status is an operation that the simulator answers.
var status = Operation{
	Name:   "message-status",
	Method: http.MethodGet,
	Path:   "/message-status",
	Class:  Read,
	Data:   "statut",
	Codes:  map[string]Meaning{"1": MeaningKeyMissing, "4": MeaningNotFound},
	Layout: Names("success", "code", "number", "messageId", "stopSms", "date",
		"statut", "cost", "countryCode", "currency"),
}

// dialect is that of SMS Partner.
var dialect = Dialect{Codes: map[string]Meaning{
	"10": MeaningKeyInvalid, "20": MeaningAccountDisabled, "30": MeaningAccountBlocked,
	"40": MeaningAccessDenied, "90": MeaningMalformedRequest, "96": MeaningAddressNotAllowed,
}}

// delivered is all that an answer needs in order to succeed.
const delivered = `{"success": true, "statut": "Delivered"}`

// values are those of the documented answer to message-status.
type values struct {
	code    *int64
	number  *string
	stop    *bool
	date    *time.Time
	statut  *string
	cost    *big.Float
	country *string
}

func (v values) String() string {
	if v.code == nil || v.number == nil || v.stop == nil || v.date == nil || v.statut == nil || v.cost == nil || v.country == nil {
		return "incomplete"
	}
	return fmt.Sprint(*v.code, " ", *v.number, " ", *v.stop, " ", *v.date, " ", *v.statut, " ", v.cost.Text('g', 40), " ", *v.country)
}

func decodeValues(o *Object) values {
	return values{
		code:    o.Int("code"),
		number:  o.Text("number"),
		stop:    o.Bool("stopSms"),
		date:    o.Time("date"),
		statut:  o.Text("statut"),
		cost:    o.Decimal("cost"),
		country: o.Text("countryCode"),
	}
}

// call makes a call that the simulator knows the answer to.
func call(ctx context.Context, c *Client, op *Operation) (values, error) {
	params := Params{"messageId": "1111", "phoneNumber": "+33600000000"}
	return Do(ctx, c, op, params, decodeValues)
}

// failure makes the same call, which must fail.
func failure(ctx context.Context, t *testing.T, c *Client, op *Operation) *Error {
	t.Helper()
	got, err := call(ctx, c, op)
	failed, ok := errors.AsType[*Error](err)
	if !ok {
		t.Fatalf("got %v and error %v, want an *Error", got, err)
	}
	expect(t, "product", failed.Product, "SMS Partner")
	expect(t, "operation", failed.Operation, op.Name)
	if !strings.HasPrefix(failed.Error(), op.Name+": ") {
		t.Errorf("the error %q says nothing, or not of which operation", failed)
	}
	return failed
}

// world is a simulator in memory with a client of it.
type world struct {
	*simulator.Simulator
	client *Client
	dials  atomic.Int64
	began  time.Time
}

func (w *world) elapsed() time.Duration { return time.Since(w.began) }

// dialer replaces connections to the simulator: open makes one.
type dialer func(ctx context.Context, number int64, open simulator.Dial) (net.Conn, error)

// bubble runs a test under a fake clock.
func bubble(t *testing.T, change func(*Config), dial dialer, test func(t *testing.T, w *world)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		w := &world{Simulator: simulator.New(simulator.Options{}), began: time.Now()}
		server, open := w.Pipe()
		defer func() {
			time.Sleep(time.Minute) // dials go on when their request has ended
			if err := server.Close(); err != nil {
				t.Error(err)
			}
		}()
		config := Config{
			Product:        "SMS Partner",
			BaseURL:        server.URL,
			APIKey:         simulator.DefaultAPIKey,
			Dialect:        dialect,
			RequestTimeout: 10 * time.Second,
			Transport: &http.Transport{DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
				number := w.dials.Add(1)
				if dial == nil {
					return open(ctx, network, address)
				}
				return dial(ctx, number, open)
			}},
		}
		if change != nil {
			change(&config)
		}
		w.client = New(config)
		test(t, w)
	})
}

func retries(n int) func(*Config) { return func(c *Config) { c.MaxRetries = n } }

// always is a step for all requests to come.
func always(step simulator.Step) simulator.Step {
	step.Repeat = true
	return step
}

// interpreted is what the client makes of an answer.
func interpreted(op *Operation, status int, header http.Header, body, key string) (values, *Error) {
	c := New(Config{Product: "SMS Partner", BaseURL: "https://sms.example/v1", APIKey: key})
	reply, failed := interpret(&dialect, op, &answer{status: status, header: header, body: []byte(body)}, c.redact.of(op))
	if failed != nil {
		return values{}, c.sign(op, failed)
	}
	got := decodeValues(reply.object)
	if failed := reply.verdict(&dialect, op); failed != nil {
		return values{}, c.sign(op, failed)
	}
	return got, nil
}

// rejected is the error that the client makes of an answer.
func rejected(t *testing.T, httpStatus int, header http.Header, body string, reason Reason) *Error {
	t.Helper()
	_, failed := interpreted(&status, httpStatus, header, body, "")
	if failed == nil {
		t.Fatal("this counts as success")
	}
	expect(t, "reason", failed.Reason, reason)
	expect(t, "HTTP status", failed.HTTPStatus, httpStatus)
	expect(t, "sent", failed.Sent, true)
	return failed
}

// asObject is an answer with one value, as it stands in JSON.
func asObject(t *testing.T, raw string) *Object {
	t.Helper()
	o, err := parse(&status, []byte(`{"value": `+raw+`}`), "", redactor{})
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func expect[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func expectContains(t *testing.T, what, got, part string) {
	t.Helper()
	if !strings.Contains(got, part) {
		t.Errorf("%s: %q lacks %q", what, got, part)
	}
}

// counter counts the bytes that a client reads.
type counter struct{ read atomic.Int64 }

func (c *counter) dial(ctx context.Context, _ int64, open simulator.Dial) (net.Conn, error) {
	conn, err := open(ctx, "", "")
	return countingConn{conn, &c.read}, err
}

type countingConn struct {
	net.Conn
	read *atomic.Int64
}

func (c countingConn) Read(b []byte) (int, error) {
	n, err := c.Conn.Read(b)
	c.read.Add(int64(n))
	return n, err
}
