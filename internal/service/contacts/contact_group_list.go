package contacts

import (
	"context"
	"iter"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/list"
	"github.com/hashicorp/terraform-plugin-framework/list/schema"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

var _ list.ListResourceWithConfigure = (*contactGroupList)(nil)

func newContactGroupList() list.ListResource { return &contactGroupList{} }

// contactGroupList finds the contact groups that can be imported.
type contactGroupList struct{ contactGroupResource }

func (l *contactGroupList) ListResourceConfigSchema(_ context.Context, _ list.ListResourceSchemaRequest, resp *list.ListResourceSchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Lists the contact groups of the account, so that `terraform query` can write their configuration.\n\n" +
			"The vendor's call is `GET group/list`.",
	}
}

func (l *contactGroupList) List(ctx context.Context, req list.ListRequest, stream *list.ListResultsStream) {
	const summary = "Unable to list contact groups"
	client, diags := l.SMS(summary)
	if diags.HasError() {
		stream.Results = list.ListResultsStreamDiagnostics(diags)
		return
	}
	stream.Results = framework.ListResults(ctx, req, groupsOf(ctx, client),
		func(g sms.Group) framework.Listed {
			model := newGroupModel(g)
			return framework.Listed{Identity: map[string]string{"id": g.ID}, Name: model.Name.ValueString(), Model: model}
		},
		func(err error) diag.Diagnostic { return diagnostic.FromError(summary, err, diagnostic.Faults{}) })
}

func groupsOf(ctx context.Context, client *sms.Client) iter.Seq2[sms.Group, error] {
	return func(yield func(sms.Group, error) bool) {
		groups, err := client.Groups(ctx)
		if err != nil {
			yield(sms.Group{}, err)
			return
		}
		for _, group := range groups {
			if !yield(group, nil) {
				return
			}
		}
	}
}
