package acctest_test

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral"
	ephemeralschema "github.com/hashicorp/terraform-plugin-framework/ephemeral/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/provider"
	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/types"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// A generated password is sent and kept in the store, and stands nowhere else: with
// everything logged, in no output, log, state or plan. A failed send is made up with the
// password that the store has; a new version makes, keeps and sends another one.
func TestExamples_SendPassword(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.WriteOnly)
	dir := t.TempDir()
	if err := engine.CopyExample(dir, filepath.Join(acctest.Root(t), "examples", "send-password")); err != nil {
		t.Fatal(err)
	}
	a, store := acctest.NewAccount(t, simulator.Options{}), &store{secrets: map[string]string{}}
	w := a.WorkspaceIn(t, dir)
	acctest.AttachOthers(t, w, map[string]acctest.NewServer{
		"hashicorp/random": standIn{name: "random", ephemerals: []func() ephemeral.EphemeralResource{newPassword}}.server,
		"hashicorp/vault": standIn{
			name:       "vault",
			ephemerals: []func() ephemeral.EphemeralResource{func() ephemeral.EphemeralResource { return storedSecret{store: store} }},
			resources:  []func() resource.Resource{func() resource.Resource { return secretResource{store: store} }},
		}.server,
	})
	w.Env = append(w.Env, "TF_LOG=TRACE", "TF_LOG_PATH=trace.log", "TF_VAR_user=ada", "TF_VAR_phone_number=+33600000001")
	sent := func(version string) string {
		t.Helper()
		printed := acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color", "-var=password_version="+version)
		again := acctest.Succeed(t, w, "plan", "-no-color", "-var=password_version="+version)
		acctest.WantText(t, again, "No changes.")
		password := store.read("secret/users/ada")
		if found := acctest.Holders(t, dir, password); len(found) > 0 || strings.Contains(printed+again, password) {
			t.Errorf("the password stands in %q", found)
		}
		requests := a.Requests("send")
		var body struct{ Message string }
		if err := json.Unmarshal(requests[len(requests)-1].Body, &body); err != nil {
			t.Fatal(err)
		}
		if want := "Your password is " + password + ". Change it when you first sign in."; body.Message != want {
			t.Errorf("sent %q, want %q", body.Message, want)
		}
		return password
	}
	a.Script("send", acctest.Refusal(11, "Crédit insuffisant"))
	acctest.Refuse(t, w, []string{"apply", "-auto-approve", "-no-color"}, "Unable to send SMS")
	stored := store.read("secret/users/ada")
	first := sent("1")
	if first != stored {
		t.Error("the password changed after the failed send")
	}
	if second := sent("2"); second == first {
		t.Error("the new version has the old password")
	}
	const refused, accepted = 1, 2
	if got := len(a.Requests("send")); got != refused+accepted {
		t.Errorf("%d requests to send, want %d", got, refused+accepted)
	}
	acctest.Succeed(t, w, "destroy", "-auto-approve", "-no-color")
}

// store stands in for a secret store: secrets by mount and name.
type store struct {
	mu      sync.Mutex
	secrets map[string]string
}

func (s *store) read(name string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.secrets[name]
}

func (s *store) write(name, password string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.secrets[name] = password
}

// standIn stands in for a provider of others, with as much of it as the example uses.
type standIn struct {
	name       string
	ephemerals []func() ephemeral.EphemeralResource
	resources  []func() resource.Resource
}

var _ provider.ProviderWithEphemeralResources = standIn{}

func (p standIn) server() tfprotov6.ProviderServer { return providerserver.NewProtocol6(p)() }

func (p standIn) Metadata(_ context.Context, _ provider.MetadataRequest, resp *provider.MetadataResponse) {
	resp.TypeName = p.name
}
func (standIn) Schema(context.Context, provider.SchemaRequest, *provider.SchemaResponse) {}

func (standIn) Configure(context.Context, provider.ConfigureRequest, *provider.ConfigureResponse) {}

func (standIn) DataSources(context.Context) []func() datasource.DataSource { return nil }

func (p standIn) Resources(context.Context) []func() resource.Resource { return p.resources }

func (p standIn) EphemeralResources(context.Context) []func() ephemeral.EphemeralResource {
	return p.ephemerals
}

// password is random_password.
type password struct{}

func newPassword() ephemeral.EphemeralResource { return password{} }

func (password) Metadata(_ context.Context, _ ephemeral.MetadataRequest, resp *ephemeral.MetadataResponse) {
	resp.TypeName = "random_password"
}

