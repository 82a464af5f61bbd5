package framework_test

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

func TestDataSourceBase_Configure(t *testing.T) {
	t.Parallel()
	data := &framework.ProviderData{DefaultRegion: "BE"}
	for name, test := range map[string]struct {
		given any
		keeps *framework.ProviderData
		want  diag.Diagnostics
	}{
		"data":           {data, data, nil},
		"validates only": {nil, nil, nil},
		"something else": {"data", nil, diag.Diagnostics{diag.NewErrorDiagnostic("Unable to configure the data source",
			"The provider passed it a string. This is a bug of the provider: please report it.")}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var base framework.DataSourceBase
			var resp datasource.ConfigureResponse
			base.Configure(t.Context(), datasource.ConfigureRequest{ProviderData: test.given}, &resp)
			if base.ProviderData != test.keeps || !resp.Diagnostics.Equal(test.want) {
				t.Errorf("keeps %v, %v", base.ProviderData, resp.Diagnostics)
			}
		})
	}
}

func TestEphemeralBase_Configure(t *testing.T) {
	t.Parallel()
	data := &framework.ProviderData{DefaultRegion: "BE"}
	var base framework.EphemeralBase
	var resp ephemeral.ConfigureResponse
	base.Configure(t.Context(), ephemeral.ConfigureRequest{ProviderData: data}, &resp)
	base.Configure(t.Context(), ephemeral.ConfigureRequest{}, &resp)
	if base.ProviderData != data || len(resp.Diagnostics) > 0 {
		t.Errorf("keeps %v, %v", base.ProviderData, resp.Diagnostics)
	}
	base.Configure(t.Context(), ephemeral.ConfigureRequest{ProviderData: 1}, &resp)
	want := diag.Diagnostics{diag.NewErrorDiagnostic("Unable to configure the ephemeral resource",
		"The provider passed it a int. This is a bug of the provider: please report it.")}
	if base.ProviderData != data || !resp.Diagnostics.Equal(want) {
		t.Errorf("keeps %v, %v", base.ProviderData, resp.Diagnostics)
	}
}

func TestProviderData_SMS(t *testing.T) {
	t.Parallel()
	with := func(access framework.Access) *framework.ProviderData {
		return &framework.ProviderData{Access: map[product.Product]framework.Access{product.SMS: access}}
	}
	reached := with(framework.Access{Config: &partner.Config{}})
	first, _ := reached.SMS("Unable to read")
	if got, diags := reached.SMS("Unable to read"); got == nil || got != first || len(diags) > 0 {
		t.Errorf("got %v, %v", got, diags)
	}

	const advice = " will be known only after something else is applied.\n\n" +
		"Use values that are known before the run, such as variables, or the provider's environment variables. " +
		"Otherwise, first apply what they come from with -target."
	for name, test := range map[string]struct {
		data *framework.ProviderData
		what string
	}{
		"not configured": {nil, "The provider is not configured. This is a bug of the provider: please report it."},
		"key unknown":    {with(framework.Access{Unknown: []string{"api_key"}}), "The provider is needed now, but its api_key" + advice},
		"two unknown":    {with(framework.Access{Unknown: []string{"api_key", "base_url"}}), "The provider is needed now, but its api_key and base_url" + advice},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, diags := test.data.SMS("Unable to read message status")
			want := diag.Diagnostics{diag.NewErrorDiagnostic("Unable to read message status", test.what)}
			if got != nil || !diags.Equal(want) {
				t.Errorf("got %v, %v", got, diags)
			}
		})
	}
}
