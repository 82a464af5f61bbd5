package framework

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
)

// DataSourceBase is embedded by every data source, and gives its
// [datasource.DataSource.Read] what the provider was configured with.
type DataSourceBase struct {
	*ProviderData
}

// Configure keeps the provider's data. An engine that only validates calls it
// with none.
func (b *DataSourceBase) Configure(_ context.Context, req datasource.ConfigureRequest, resp *datasource.ConfigureResponse) {
	if req.ProviderData == nil {
		return
	}
	data, ok := req.ProviderData.(*ProviderData)
	if !ok {
		resp.Diagnostics.AddError("Unable to configure the data source",
			fmt.Sprintf("The provider handed it a %T. This is a bug of the provider: please report it.", req.ProviderData))
		return
	}
	b.ProviderData = data
}
