package provider

import (
	"maps"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/provider"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// config is a provider block: a value for each argument that is written.
type config map[string]any

// value is the block as an engine sends it.
func (c config) value(t *testing.T) (tftypes.Value, tfsdk.Config) {
	t.Helper()
	var resp provider.SchemaResponse
	(&smspartnerProvider{}).Schema(t.Context(), provider.SchemaRequest{}, &resp)
	values, kinds := map[string]tftypes.Value{}, map[string]tftypes.Type{}
	for name, attribute := range resp.Schema.Attributes {
		kinds[name] = attribute.GetType().TerraformType(t.Context())
		values[name] = tftypes.NewValue(kinds[name], c[name])
	}
	for name := range c {
		if _, ok := values[name]; !ok {
			t.Fatalf("the provider has no argument %q", name)
		}
	}
	value := tftypes.NewValue(tftypes.Object{AttributeTypes: kinds}, values)
	return value, tfsdk.Config{Raw: value, Schema: resp.Schema}
}

// with adds more arguments.
func (c config) with(more config) config {
	all := maps.Clone(c)
	maps.Copy(all, more)
	return all
}

// environment is what the provider sees of it.
type environment map[string]string

func (e environment) lookup(name string) (string, bool) {
	value, ok := e[name]
	return value, ok
}

// configure runs Configure with this block and this environment.
func configure(t *testing.T, block config, env environment) provider.ConfigureResponse {
	t.Helper()
	_, sent := block.value(t)
	var resp provider.ConfigureResponse
	p := &smspartnerProvider{version: "1.2.3", lookupEnv: env.lookup}
	p.Configure(t.Context(), provider.ConfigureRequest{TerraformVersion: "1.15.0", Config: sent}, &resp)
	return resp
}

// configured is what a Configure that succeeds leaves to the data sources.
func configured(t *testing.T, block config, env environment) *framework.ProviderData {
	t.Helper()
	resp := configure(t, block, env)
	data, ok := resp.DataSourceData.(*framework.ProviderData)
	if !ok || len(resp.Diagnostics) > 0 {
		t.Fatalf("configured with %T, %v", resp.DataSourceData, resp.Diagnostics)
	}
	return data
}

// client is that of SMS Partner.
func client(t *testing.T, data *framework.ProviderData) *sms.Client {
	t.Helper()
	client, diags := data.SMS("Unable to ask")
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	return client
}

func wantError(t *testing.T, got diag.Diagnostics, argument, summary, detail string) {
	t.Helper()
	want := diag.Diagnostics{diag.NewAttributeErrorDiagnostic(path.Root(argument), summary, detail)}
	if !got.Equal(want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}
