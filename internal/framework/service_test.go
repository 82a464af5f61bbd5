package framework_test

import (
	"context"
	"slices"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral"
	"github.com/hashicorp/terraform-plugin-framework/list"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
)

// The types of a section have nothing but a name here: the interfaces that they embed
// are nil.
type (
	pigeon        struct{ resource.Resource }
	pigeonData    struct{ datasource.DataSource }
	pigeonSecret  struct{ ephemeral.EphemeralResource }
	pigeonList    struct{ list.ListResource }
	releasePigeon struct{ action.Action }
)

func (pigeon) Metadata(_ context.Context, req resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_pigeon"
}

func (pigeonData) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_pigeon"
}

func (pigeonSecret) Metadata(_ context.Context, req ephemeral.MetadataRequest, resp *ephemeral.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_pigeon_secret"
}

func (releasePigeon) Metadata(_ context.Context, req action.MetadataRequest, resp *action.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_release_pigeon"
}

// A name that several kinds share is there once.
func TestService_TypeNames(t *testing.T) {
	t.Parallel()
	service := framework.Service{
		DataSources: []func() datasource.DataSource{func() datasource.DataSource { return pigeonData{} }},
		Resources:   []func() resource.Resource{func() resource.Resource { return pigeon{} }},
		Ephemerals:  []func() ephemeral.EphemeralResource{func() ephemeral.EphemeralResource { return pigeonSecret{} }},
		Lists:       []func() list.ListResource{func() list.ListResource { return pigeonList{} }},
		Actions:     []func() action.Action{func() action.Action { return releasePigeon{} }},
	}
	want := []string{"loft_pigeon", "loft_pigeon_secret", "loft_release_pigeon"}
	if got := service.TypeNames(t.Context(), "loft"); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	both := framework.Service{Section: "Lofts"}.With(service)
	if got := both.TypeNames(t.Context(), "loft"); !slices.Equal(got, want) || len(both.Lists) != 1 || both.Section != "Lofts" {
		t.Errorf("with the types of another package: got %q of %q, want %q", got, both.Section, want)
	}
}
