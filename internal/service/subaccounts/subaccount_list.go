package subaccounts

import (
	"context"
	"fmt"
	"iter"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/list"
	"github.com/hashicorp/terraform-plugin-framework/list/schema"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/subaccount"
)

var _ list.ListResourceWithConfigure = (*subaccountList)(nil)

// subaccountList finds the sub-accounts that can be imported.
type subaccountList struct{ subaccountResource }

func (l *subaccountList) ListResourceConfigSchema(_ context.Context, _ list.ListResourceSchemaRequest, resp *list.ListResourceSchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Lists the sub-accounts of the account" + l.kind.whose + ", so that `terraform query` can write their configuration.\n\n" +
			"The vendor's call is `GET subaccount/list`, of which each page is read when it is needed.",
	}
}

func (l *subaccountList) List(ctx context.Context, req list.ListRequest, stream *list.ListResultsStream) {
	client, diags := l.kind.client(l.ProviderData, unableToList)
	if diags.HasError() {
		stream.Results = list.ListResultsStreamDiagnostics(diags)
		return
	}
	stream.Results = framework.ListResults(ctx, req, identified(client.All(ctx)),
		func(s subaccount.Subaccount) framework.Listed {
			return framework.Listed{Identity: map[string]string{"email": *s.Email}, Name: *s.Email, Model: l.kind.model(&keptModel{subaccountModel: newSubaccountModel(s)})}
		},
		func(err error) diag.Diagnostic { return diagnostic.FromError(unableToList, err, diagnostic.Faults{}) })
}

// identified ends with an error at a sub-account without an e-mail address, which can't be
// imported.
func identified(all iter.Seq2[subaccount.Subaccount, error]) iter.Seq2[subaccount.Subaccount, error] {
	return func(yield func(subaccount.Subaccount, error) bool) {
		for s, err := range all {
			if err == nil && s.Email == nil {
				err = fmt.Errorf("the vendor's list has no e-mail address of one sub-account, which is its identity: give it one in the dashboard")
			}
			if !yield(s, err) || err != nil {
				return
			}
		}
	}
}
