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
		Pages:       pages,
		Resources:   []func() resource.Resource{newContactGroupResource, newContactResource, newGroupContactsResource},
		Lists:       []func() list.ListResource{newContactGroupList, newContactList},
		DataSources: []func() datasource.DataSource{newContactGroupsDataSource, newContactDataSource, newContactsDataSource},
	}
}

var pages = []framework.Page{
	{Title: "Ajouter un groupe", Resources: []string{"smspartner_contact_group"}},
	{Title: "Ajouter un contact", Resources: []string{"smspartner_contact"}},
	{Title: "Supprimer un groupe", Resources: []string{"smspartner_contact_group"}},
	{Title: "Ajouter un lot de contacts", Resources: []string{"smspartner_group_contacts"}},
	{Title: "Modifier un contact", Resources: []string{"smspartner_contact", "smspartner_group_contacts"}},
	{Title: "Supprimer un contact", Resources: []string{"smspartner_contact", "smspartner_group_contacts"}},
	{
		Title:       "Obtenir la liste des groupes",
		DataSources: []string{"smspartner_contact_groups"}, Lists: []string{"smspartner_contact_group"},
	},
	{
		Title:       "Obtenir la liste des contacts",
		DataSources: []string{"smspartner_contacts"}, Lists: []string{"smspartner_contact"},
	},
	{Title: "Obtenir le détail d'un contact", DataSources: []string{"smspartner_contact"}},
}
