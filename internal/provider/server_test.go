package provider

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

const hidden = "0123456789abcdef"

// panicking panics whatever it is asked: the interface that it embeds is nil.
type panicking struct{ Server }

// Each call of the protocol answers a panic with a diagnostic.
func TestServer_PanicsInEachCall(t *testing.T) {
	t.Parallel()
	guarded := reflect.ValueOf(Server(&server{inner: panicking{}}))
	for i := range guarded.NumMethod() {
		name := guarded.Type().Method(i).Name
		call := guarded.Method(i)
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			answers := call.Call([]reflect.Value{reflect.ValueOf(t.Context()), reflect.New(call.Type().In(1).Elem())})
			if err, _ := reflect.TypeAssert[error](answers[1]); err != nil {
				t.Fatal(err)
			}
			said := fmt.Sprintf("%+v", said(answers[0].Interface()))
			if !strings.Contains(said, "invalid memory address or nil pointer dereference, in internal/provider.") ||
				!strings.Contains(said, "This is a bug of the provider: please report it") {
				t.Errorf("got %s", said)
			}
		})
	}
}

// said is what an answer of any call says.
func said(answer any) []tfprotov6.Diagnostic {
	var said []tfprotov6.Diagnostic
	add := func(list []*tfprotov6.Diagnostic) {
		for _, d := range list {
			said = append(said, *d)
		}
	}
	switch answer := answer.(type) {
	case *tfprotov6.InvokeActionServerStream:
		for event := range answer.Events {
			if completed, ok := event.Type.(tfprotov6.CompletedInvokeActionEventType); ok {
				add(completed.Diagnostics)
			}
		}
	case *tfprotov6.ListResourceServerStream:
		for result := range answer.Results {
			add(result.Diagnostics)
		}
	case *tfprotov6.CallFunctionResponse:
		if answer.Error != nil {
			said = append(said, tfprotov6.Diagnostic{Detail: answer.Error.Text})
		}
	case *tfprotov6.StopProviderResponse:
		said = append(said, tfprotov6.Diagnostic{Detail: answer.Error})
	default:
		list, _ := reflect.TypeAssert[[]*tfprotov6.Diagnostic](reflect.ValueOf(answer).Elem().FieldByName("Diagnostics"))
		add(list)
	}
	return said
}

