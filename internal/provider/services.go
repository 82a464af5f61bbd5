package provider

import (
	"context"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral"
	"github.com/hashicorp/terraform-plugin-framework/list"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/service/account"
	"github.com/smspartner/terraform-provider-smspartner/internal/service/contacts"
	"github.com/smspartner/terraform-provider-smspartner/internal/service/mail"
	"github.com/smspartner/terraform-provider-smspartner/internal/service/rental"
	"github.com/smspartner/terraform-provider-smspartner/internal/service/sending"
	"github.com/smspartner/terraform-provider-smspartner/internal/service/status"
	"github.com/smspartner/terraform-provider-smspartner/internal/service/stops"
	"github.com/smspartner/terraform-provider-smspartner/internal/service/subaccounts"
	"github.com/smspartner/terraform-provider-smspartner/internal/service/verification"
	"github.com/smspartner/terraform-provider-smspartner/internal/service/virtualnumber"
	"github.com/smspartner/terraform-provider-smspartner/internal/service/voice"
)

// Services are the sections that the provider is made of.
func Services() []framework.Service {
	return []framework.Service{
		status.Service(),
		sending.Service(),
		account.Service(),
		verification.Service(),
		contacts.Service(),
		subaccounts.Service(),
		stops.Service(),
		virtualnumber.Service(),
		rental.Service(),
		voice.Service(),
		mail.Service().With(stops.MailService()).With(subaccounts.MailService()),
	}
}

// DataSources returns those of all services.
func (p *smspartnerProvider) DataSources(context.Context) []func() datasource.DataSource {
	return ofAll(p.services, func(s framework.Service) []func() datasource.DataSource { return s.DataSources })
}

// Resources returns those of all services.
func (p *smspartnerProvider) Resources(context.Context) []func() resource.Resource {
	return ofAll(p.services, func(s framework.Service) []func() resource.Resource { return s.Resources })
}

// EphemeralResources returns those of all services.
func (p *smspartnerProvider) EphemeralResources(context.Context) []func() ephemeral.EphemeralResource {
	return ofAll(p.services, func(s framework.Service) []func() ephemeral.EphemeralResource { return s.Ephemerals })
}

// ListResources returns those of all services.
func (p *smspartnerProvider) ListResources(context.Context) []func() list.ListResource {
	return ofAll(p.services, func(s framework.Service) []func() list.ListResource { return s.Lists })
}

// Actions returns those of all services.
func (p *smspartnerProvider) Actions(context.Context) []func() action.Action {
	return guardActions(ofAll(p.services, func(s framework.Service) []func() action.Action { return s.Actions }))
}

// ofAll joins the types of one kind from all services.
func ofAll[T any](services []framework.Service, kind func(framework.Service) []T) []T {
	var all []T
	for _, service := range services {
		all = append(all, kind(service)...)
	}
	return all
}

// missingKey explains that there is no API key for a type, as [framework.ProviderData]
// does.
func (p *smspartnerProvider) missingKey(ctx context.Context, typeName string) string {
	for _, service := range p.services {
		missing := p.data.MissingKey(service.Product)
		if missing != "" && slices.Contains(service.TypeNames(ctx, Name), typeName) {
			return missing
		}
	}
	return ""
}
