// Package provider puts the services together: the provider's schema, its
// configuration and the list of its types.
package provider

import (
	"context"

	tffunction "github.com/hashicorp/terraform-plugin-framework/function"
	"github.com/hashicorp/terraform-plugin-framework/provider"
	"github.com/hashicorp/terraform-plugin-framework/provider/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
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

// Name is what the name of each type starts with.
const Name = "smspartner"

type smspartnerProvider struct {
	version   string
	lookupEnv func(variable string) (value string, found bool)
	services  []framework.Service
	// data is the result of Configure; nil before.
	data *framework.ProviderData
}

func (p *smspartnerProvider) Metadata(_ context.Context, _ provider.MetadataRequest, resp *provider.MetadataResponse) {
	resp.TypeName = Name
	resp.Version = p.version
}

func (p *smspartnerProvider) Schema(_ context.Context, _ provider.SchemaRequest, resp *provider.SchemaResponse) {
	attributes := map[string]schema.Attribute{
		"default_region": schema.StringAttribute{
			Optional: true,
			MarkdownDescription: "The country in which phone numbers without an international prefix are read, as two letters of ISO 3166. " +
				"It can be set with `" + envDefaultRegion + "` instead. Default: `FR`.",
			Validators: []validator.String{validate.String("a country as two letters of ISO 3166", phone.CheckRegion)},
		},
		"request_timeout": schema.StringAttribute{
			Optional: true,
			MarkdownDescription: "How long to wait for the complete answer to one request, as a duration such as `10s`: at least `1s`. " +
				"Each retry gets the same time. Default: `10s`.",
			Validators: []validator.String{validate.String("a duration of at least 1s", validate.Duration(shortestTimeout))},
		},
		"max_retries": schema.NumberAttribute{
			Optional: true,
			MarkdownDescription: "How many times to retry a failed request, 0 to 20, with growing pauses: after a failure of the network or the server, or after " +
				"too many requests (HTTP 429). A write is repeated only if it can't have been carried out, or after HTTP 429. `0` turns retries off. Default: `4`.",
			Validators: []validator.Number{validate.Whole(0, mostRetries)},
		},
	}
	for _, of := range product.All() {
		attributes[of.KeyArgument] = keyAttribute(of)
		attributes[of.URLArgument] = urlAttribute(of)
	}
	resp.Schema = schema.Schema{
		MarkdownDescription: "Sends SMS through [SMS Partner](https://www.smspartner.fr) and checks their delivery.",
		Attributes:          attributes,
	}
}

func keyAttribute(of product.Product) schema.Attribute {
	otherwise := ""
	if of.TakesKeyOfSMS() {
		otherwise = " Default: the key of " + product.SMS.Name + "."
	}
	return schema.StringAttribute{
		Optional:  true,
		Sensitive: true,
		MarkdownDescription: "The account's API key, from the API page of the " + of.Name + " dashboard. It can be set with the environment variable " +
			"`" + of.KeyVariable + "` instead, which keeps it out of the configuration. The provider writes it to no state, plan, log or error." + otherwise,
		Validators: []validator.String{validate.String("an API key, without blanks", checkAPIKey(of))},
	}
}

func urlAttribute(of product.Product) schema.Attribute {
	return schema.StringAttribute{
		Optional: true,
		MarkdownDescription: "The address of the " + of.Name + " API, to be set for a proxy or a simulator: https, or http on this machine. " +
			"It can be set with `" + of.URLVariable + "` instead. Default: `" + of.DefaultURL + "`.",
		Validators: []validator.String{validate.String("an http or https address without a query", checkBaseURL(of))},
	}
}

// Functions lists the provider's functions.
func (p *smspartnerProvider) Functions(context.Context) []func() tffunction.Function {
	return function.Functions()
}