// A panic of a type ends the call, not the process, says where it was and never
// quotes what it says.
func TestServer_PanicsInTypes(t *testing.T) {
	t.Parallel()
	s := newServer(newFaulty())
	schemas, err := s.GetProviderSchema(t.Context(), &tfprotov6.GetProviderSchemaRequest{})
	if err != nil {
		t.Fatal(err)
	}
	object := func(schema *tfprotov6.Schema, a any) *tfprotov6.DynamicValue {
		as := schema.ValueType()
		value := tftypes.NewValue(as, nil)
		if a != nil {
			value = tftypes.NewValue(as, map[string]tftypes.Value{"a": tftypes.NewValue(tftypes.String, a)})
		}
		sent, err := tfprotov6.NewDynamicValue(as, value)
		if err != nil {
			t.Fatal(err)
		}
		return &sent
	}
	one, two, none := object(schemas.ResourceSchemas[faultyName], "1"), object(schemas.ResourceSchemas[faultyName], "2"), object(schemas.ResourceSchemas[faultyName], nil)
	empty, err := tfprotov6.NewDynamicValue(tftypes.Object{}, tftypes.NewValue(tftypes.Object{}, map[string]tftypes.Value{}))
	if err != nil {
		t.Fatal(err)
	}
	apply := func(before, after *tfprotov6.DynamicValue) func(context.Context) (any, error) {
		return func(ctx context.Context) (any, error) {
			answer, err := s.ApplyResourceChange(ctx, &tfprotov6.ApplyResourceChangeRequest{
				TypeName: faultyName, PriorState: before, PlannedState: after, Config: after, PlannedPrivate: []byte("{}"),
			})
			if !reflect.DeepEqual(answer.NewState, before) {
				t.Error("the state before is lost")
			}
			return answer, err
		}
	}
	for name, test := range map[string]struct {
		call   func(context.Context) (any, error)
		starts string
		ends   string
	}{
		"data source": {func(ctx context.Context) (any, error) {
			return s.ReadDataSource(ctx, &tfprotov6.ReadDataSourceRequest{TypeName: faultyName, Config: object(schemas.DataSourceSchemas[faultyName], "1")})
		}, "Unable to read smspartner_faulty: The provider stopped this call: it panicked with a *errors.errorString, in internal/provider.faultyDataSource.Read (faulty_kit_test.go:", "please report it, with this message."},
		"read": {func(ctx context.Context) (any, error) {
			return s.ReadResource(ctx, &tfprotov6.ReadResourceRequest{TypeName: faultyName, CurrentState: one})
		}, "Unable to read smspartner_faulty: The provider stopped this call: it panicked with a string, in internal/provider.faultyResource.Read", "this message."},
		"create": {apply(none, one), "Unable to apply smspartner_faulty: ", "before you run it again."},
		"update": {apply(one, two), "Unable to apply smspartner_faulty: ", "before you run it again."},
		"delete": {apply(one, none), "Unable to apply smspartner_faulty: ", "before you run it again."},
		"action": {func(ctx context.Context) (any, error) {
			return s.InvokeAction(ctx, &tfprotov6.InvokeActionRequest{ActionType: faultyName, Config: &empty})
		}, "Unable to invoke smspartner_faulty: The provider stopped this call: it panicked with a string, in internal/provider.faultyAction.Invoke", "before you run it again."},
		"ephemeral resource": {func(ctx context.Context) (any, error) {
			return s.OpenEphemeralResource(ctx, &tfprotov6.OpenEphemeralResourceRequest{TypeName: faultyName, Config: &empty})
		}, "Unable to open smspartner_faulty: The provider stopped this call: it panicked with a string, in internal/provider.faultyEphemeral.Open", "this message."},
		"list resource": {func(ctx context.Context) (any, error) {
			return s.ListResource(ctx, &tfprotov6.ListResourceRequest{TypeName: faultyName, Config: &empty, Limit: 1})
		}, "Unable to list smspartner_faulty: The provider stopped this call: it panicked with a string, in internal/provider.", "this message."},
		"function": {func(ctx context.Context) (any, error) {
			return s.CallFunction(ctx, &tfprotov6.CallFunctionRequest{Name: "faulty"})
		}, ": Unable to call faulty: The provider stopped this call", "this message."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			answer, err := test.call(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			list := said(answer)
			if len(list) != 1 {
				t.Fatalf("said %v, want one error", list)
			}
			got := list[0].Summary + ": " + list[0].Detail
			if !strings.HasPrefix(got, test.starts) || !strings.HasSuffix(got, test.ends) {
				t.Errorf("got  %q\nwant %q ... %q", got, test.starts, test.ends)
			}
			if strings.Contains(got, hidden) {
				t.Errorf("the secret shows: %s", got)
			}
		})
	}
}

// A panic of who receives the events is not ours to recover from.
func TestGuardStream(t *testing.T) {
	t.Parallel()
	failed := func(d diagnostics) string { return d[0].Summary }
	events := func(push func(string) bool) {
		if push("first") {
			panic(hidden)
		}
	}
	var got []string
	for event := range guardStream(t.Context(), "Unable to list", failed, events) {
		got = append(got, event)
	}
	if want := []string{"first", "Unable to list"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}

	defer func() {
		if recovered := recover(); recovered != "the receiver" {
			t.Errorf("recovered %v", recovered)
		}
	}()
	for range guardStream(t.Context(), "Unable to list", failed, events) {
		panic("the receiver")
	}
}

// An action runs in a goroutine of the framework's, so each one has its own guard.
func TestActions_Guarded(t *testing.T) {
	t.Parallel()
	for _, newAction := range (&smspartnerProvider{services: Services()}).Actions(t.Context()) {
		if made := newAction(); reflect.TypeOf(made) != reflect.TypeFor[*guardedAction]() {
			t.Errorf("%T is not guarded", made)
		}
	}
}
