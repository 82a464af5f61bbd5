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

// DataSourceBase is embedded by every data source, and gives its
// [datasource.DataSource.Read] what the provider was configured with.
type DataSourceBase struct {
	*ProviderData
}

// Configure keeps the provider's data. An engine that only validates calls it
// with none.
func (b *DataSourceBase) Configure(_ context.Context, req datasource.ConfigureRequest, resp *datasource.ConfigureResponse) {
	b.ProviderData = keep(b.ProviderData, req.ProviderData, "data source", &resp.Diagnostics)
}

// ResourceBase is embedded by every resource, and gives its methods what the
// provider was configured with. A list resource embeds its resource, and has this
// base from there.
type ResourceBase struct {
	*ProviderData
}

// Configure keeps the provider's data. An engine that only validates calls it
// with none.
func (b *ResourceBase) Configure(_ context.Context, req resource.ConfigureRequest, resp *resource.ConfigureResponse) {
	b.ProviderData = keep(b.ProviderData, req.ProviderData, "resource", &resp.Diagnostics)
}

// ActionBase is embedded by every action, and gives its methods what the
// provider was configured with.
type ActionBase struct {
	*ProviderData
}

// Configure keeps the provider's data. An engine that only validates calls it
// with none.
func (b *ActionBase) Configure(_ context.Context, req action.ConfigureRequest, resp *action.ConfigureResponse) {
	b.ProviderData = keep(b.ProviderData, req.ProviderData, "action", &resp.Diagnostics)
}

// EphemeralBase is embedded by every ephemeral resource, and gives its
// [ephemeral.EphemeralResource.Open] what the provider was configured with.
type EphemeralBase struct {
	*ProviderData
}

// Configure keeps the provider's data. An engine that only validates calls it
// with none.
func (b *EphemeralBase) Configure(_ context.Context, req ephemeral.ConfigureRequest, resp *ephemeral.ConfigureResponse) {
	b.ProviderData = keep(b.ProviderData, req.ProviderData, "ephemeral resource", &resp.Diagnostics)
}

// keep returns what the provider handed over, or what there was before.
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
