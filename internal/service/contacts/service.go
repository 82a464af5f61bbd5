// Package contacts holds the types of the section "Gestion des contacts": the address
// book of the account.
package contacts

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/list"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

// Service is this section.
func Service() framework.Service {
	return framework.Service{
		Section:     "Contacts",
		Product:     product.SMS,
		Resources:   []func() resource.Resource{newContactGroupResource, newContactResource, newGroupContactsResource},
		Lists:       []func() list.ListResource{newContactGroupList, newContactList},
		DataSources: []func() datasource.DataSource{newContactGroupsDataSource, newContactDataSource, newContactsDataSource},
	}
}
