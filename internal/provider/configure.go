package provider

import (
	"context"
	"fmt"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/provider"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

const (
	envAPIKey        = "SMSPARTNER_API_KEY" //nolint:gosec // the name of a variable
	envBaseURL       = "SMSPARTNER_BASE_URL"
	envDefaultRegion = "SMSPARTNER_DEFAULT_REGION"

	defaultRequestTimeout = 10 * time.Second
	defaultMaxRetries     = 4
)

// Configure makes the client. It makes no request: a wrong key shows when it is
// first used.
func (p *smspartnerProvider) Configure(ctx context.Context, req provider.ConfigureRequest, resp *provider.ConfigureResponse) {
	var config model
	if resp.Diagnostics.Append(req.Config.Get(ctx, &config)...); resp.Diagnostics.HasError() {
		return
	}
	data := &framework.ProviderData{Unknown: config.unknown()}
	resp.DataSourceData = data
	resp.ResourceData = data
	resp.EphemeralResourceData = data
	resp.ActionData = data
	resp.ListResourceData = data
	settings := settings{lookupEnv: p.lookupEnv, diags: &resp.Diagnostics}
	if !config.DefaultRegion.IsUnknown() {
		// A key that is known only after something else is applied does not change how
		// numbers are read, and so which sends a plan replaces.
		data.DefaultRegion = settings.text("default_region", config.DefaultRegion, envDefaultRegion, phone.DefaultRegion, phone.CheckRegion)
	}
	if len(data.Unknown) > 0 {
		return
	}
	key := settings.text("api_key", config.APIKey, envAPIKey, "", checkAPIKey)
	baseURL := settings.text("base_url", config.BaseURL, envBaseURL, sms.DefaultBaseURL, checkBaseURL)
	if resp.Diagnostics.HasError() {
		return
	}
	if key == "" {
		resp.Diagnostics.AddAttributeError(path.Root("api_key"), "Missing API key",
			"Set the environment variable "+envAPIKey+", or api_key in the provider block, to the key on the API page of the SMS Partner dashboard.")
		return
	}
	timeout, err := time.ParseDuration(config.RequestTimeout.ValueString())
	if err != nil {
		timeout = defaultRequestTimeout // null; anything else was validated
	}
	retries := int64(defaultMaxRetries)
	if !config.MaxRetries.IsNull() {
		retries, _ = config.MaxRetries.ValueBigFloat().Int64() // a whole number, as it was validated
	}
	data.Client = sms.New(partner.Config{
		BaseURL:        baseURL,
		APIKey:         key,
		UserAgent:      fmt.Sprintf("terraform-provider-smspartner/%s (Terraform %s)", p.version, req.TerraformVersion),
		RequestTimeout: timeout,
		MaxRetries:     int(retries),
		Logger:         framework.NewLogger(),
	})
}

// unknown names the arguments that have no value yet, for the plan of a
// configuration in which they come from something that is not applied.
func (m *model) unknown() []string {
	var names []string
	for _, argument := range []struct {
		name  string
		value attr.Value
	}{
		{"api_key", m.APIKey},
		{"base_url", m.BaseURL},
		{"default_region", m.DefaultRegion},
		{"request_timeout", m.RequestTimeout},
		{"max_retries", m.MaxRetries},
	} {
		if argument.value.IsUnknown() {
			names = append(names, argument.name)
		}
	}
	return names
}

type settings struct {
	lookupEnv func(string) (string, bool)
	diags     *diag.Diagnostics
}

// text returns the value of an argument: from the configuration, else from the
// environment, else the default. What comes from the environment has not been
// validated yet.
func (s settings) text(name string, value types.String, variable, otherwise string, rule validate.Rule) string {
	if !value.IsNull() {
		return value.ValueString()
	}
	fromEnvironment, ok := s.lookupEnv(variable)
	if !ok || fromEnvironment == "" {
		return otherwise
	}
	if err := rule(fromEnvironment); err != nil {
		s.diags.AddAttributeError(path.Root(name), "Invalid environment variable "+variable, validate.Sentence(err))
	}
	return fromEnvironment
}
