package provider

import (
	"context"
	"fmt"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/provider"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
)

const (
	envDefaultRegion = "SMSPARTNER_DEFAULT_REGION"

	defaultRequestTimeout = 10 * time.Second
	defaultMaxRetries     = 4
)

// Configure settles how to reach each of the three products. It makes no request: a wrong
// key shows at its first use, and a missing key when a type needs it.
func (p *smspartnerProvider) Configure(ctx context.Context, req provider.ConfigureRequest, resp *provider.ConfigureResponse) {
	data := &framework.ProviderData{Access: map[product.Product]framework.Access{}}
	p.data = data
	resp.DataSourceData = data
	resp.ResourceData = data
	resp.EphemeralResourceData = data
	resp.ActionData = data
	resp.ListResourceData = data

	s := settings{config: req.Config, lookupEnv: p.lookupEnv, diags: &resp.Diagnostics}
	timeout, retries := s.get(ctx, "request_timeout"), s.get(ctx, "max_retries")
	region := s.text(ctx, "default_region", envDefaultRegion, phone.CheckRegion).orElse(phone.DefaultRegion)
	// An unknown key does not change how numbers are read, and so does not change which
	// sends a plan replaces.
	data.DefaultRegion = region.text()

	var keyOfSMS setting
	for _, of := range product.All() { // SMS Partner first
		key := s.text(ctx, of.KeyArgument, of.KeyVariable, checkAPIKey(of))
		url := s.text(ctx, of.URLArgument, of.URLVariable, checkBaseURL(of)).orElse(of.DefaultURL)
		switch {
		case of == product.SMS:
			keyOfSMS = key
		case key.isNull():
			key = keyOfSMS
		}
		if resp.Diagnostics.HasError() || key.isNull() {
			continue
		}
		needed := []setting{key, url, timeout, retries}
		if of != product.Mail { // which has no phone numbers
			needed = append(needed, region)
		}
		access := framework.Access{Unknown: unknown(needed)}
		if len(access.Unknown) == 0 {
			access.Config = &partner.Config{
				BaseURL:        url.text(),
				APIKey:         key.text(),
				UserAgent:      fmt.Sprintf("terraform-provider-smspartner/%s (Terraform %s)", p.version, req.TerraformVersion),
				RequestTimeout: timeoutOf(timeout),
				MaxRetries:     retriesOf(retries),
				Logger:         framework.NewLogger(),
			}
		}
		data.Access[of] = access
	}
}

// timeoutOf reads request_timeout, which was validated as a duration.
func timeoutOf(s setting) time.Duration {
	timeout, err := time.ParseDuration(s.text())
	if err != nil {
		return defaultRequestTimeout // null
	}
	return timeout
}

// retriesOf reads max_retries, which was validated as a whole number.
func retriesOf(s setting) int {
	value, ok := s.value.(types.Number)
	if !ok || value.IsNull() {
		return defaultMaxRetries
	}
	retries, _ := value.ValueBigFloat().Int64()
	return int(retries)
}
