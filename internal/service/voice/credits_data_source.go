package voice

import (
	"context"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/voice"
)

var _ datasource.DataSourceWithConfigure = (*creditsDataSource)(nil)

func newCreditsDataSource() datasource.DataSource { return &creditsDataSource{} }

// creditsDataSource asks for the balance of Voice Partner.
type creditsDataSource struct {
	framework.DataSourceBase
}

type creditsModel struct {
	Credit        types.Number `tfsdk:"credit"`
	Currency      types.String `tfsdk:"currency"`
	TTS           types.Int64  `tfsdk:"tts"`
	TTSFixe       types.Int64  `tfsdk:"tts_fixe"`
	VoiceMessages types.Int64  `tfsdk:"voice_messages"`
}

func (d *creditsDataSource) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_voice_credits"
}

func (d *creditsDataSource) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Asks Voice Partner for the account's balance and what it buys.\n\n" +
			"The vendor's call is `GET me/{apiKey}`. It may be made 5 times a minute: a run that reads more of these data sources waits.",
		Attributes: map[string]schema.Attribute{
			"credit":   schema.NumberAttribute{Computed: true, MarkdownDescription: "The balance, in `currency`."},
			"currency": schema.StringAttribute{Computed: true, MarkdownDescription: "The currency of `credit` as the vendor writes it: the sign `€`, where other answers have `EUR`."},
			"tts": schema.Int64Attribute{
				Computed:            true,
				MarkdownDescription: "How many seconds of speech to mobile phones the balance buys. Vendor's name: `details.tts`, in hours, minutes and seconds.",
			},
			"tts_fixe": schema.Int64Attribute{
				Computed:            true,
				MarkdownDescription: "How many seconds of speech to landlines the balance buys. Vendor's name: `details.tts_fixe`.",
			},
			"voice_messages": schema.Int64Attribute{
				Computed:            true,
				MarkdownDescription: "How many voice messages the balance lets you deposit. Vendor's name: `details.voice.message`.",
			},
		},
	}
}

const unableToReadCredits = "Unable to read voice credits" //nolint:gosec // not credentials

func (d *creditsDataSource) Read(ctx context.Context, _ datasource.ReadRequest, resp *datasource.ReadResponse) {
	client, diags := d.Voice(unableToReadCredits)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	credits, err := client.Credits(ctx)
	if err != nil {
		resp.Diagnostics.Append(diagnostic.FromError(unableToReadCredits, err, diagnostic.Faults{}))
		return
	}
	resp.Diagnostics.Append(diagnostic.Unread("Incomplete voice credits", credits.Unread)...)
	resp.Diagnostics.Append(resp.State.Set(ctx, newCreditsModel(credits))...)
}

func newCreditsModel(c *voice.Credits) *creditsModel {
	return &creditsModel{
		Credit:        framework.AmountValue(c.Credit),
		Currency:      types.StringPointerValue(c.Currency),
		TTS:           secondsValue(c.TTS),
		TTSFixe:       secondsValue(c.TTSFixe),
		VoiceMessages: types.Int64PointerValue(c.VoiceMessages),
	}
}

func secondsValue(d *time.Duration) types.Int64 {
	if d == nil {
		return types.Int64Null()
	}
	return types.Int64Value(int64(*d / time.Second))
}
