package stops

import (
	"cmp"
	"context"
	"iter"

	"github.com/hashicorp/terraform-plugin-framework/list"
	"github.com/hashicorp/terraform-plugin-framework/list/schema"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

var _ list.ListResourceWithConfigure = (*stopNumberList)(nil)

func newStopNumberList() list.ListResource { return &stopNumberList{} }

// stopNumberList finds the entries of the STOP list that can be imported.
type stopNumberList struct{ stopNumberResource }

func (l *stopNumberList) ListResourceConfigSchema(_ context.Context, _ list.ListResourceSchemaRequest, resp *list.ListResourceSchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Lists the numbers on the account's STOP list, so that `terraform query` can write their configuration. " +
			"Destroying what was imported lifts the opt-out.\n\n" +
			"The vendor's call is `GET stop-sms/list`.",
	}
}

func (l *stopNumberList) List(ctx context.Context, req list.ListRequest, stream *list.ListResultsStream) {
	client, diags := l.SMS(unableToListStops)
	if diags.HasError() {
		stream.Results = list.ListResultsStreamDiagnostics(diags)
		return
	}
	stream.Results = framework.ListResults(ctx, req, stopsOf(ctx, client), func(s sms.StopNumber) framework.Listed {
		model := newStopModel(s)
		return framework.Listed{Identity: map[string]string{"id": s.ID}, Name: cmp.Or(model.PhoneNumber.ValueString(), s.ID), Model: model}
	}, explainList)
}

func stopsOf(ctx context.Context, client *sms.Client) iter.Seq2[sms.StopNumber, error] {
	return func(yield func(sms.StopNumber, error) bool) {
		stops, err := client.StopNumbers(ctx)
		if err != nil {
			yield(sms.StopNumber{}, err)
			return
		}
		for _, stop := range stops {
			if !yield(stop, nil) {
				return
			}
		}
	}
}
