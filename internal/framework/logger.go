package framework

import (
	"context"
	"log/slog"
	"slices"

	"github.com/hashicorp/terraform-plugin-log/tflog"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// NewLogger returns a logger that writes to Terraform's log, so that package
// partner needs to know nothing of Terraform.
func NewLogger() *slog.Logger { return slog.New(logHandler{}) }

// logHandler relies on the context of each line, which carries Terraform's own logger; that
// logger applies TF_LOG.
type logHandler struct {
	attrs []slog.Attr
}

func (logHandler) Enabled(context.Context, slog.Level) bool { return true }

func (h logHandler) WithAttrs(attrs []slog.Attr) slog.Handler {
	return logHandler{append(slices.Clip(h.attrs), attrs...)}
}

// WithGroup ignores groups: Terraform's fields are flat.
func (h logHandler) WithGroup(string) slog.Handler { return h }

func (h logHandler) Handle(ctx context.Context, r slog.Record) error {
	fields := make(map[string]any, len(h.attrs)+r.NumAttrs())
	add := func(a slog.Attr) bool {
		fields[a.Key] = a.Value.Resolve().String()
		return true
	}
	for _, a := range h.attrs {
		add(a)
	}
	r.Attrs(add)
	switch {
	case r.Level <= partner.LevelTrace:
		tflog.Trace(ctx, r.Message, fields)
	case r.Level <= slog.LevelDebug:
		tflog.Debug(ctx, r.Message, fields)
	case r.Level <= slog.LevelInfo:
		tflog.Info(ctx, r.Message, fields)
	case r.Level <= slog.LevelWarn:
		tflog.Warn(ctx, r.Message, fields)
	default:
		tflog.Error(ctx, r.Message, fields)
	}
	return nil
}