func (password) Schema(_ context.Context, _ ephemeral.SchemaRequest, resp *ephemeral.SchemaResponse) {
	resp.Schema = ephemeralschema.Schema{Attributes: map[string]ephemeralschema.Attribute{
		"length":  ephemeralschema.Int64Attribute{Required: true},
		"special": ephemeralschema.BoolAttribute{Optional: true},
		"result":  ephemeralschema.StringAttribute{Computed: true, Sensitive: true},
	}}
}

func (password) Open(ctx context.Context, req ephemeral.OpenRequest, resp *ephemeral.OpenResponse) {
	var length types.Int64
	resp.Diagnostics.Append(req.Config.GetAttribute(ctx, path.Root("length"), &length)...)
	resp.Result.Raw = req.Config.Raw
	resp.Diagnostics.Append(resp.Result.SetAttribute(ctx, path.Root("result"), rand.Text()[:length.ValueInt64()])...)
}

// storedSecret is the ephemeral vault_kv_secret_v2.
type storedSecret struct{ store *store }

func (storedSecret) Metadata(_ context.Context, _ ephemeral.MetadataRequest, resp *ephemeral.MetadataResponse) {
	resp.TypeName = "vault_kv_secret_v2"
}

func (storedSecret) Schema(_ context.Context, _ ephemeral.SchemaRequest, resp *ephemeral.SchemaResponse) {
	resp.Schema = ephemeralschema.Schema{Attributes: map[string]ephemeralschema.Attribute{
		"mount":    ephemeralschema.StringAttribute{Required: true},
		"name":     ephemeralschema.StringAttribute{Required: true},
		"mount_id": ephemeralschema.StringAttribute{Optional: true},
		"data":     ephemeralschema.MapAttribute{Computed: true, ElementType: types.StringType},
	}}
}

func (e storedSecret) Open(ctx context.Context, req ephemeral.OpenRequest, resp *ephemeral.OpenResponse) {
	var mount, name types.String
	resp.Diagnostics.Append(req.Config.GetAttribute(ctx, path.Root("mount"), &mount)...)
	resp.Diagnostics.Append(req.Config.GetAttribute(ctx, path.Root("name"), &name)...)
	password := e.store.read(mount.ValueString() + "/" + name.ValueString())
	if password == "" {
		resp.Diagnostics.AddError("no secret found", name.ValueString())
		return
	}
	resp.Result.Raw = req.Config.Raw
	resp.Diagnostics.Append(resp.Result.SetAttribute(ctx, path.Root("data"), map[string]string{"password": password})...)
}

// secretResource is the resource vault_kv_secret_v2.
type secretResource struct{ store *store }

func (secretResource) Metadata(_ context.Context, _ resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = "vault_kv_secret_v2"
}

func (secretResource) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	resp.Schema = schema.Schema{Attributes: map[string]schema.Attribute{
		"id":                   schema.StringAttribute{Computed: true, PlanModifiers: []planmodifier.String{stringplanmodifier.UseStateForUnknown()}},
		"mount":                schema.StringAttribute{Required: true},
		"name":                 schema.StringAttribute{Required: true},
		"data_json_wo":         schema.StringAttribute{Optional: true, WriteOnly: true},
		"data_json_wo_version": schema.Int64Attribute{Optional: true},
	}}
}

type secretModel struct {
	ID      types.String `tfsdk:"id"`
	Mount   types.String `tfsdk:"mount"`
	Name    types.String `tfsdk:"name"`
	Data    types.String `tfsdk:"data_json_wo"`
	Version types.Int64  `tfsdk:"data_json_wo_version"`
}

func (r secretResource) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	var config secretModel
	if resp.Diagnostics.Append(req.Config.Get(ctx, &config)...); resp.Diagnostics.HasError() {
		return
	}
	var data struct{ Password string }
	if err := json.Unmarshal([]byte(config.Data.ValueString()), &data); err != nil {
		resp.Diagnostics.AddError("no JSON", err.Error())
		return
	}
	id := config.Mount.ValueString() + "/" + config.Name.ValueString()
	r.store.write(id, data.Password)
	config.ID, config.Data = types.StringValue(id), types.StringNull()
	resp.Diagnostics.Append(resp.State.Set(ctx, &config)...)
}

func (r secretResource) Update(ctx context.Context, req resource.UpdateRequest, resp *resource.UpdateResponse) {
	created := resource.CreateResponse{State: resp.State}
	r.Create(ctx, resource.CreateRequest{Config: req.Config, Plan: req.Plan}, &created)
	resp.State, resp.Diagnostics = created.State, created.Diagnostics
}

func (secretResource) Read(context.Context, resource.ReadRequest, *resource.ReadResponse) {}

func (secretResource) Delete(context.Context, resource.DeleteRequest, *resource.DeleteResponse) {}
