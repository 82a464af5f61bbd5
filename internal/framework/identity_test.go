package framework_test

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

func TestIdentityBase_IdentitySchema(t *testing.T) {
	t.Parallel()
	answer, err := loft{}.server(t).GetResourceIdentitySchemas(t.Context(), &tfprotov6.GetResourceIdentitySchemasRequest{})
	if err != nil || len(answer.Diagnostics) > 0 {
		t.Fatal(err, answer.Diagnostics)
	}
	attributes := answer.IdentitySchemas["loft_homing"].IdentityAttributes
	if len(attributes) != 1 || attributes[0].Name != "id" || !attributes[0].RequiredForImport || !attributes[0].Type.Is(tftypes.String) {
		t.Errorf("got %v", attributes)
	}
}

// An import by id and one by identity leave the same.
func TestIdentityBase_ImportState(t *testing.T) {
	t.Parallel()
	identity := func(id any) *tfprotov6.ResourceIdentityData {
		return &tfprotov6.ResourceIdentityData{IdentityData: pigeonOf(t, id)}
	}
	for name, test := range map[string]struct {
		id       string
		identity *tfprotov6.ResourceIdentityData
		want     string
	}{
		"id":             {"7", nil, "7"},
		"identity":       {"", identity("7"), "7"},
		"neither":        {"", nil, ""},
		"empty identity": {"", identity(""), ""},
		"null identity":  {"", identity(nil), ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			answer, err := loft{}.server(t).ImportResourceState(t.Context(), &tfprotov6.ImportResourceStateRequest{
				TypeName: "loft_homing", ID: test.id, Identity: test.identity,
			})
			if err != nil {
				t.Fatal(err)
			}
			if test.want == "" {
				if len(answer.Diagnostics) != 1 || answer.Diagnostics[0].Detail != "The id is empty: write that of the object to import." {
					t.Errorf("got %v", answer.Diagnostics)
				}
				return
			}
			if len(answer.Diagnostics) > 0 || len(answer.ImportedResources) != 1 {
				t.Fatal(answer.Diagnostics)
			}
			imported := answer.ImportedResources[0]
			if state, identity := idOf(t, imported.State), idOf(t, imported.Identity.IdentityData); state != test.want || identity != test.want {
				t.Errorf("imported %q, with the identity %q", state, identity)
			}
		})
	}
}

func TestIdentityBase_Create(t *testing.T) {
	t.Parallel()
	answer, err := loft{}.server(t).ApplyResourceChange(t.Context(), &tfprotov6.ApplyResourceChangeRequest{
		TypeName: "loft_homing", PriorState: dynamic(t, tftypes.NewValue(homingType, nil)),
		PlannedState: pigeonOf(t, tftypes.UnknownValue), Config: pigeonOf(t, nil),
	})
	if err != nil || len(answer.Diagnostics) > 0 {
		t.Fatal(err, answer.Diagnostics)
	}
	if got := idOf(t, answer.NewIdentity.IdentityData); got != "1" {
		t.Errorf("the identity is %q", got)
	}
}

// Engines before Terraform 1.12 hand over no identity, and neither does a newer one for
// what an older one has created.
func TestIdentityBase_Read(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		loft     loft
		identity *tfprotov6.ResourceIdentityData
		state    string
	}{
		"with identity":          {loft{}, &tfprotov6.ResourceIdentityData{IdentityData: pigeonOf(t, "7")}, "7"},
		"without identity":       {loft{}, nil, "7"},
		"gone, without identity": {loft{flown: "7"}, nil, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			answer, err := test.loft.server(t).ReadResource(t.Context(), &tfprotov6.ReadResourceRequest{
				TypeName: "loft_homing", CurrentState: pigeonOf(t, "7"), CurrentIdentity: test.identity,
			})
			if err != nil || len(answer.Diagnostics) > 0 {
				t.Fatal(err, answer.Diagnostics)
			}
			if state, identity := idOf(t, answer.NewState), idOf(t, answer.NewIdentity.IdentityData); state != test.state || identity != "7" {
				t.Errorf("the state is %q, the identity %q", state, identity)
			}
		})
	}
}
