package rental

import (
	"context"
	"fmt"
	"io"

	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/action/schema"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

var (
	_ action.ActionWithConfigure      = (*downloadRentalAction)(nil)
	_ action.ActionWithValidateConfig = (*downloadRentalAction)(nil)
)

func newDownloadRentalAction() action.Action { return &downloadRentalAction{} }

// downloadRentalAction downloads the file of a rental each time the action is invoked.
type downloadRentalAction struct{ framework.ActionBase }

type downloadRentalModel struct {
	Token     types.String `tfsdk:"token"`
	Path      types.String `tfsdk:"path"`
	Overwrite types.Bool   `tfsdk:"overwrite"`
}

func (*downloadRentalAction) Metadata(_ context.Context, _ action.MetadataRequest, resp *action.MetadataResponse) {
	resp.TypeName = "smspartner_download_rental"
}

func (*downloadRentalAction) Schema(_ context.Context, _ action.SchemaRequest, resp *action.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Downloads the phone numbers of a rental into a file on the machine that runs Terraform.\n\n" +
			"~> **This may be possible once only**, and the file holds personal data: the phone numbers of people. The vendor does not say how often a file can be downloaded, but its codes name a " +
			"file that was used already. Actions need Terraform 1.14 or later; OpenTofu has none.\n\n" +
			"Before it asks for the file, the action proves that it can write: it makes `<path>.partial-<digits>` in the same folder, and fills it with 1 MiB for a moment. The download goes into this partial file, which moves to `path` when it is complete. " +
			"Only the owner can read the file (mode 0600); on Windows, those who can read the folder can.\n\n" +
			"If the download fails after its first byte, what came stays in the partial file, and the error names it. A web page, or another answer that does not look like a file, stays there too, " +
			"and so do the first 512 MiB of a longer file. A refusal leaves nothing behind. " +
			"One Ctrl-C does not cut off a download under way, which ends if nothing comes for the provider's `request_timeout`; a second one does, and leaves the partial file. " +
			"An `action_trigger` does not fire again for a resource that is there: after a failure, run `terraform apply -invoke=action.smspartner_download_rental.NAME`, with the name of the action's block. " +
			"A request that never left, or was refused with HTTP 429, is made again; no other is.\n\n" +
			"The form of the file is not documented. It can be downloaded when the data source [`smspartner_rental_status`](../data-sources/rental_status.md) says `ready`. " +
			"The vendor's call is `GET location/file/download`.",
		Attributes: map[string]schema.Attribute{
			"token": schema.StringAttribute{
				Required:            true,
				MarkdownDescription: "The token of the rental, from the attribute `token` of [`smspartner_contact_rental`](../resources/contact_rental.md). No message shows it.",
			},
			"path": schema.StringAttribute{
				Required: true,
				MarkdownDescription: "The file to make, such as `\"${path.root}/numbers.csv\"`. Its folder must exist. A relative path starts at the folder in which Terraform runs, and `~` is not expanded: " +
					"use `pathexpand()`. A symbolic link is refused.",
			},
			"overwrite": schema.BoolAttribute{
				Optional:            true,
				MarkdownDescription: "`true` replaces a file that is at `path` already, once the new one is complete. With `false`, such a file is an error, and nothing is downloaded. Default: `false`.",
			},
		},
	}
}

// ValidateConfig refuses what is wrong on any machine: the plan may be made on another one.
func (*downloadRentalAction) ValidateConfig(ctx context.Context, req action.ValidateConfigRequest, resp *action.ValidateConfigResponse) {
	var config downloadRentalModel
	if resp.Diagnostics.Append(req.Config.Get(ctx, &config)...); !resp.Diagnostics.HasError() {
		resp.Diagnostics.Append(config.check()...)
	}
}

// check accepts unknown values.
func (m downloadRentalModel) check() diag.Diagnostics {
	var diags diag.Diagnostics
	for name, test := range map[string]struct {
		value types.String
		rule  validate.Rule
	}{
		"token": {m.Token, checkToken},
		"path":  {m.Path, checkPath(m.Token)},
	} {
		if test.value.IsUnknown() {
			continue
		}
		if err := test.rule(test.value.ValueString()); err != nil {
			diags.Append(validate.Invalid(path.Root(name), err))
		}
	}
	return diags
}

func (a *downloadRentalAction) Invoke(ctx context.Context, req action.InvokeRequest, resp *action.InvokeResponse) {
	var config downloadRentalModel
	resp.Diagnostics.Append(req.Config.Get(ctx, &config)...)
	client, diags := a.SMS(unableToDownload)
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}
	// Engines do not validate again what was unknown in the plan.
	if resp.Diagnostics.Append(config.check()...); resp.Diagnostics.HasError() {
		return
	}
	progress := func(format string, args ...any) {
		resp.SendProgress(action.InvokeProgressEvent{Message: fmt.Sprintf(format, args...)})
	}
	to := config.Path.ValueString()
	progress("Downloading the file of the rental to %q.", to)
	n, diags := download(ctx, to, config.Overwrite.ValueBool(), func(ctx context.Context, w io.Writer) (int64, error) {
		return client.RentalFile(ctx, config.Token.ValueString(), w)
	})
	if resp.Diagnostics.Append(diags...); !resp.Diagnostics.HasError() {
		progress("Downloaded %d bytes to %q.", n, to)
	}
}
