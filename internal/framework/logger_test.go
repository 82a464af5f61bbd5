package framework_test

import (
	"bytes"
	"log/slog"
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-log/tflogtest"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

func TestNewLogger_Levels(t *testing.T) {
	t.Parallel()
	for level, want := range map[slog.Level]string{
		partner.LevelTrace:  "trace",
		slog.LevelDebug:     "debug",
		slog.LevelInfo:      "info",
		slog.LevelWarn:      "warn",
		slog.LevelError:     "error",
		slog.LevelError + 4: "error",
	} {
		t.Run(want, func(t *testing.T) {
			t.Parallel()
			var output bytes.Buffer
			ctx := tflogtest.RootLogger(t.Context(), &output)
			framework.NewLogger().Log(ctx, level, "Asking the vendor")
			if line := onlyLine(t, &output); line["@level"] != want || line["@message"] != "Asking the vendor" {
				t.Errorf("got %v, want level %s", line, want)
			}
		})
	}
}

func TestNewLogger_Fields(t *testing.T) {
	t.Parallel()
	var output bytes.Buffer
	ctx := tflogtest.RootLogger(t.Context(), &output)
	base := framework.NewLogger().With("operation", "message-status").With("host", "localhost").With("product", "SMS Partner")
	// Each takes its own copy: the second must not reach the first.
	first, second := base.With("attempt", 1), base.WithGroup("ignored").With("attempt", 2)
	first.DebugContext(ctx, "Answer", slog.Duration("took", 1500*time.Millisecond), "status", 200)
	second.DebugContext(ctx, "Answer")

	lines, err := tflogtest.MultilineJSONDecode(&output)
	if err != nil {
		t.Fatal(err)
	}
	want := []map[string]any{
		{"operation": "message-status", "host": "localhost", "product": "SMS Partner", "attempt": "1", "took": "1.5s", "status": "200"},
		{"operation": "message-status", "host": "localhost", "product": "SMS Partner", "attempt": "2"},
	}
	if !slices.EqualFunc(lines, want, func(got, want map[string]any) bool { return maps.Equal(fields(got), want) }) {
		t.Errorf("got %v, want %v", lines, want)
	}
}

// Without Terraform's logger in the context there is nowhere to write.
func TestNewLogger_NoTerraform(t *testing.T) {
	t.Parallel()
	framework.NewLogger().InfoContext(t.Context(), "nobody reads this")
}

func onlyLine(t *testing.T, output *bytes.Buffer) map[string]any {
	t.Helper()
	lines, err := tflogtest.MultilineJSONDecode(output)
	if err != nil || len(lines) != 1 {
		t.Fatalf("got %v, %v; want one line", lines, err)
	}
	return lines[0]
}

// fields are the parts of a line that its writer gave it.
func fields(line map[string]any) map[string]any {
	maps.DeleteFunc(line, func(name string, _ any) bool { return name[0] == '@' })
	return line
}
