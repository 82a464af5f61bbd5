package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"io"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// asProgram makes the test's executable run as the program itself.
const asProgram = "SIMULATOR_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// program is the program in a process of its own.
func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	executable, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.CommandContext(t.Context(), executable, args...) //nolint:gosec // The test's own executable.
	c.Env = append(os.Environ(), asProgram+"=1")
	return c
}

func TestProgram_Signals(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot be sent a signal here")
	}
	for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		t.Run(signal.String(), func(t *testing.T) {
			t.Parallel()
			c := program(t)
			stdout, err := c.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
			lines := bufio.NewReader(stdout)
			for _, variable := range variables {
				line, err := lines.ReadString('\n')
				if err != nil || !strings.HasPrefix(line, variable+"=http://127.0.0.1:") {
					t.Errorf("the line of %s is %q, %v", variable, line, err)
				}
			}
			if err := c.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			rest, err := io.ReadAll(lines)
			if err != nil || len(rest) > 0 {
				t.Errorf("more on standard output: %q, %v", rest, err)
			}
			if err := c.Wait(); err != nil {
				t.Errorf("the program ended with %v", err)
			}
		})
	}
}

func TestProgram_ExitStatus(t *testing.T) {
	t.Parallel()
	if err := program(t, "-help").Run(); err != nil {
		t.Errorf("the help ends with %v", err)
	}
	out, err := program(t, "-addr", "0.0.0.0:0").CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 1 {
		t.Errorf("a wrong address ends with %v", err)
	}
	if !strings.HasPrefix(string(out), "simulator: only loopback addresses are served") {
		t.Errorf("a wrong address prints %q", out)
	}
}

// buffer is written by the program while a test reads it.
type buffer struct {
	mu sync.Mutex
	b  strings.Builder
}

func (b *buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}

// variables are the names of what the program prints, in order.
var variables = []string{"SMSPARTNER_BASE_URL", "VOICEPARTNER_BASE_URL", "MAILPARTNER_BASE_URL"}

// start is [startAll] for a test of SMS Partner.
func start(t *testing.T, stderr io.Writer, args ...string) (baseURL string, stop func()) {
	t.Helper()
	urls, stop := startAll(t, stderr, args...)
	return urls["SMSPARTNER_BASE_URL"], stop
}

// startAll runs the program until the returned function is called, which checks
// that it ended well and printed three lines.
func startAll(t *testing.T, stderr io.Writer, args ...string) (urls map[string]string, stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	stdout, w := io.Pipe()
	ended := make(chan error, 1)
	go func() {
		ended <- run(ctx, args, w, stderr)
		_ = w.Close()
	}()
	lines := bufio.NewReader(stdout)
	urls = map[string]string{}
	for _, variable := range variables {
		line, err := lines.ReadString('\n')
		if err != nil {
			cancel()
			t.Fatalf("no base URL: %v, %v", err, <-ended)
		}
		name, address, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "=")
		if name != variable {
			t.Errorf("a line of %s, want %s", name, variable)
		}
		urls[name] = address
	}
	return urls, func() {
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("the program ended with %v", err)
		}
		if more, err := lines.ReadString('\n'); more != "" || !errors.Is(err, io.EOF) {
			t.Errorf("a fourth line: %q, %v", more, err)
		}
	}
}

