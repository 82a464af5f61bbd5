package provider

import (
	"slices"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// So are the functions, each argument in turn. An engine calls none with a null or an
// unknown value where the parameter does not allow it.
func TestHoles_Functions(t *testing.T) {
	t.Parallel()
	server := NewServer("test")
	for name, f := range schemas(t).Functions {
		arguments := make([]tftypes.Value, len(f.Parameters))
		for i, p := range f.Parameters {
			arguments[i] = exampleValue(name+"."+p.Name, p.Type, examplesOf(t, name, p.Name, p.Type), 0)
		}
		if said := callFunction(t, server, name, arguments); said != nil {
			t.Fatalf("the example of %s is refused: mend the table in holes_examples_test.go: %s", name, said.Text)
		}
		for i, p := range f.Parameters {
			for what, value := range unusual(arguments[i]) {
				if value.IsNull() && !p.AllowNullValue || !value.IsFullyKnown() && !p.AllowUnknownValues {
					continue
				}
				changed := slices.Clone(arguments)
				changed[i] = value
				said := callFunction(t, server, name, changed)
				if said == nil {
					continue
				}
				if internal.MatchString(said.Text) || len(said.Text) > longest {
					t.Errorf("%s(%s: %s): it says %.500s", name, p.Name, what, said.Text)
				}
				if said.FunctionArgument == nil || *said.FunctionArgument != int64(i) {
					t.Errorf("%s(%s: %s): the error is not at this argument: %.300s", name, p.Name, what, said.Text)
				}
			}
		}
	}
}

func callFunction(t *testing.T, server Server, name string, arguments []tftypes.Value) *tfprotov6.FunctionError {
	t.Helper()
	req := &tfprotov6.CallFunctionRequest{Name: name}
	for _, argument := range arguments {
		sent, err := tfprotov6.NewDynamicValue(argument.Type(), argument)
		if err != nil {
			t.Fatal(err)
		}
		req.Arguments = append(req.Arguments, &sent)
	}
	answer, err := server.CallFunction(t.Context(), req)
	if err != nil {
		t.Fatal(err)
	}
	return answer.Error
}
