// Package provider puts the services together: the provider's schema, its
// configuration and the list of its types.
package provider

import (
	"context"
	"os"

	tffunction "github.com/hashicorp/terraform-plugin-framework/function"
	"github.com/hashicorp/terraform-plugin-framework/provider"
	"github.com/hashicorp/terraform-plugin-framework/provider/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/function"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
)

var (
	_ provider.ProviderWithEphemeralResources = (*smspartnerProvider)(nil)
	_ provider.ProviderWithListResources      = (*smspartnerProvider)(nil)
	_ provider.ProviderWithActions            = (*smspartnerProvider)(nil)
	_ provider.ProviderWithFunctions          = (*smspartnerProvider)(nil)
)

// New returns a function that makes the provider; version is that of the
// release, or "dev".
func New(version string) func() provider.Provider {
	return func() provider.Provider {
		return &smspartnerProvider{version: version, lookupEnv: os.LookupEnv, services: Services()}
	}
}

// Name is what the name of each type starts with.
const Name = "smspartner"

type smspartnerProvider struct {
	version   string
	lookupEnv func(variable string) (value string, found bool)
	services  []framework.Service
}

type model struct {
	APIKey         types.String `tfsdk:"api_key"`
	BaseURL        types.String `tfsdk:"base_url"`
	DefaultRegion  types.String `tfsdk:"default_region"`
	RequestTimeout types.String `tfsdk:"request_timeout"`
	MaxRetries     types.Number `tfsdk:"max_retries"`
}

func (p *smspartnerProvider) Metadata(_ context.Context, _ provider.MetadataRequest, resp *provider.MetadataResponse) {
	resp.TypeName = Name
	resp.Version = p.version
}

func (p *smspartnerProvider) Schema(_ context.Context, _ provider.SchemaRequest, resp *provider.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Sends SMS through [SMS Partner](https://www.smspartner.fr) and checks their delivery.",
		Attributes: map[string]schema.Attribute{
			"api_key": schema.StringAttribute{
				Optional:  true,
				Sensitive: true,
				MarkdownDescription: "The account's API key, from the API page of the SMS Partner dashboard. It can be set with the environment variable " +
					"`SMSPARTNER_API_KEY` instead, which keeps it out of the configuration. The provider writes it to no state, plan, log or error.",
				Validators: []validator.String{validate.String("an API key, without blanks", checkAPIKey)},
			},
			"base_url": schema.StringAttribute{
				Optional: true,
				MarkdownDescription: "The address of the API, for a proxy or a simulator: https; http only for this machine. " +
					"It can be set with `SMSPARTNER_BASE_URL` instead. Default: `https://api.smspartner.fr/v1`.",
				Validators: []validator.String{validate.String("an http or https address without a query", checkBaseURL)},
			},
			"default_region": schema.StringAttribute{
				Optional: true,
				MarkdownDescription: "The country in which phone numbers without an international prefix are read, as two letters of ISO 3166. " +
					"It can be set with `SMSPARTNER_DEFAULT_REGION` instead. Default: `FR`.",
				Validators: []validator.String{validate.String("a country as two letters of ISO 3166", phone.CheckRegion)},
			},
			"request_timeout": schema.StringAttribute{
				Optional: true,
				MarkdownDescription: "How long to wait for the complete answer to one request, as a duration such as `10s`; at least `1s`. " +
					"A retry has the same time again. Default: `10s`.",
				Validators: []validator.String{validate.String("a duration of at least 1s", validate.Duration(shortestTimeout))},
			},
			"max_retries": schema.NumberAttribute{
				Optional: true,
				MarkdownDescription: "How often a request that failed is made again, after a growing pause: when the network or the server failed, or the " +
					"server was asked too often (HTTP 429). `0` turns retries off. Default: `4`.",
				Validators: []validator.Number{validate.Whole(0, mostRetries)},
			},
		},
	}
}

// Functions lists the provider's functions.
func (p *smspartnerProvider) Functions(context.Context) []func() tffunction.Function {
	return function.Functions()
}