func read(t *testing.T, baseURL string, q url.Values) (status int, body string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, baseURL+"/message-status?"+q.Encode(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return do(t, r)
}

func TestRun(t *testing.T) {
	t.Parallel()
	var stderr buffer
	baseURL, stop := start(t, &stderr)
	_, body := read(t, baseURL, url.Values{"apiKey": {simulator.DefaultAPIKey}, "messageId": {"1111"}, "phoneNumber": {"0600000000"}})
	status, wrong := read(t, baseURL, url.Values{"apiKey": {"wrong"}})
	stop()
	if status != http.StatusOK || !strings.Contains(wrong, `"message": "Clé API incorrecte"`) {
		t.Errorf("a wrong key is answered with %d %s", status, wrong)
	}
	document, err := os.ReadFile("../sms/testdata/message_status.json")
	if err != nil {
		t.Fatal(err)
	}
	if body != strings.TrimSuffix(string(document), "\n") {
		t.Errorf("the documented message answers %s", body)
	}
	if got := stderr.String(); strings.Count(got, "\n") != 2 || !strings.Contains(got, "path=/v1/message-status status=200 code=200") {
		t.Errorf("the log is %q", got)
	}
}

// Each product has its own address and its own key, that of SMS Partner unless it is
// given another one.
func TestRun_Products(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		args        []string
		voice, mail string
	}{
		"one key":    {[]string{"-api-key", "k"}, "k", "k"},
		"three keys": {[]string{"-api-key", "k", "-voice-api-key", "aB3d-Ef5h", "-mail-api-key", "m"}, "aB3d-Ef5h", "m"},
		"addresses":  {[]string{"-api-key", "k", "-voice-addr", "localhost:0", "-mail-addr", "localhost:0"}, "k", "k"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			urls, stop := startAll(t, io.Discard, test.args...)
			defer stop()
			for target, want := range map[string]string{
				urls["SMSPARTNER_BASE_URL"] + "/me?apiKey=k":             `"creditSms": 1200`,
				urls["SMSPARTNER_BASE_URL"] + "/me?apiKey=wrong":         `"code": 10`,
				urls["VOICEPARTNER_BASE_URL"] + "/me/" + test.voice:      `"credit": "27"`,
				urls["VOICEPARTNER_BASE_URL"] + "/me/wrong":              `"code": 10`,
				urls["MAILPARTNER_BASE_URL"] + "/me?apiKey=" + test.mail: `"creditMail": 1200`,
				urls["MAILPARTNER_BASE_URL"] + "/me?apiKey=wrong":        `"code": 10`,
			} {
				r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, target, nil)
				if err != nil {
					t.Fatal(err)
				}
				if _, body := do(t, r); !strings.Contains(body, want) {
					t.Errorf("no %s from %s in %s", want, target, body)
				}
			}
		})
	}
}

func TestRun_Flags(t *testing.T) {
	t.Parallel()
	baseURL, stop := start(t, io.Discard, "-addr", "localhost:0", "-api-key", "k", "-delivery-delay", "1s", "-latency", "1ns",
		"-client-error-status", "-unix-dates", "-international-numbers", "-numbers-as-strings", "-flags-as-strings",
		"-escape-unicode", "-errors-key", "errors", "-english")
	defer stop()
	_, body := read(t, baseURL, url.Values{"apiKey": {"k"}, "messageId": {"1111"}, "phoneNumber": {"0600000000"}})
	for _, want := range []string{`"date": "1423345186"`, `"number": "+33600000000"`, `"cost": "0.045"`, `"stopSms": "0"`} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s in %s", want, body)
		}
	}
	status, body := read(t, baseURL, url.Values{"apiKey": {"wrong"}})
	if status != http.StatusForbidden || !strings.Contains(body, "Invalid API key") {
		t.Errorf("a wrong key is answered with %d %s", status, body)
	}
}

func TestRun_Degraded(t *testing.T) {
	t.Parallel()
	baseURL, stop := start(t, io.Discard, "-degraded")
	defer stop()
	if _, body := read(t, baseURL, nil); !strings.Contains(body, "Request queued for processing") {
		t.Errorf("the answer is %s", body)
	}
}

func TestRun_Refuses(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{
		{"-addr", "0.0.0.0:0"},
		{"-addr", ":0"},
		{"-voice-addr", "0.0.0.0:0"},
		{"-mail-addr", "192.0.2.1:0"},
		{"-unknown"},
		{"argument"},
		{"-errors-key", "other"},
		{"-latency", "x"},
		{"-client-error-status=x"},
		{"-recorded=x"},
	} {
		var stdout strings.Builder
		// Ended before it starts, so that one that does start ends at once.
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if err := run(ctx, args, &stdout, io.Discard); err == nil || errors.Is(err, context.Canceled) {
			t.Errorf("%q: run returned %v", args, err)
		}
		if stdout.Len() > 0 {
			t.Errorf("%q: printed %q", args, stdout.String())
		}
	}
}

func TestRun_Help(t *testing.T) {
	t.Parallel()
	var stdout, stderr strings.Builder
	if err := run(t.Context(), []string{"-help"}, &stdout, &stderr); !errors.Is(err, flag.ErrHelp) {
		t.Errorf("run returned %v", err)
	}
	if stdout.Len() > 0 {
		t.Errorf("printed %q", stdout.String())
	}
	for _, want := range []string{simulator.OutcomesHelp(), "-delivery-delay", "-addr"} {
		if !strings.Contains(stderr.String(), want) {
			t.Errorf("the help does not mention %q", want)
		}
	}
}

// full refuses what is written to it.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestRun_NobodyReads(t *testing.T) {
	t.Parallel()
	if err := run(t.Context(), nil, full{}, io.Discard); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("run returned %v", err)
	}
}
