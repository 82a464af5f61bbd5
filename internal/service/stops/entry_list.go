package stops

import (
	"cmp"
	"context"
	"iter"

	"github.com/hashicorp/terraform-plugin-framework/list"
	"github.com/hashicorp/terraform-plugin-framework/list/schema"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
)

var _ list.ListResourceWithConfigure = (*entryList)(nil)

// entryList finds the entries that can be imported.
type entryList struct{ entryResource }

func (l *entryList) ListResourceConfigSchema(_ context.Context, _ list.ListResourceSchemaRequest, resp *list.ListResourceSchemaResponse) {
	resp.Schema = schema.Schema{MarkdownDescription: l.kind.descriptions.list}
}

func (l *entryList) List(ctx context.Context, req list.ListRequest, stream *list.ListResultsStream) {
	stops, diags := l.kind.open(l.ProviderData, l.kind.unableToList())
	if diags.HasError() {
		stream.Results = list.ListResultsStreamDiagnostics(diags)
		return
	}
	stream.Results = framework.ListResults(ctx, req, stops.all(ctx), func(e entry) framework.Listed {
		m := newModel(e)
		return framework.Listed{Identity: map[string]string{"id": e.id}, Name: cmp.Or(m.recipient.ValueString(), e.id), Model: l.kind.object(ctx, m)}
	}, l.kind.explainList)
}

func (l stopList) all(ctx context.Context) iter.Seq2[entry, error] {
	return func(yield func(entry, error) bool) {
		entries, err := l.calls.list(ctx)
		if err != nil {
			yield(entry{}, err)
			return
		}
		for _, e := range entries {
			if !yield(e, nil) {
				return
			}
		}
	}
}
