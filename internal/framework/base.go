package framework

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral"
	"github.com/hashicorp/terraform-plugin-framework/resource"
)

// DataSourceBase is embedded by every data source. It gives [datasource.DataSource.Read]
// the provider's configuration.
type DataSourceBase struct {
	*ProviderData
}

// Configure keeps the provider's data. An engine that only validates calls it
// with none.
func (b *DataSourceBase) Configure(_ context.Context, req datasource.ConfigureRequest, resp *datasource.ConfigureResponse) {
	b.ProviderData = keep(b.ProviderData, req.ProviderData, "data source", &resp.Diagnostics)
}

// ResourceBase is embedded by every resource. It gives the methods the provider's
// configuration. A list resource inherits this base from its resource.
type ResourceBase struct {
	*ProviderData
}

// Configure keeps the provider's data. An engine that only validates calls it
// with none.
func (b *ResourceBase) Configure(_ context.Context, req resource.ConfigureRequest, resp *resource.ConfigureResponse) {
	b.ProviderData = keep(b.ProviderData, req.ProviderData, "resource", &resp.Diagnostics)
}

// ActionBase is embedded by every action. It gives the methods the provider's
// configuration.
type ActionBase struct {
	*ProviderData
}

// Configure keeps the provider's data. An engine that only validates calls it
// with none.
func (b *ActionBase) Configure(_ context.Context, req action.ConfigureRequest, resp *action.ConfigureResponse) {
	b.ProviderData = keep(b.ProviderData, req.ProviderData, "action", &resp.Diagnostics)
}

// EphemeralBase is embedded by every ephemeral resource. It gives
// [ephemeral.EphemeralResource.Open] the provider's configuration.
type EphemeralBase struct {
	*ProviderData
}

// Configure keeps the provider's data. An engine that only validates calls it
// with none.
func (b *EphemeralBase) Configure(_ context.Context, req ephemeral.ConfigureRequest, resp *ephemeral.ConfigureResponse) {
	b.ProviderData = keep(b.ProviderData, req.ProviderData, "ephemeral resource", &resp.Diagnostics)
}

// keep returns the data that the provider passed, or else the data from before.
func keep(before *ProviderData, handed any, kind string, diags *diag.Diagnostics) *ProviderData {
	if handed == nil {
		return before
	}
	data, ok := handed.(*ProviderData)
	if !ok {
		diags.AddError("Unable to configure the "+kind,
			fmt.Sprintf("The provider passed it a %T. This is a bug of the provider: please report it.", handed))
		return before
	}
	return data
}
