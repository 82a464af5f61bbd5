package main

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"sync"
)

// journal keeps what the simulator logs: a line for each request.
type journal struct {
	mu    sync.Mutex
	lines []string
}

// Enabled implements [slog.Handler].
func (j *journal) Enabled(context.Context, slog.Level) bool { return true }

// WithAttrs implements [slog.Handler]. The simulator logs without.
func (j *journal) WithAttrs([]slog.Attr) slog.Handler { return j }

// WithGroup implements [slog.Handler]. The simulator logs without.
func (j *journal) WithGroup(string) slog.Handler { return j }

// Handle implements [slog.Handler]: it keeps what was asked, and what was answered.
func (j *journal) Handle(_ context.Context, record slog.Record) error {
	values := map[string]string{}
	var about []string
	record.Attrs(func(a slog.Attr) bool {
		switch a.Key {
		case "method", "path", "status", "code":
			values[a.Key] = a.Value.String()
		case "scripted", "violations", "took":
		default:
			about = append(about, a.Key+" "+a.Value.String())
		}
		return true
	})
	line := fmt.Sprintf("%s %s, %s: HTTP %s, code %s", values["method"], values["path"], strings.Join(about, ", "), values["status"], values["code"])
	j.mu.Lock()
	defer j.mu.Unlock()
	j.lines = append(j.lines, line)
	return nil
}

// take returns the lines since it was called last. A line that repeats the one before
// stands there once, with how often it came.
func (j *journal) take() []string {
	j.mu.Lock()
	defer j.mu.Unlock()
	var taken []string
	for i := 0; i < len(j.lines); {
		next := i + 1
		for next < len(j.lines) && j.lines[next] == j.lines[i] {
			next++
		}
		line := j.lines[i]
		if times := next - i; times > 1 {
			line = fmt.Sprintf("%s, %d times", line, times)
		}
		taken = append(taken, line)
		i = next
	}
	j.lines = nil
	return taken
}
