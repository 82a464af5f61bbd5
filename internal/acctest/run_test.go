package acctest

import (
	"reflect"
	"regexp"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
)

// A step with any field that [Step] lacks is one for terraform-plugin-testing, also with a
// field that a later version adds.
func TestIsElaborate(t *testing.T) {
	t.Parallel()
	plain := map[string]resource.TestStep{
		"PreConfig":         {PreConfig: func() {}},
		"Config":            {Config: "output \"x\" {}"},
		"ExpectError":       {ExpectError: regexp.MustCompile("x")},
		"ConfigPlanChecks":  {ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{plancheck.ExpectEmptyPlan()}}},
		"ConfigStateChecks": {ConfigStateChecks: []statecheck.StateCheck{Then(nil)}},
		"RefreshState":      {RefreshState: true},
		"ImportState":       {ImportState: true, ResourceName: "a.b", ImportStateId: "1", ImportStateVerify: true, ImportStateVerifyIgnore: []string{"x"}, ImportStateVerifyIdentifierAttribute: "y"},
	}
	for name, step := range plain {
		if isElaborate(step) {
			t.Errorf("a step with %s only is elaborate", name)
		}
	}
	for name, step := range map[string]resource.TestStep{
		"import block":          {Config: "import {\n}\n"},
		"import with a config":  {ImportState: true, Config: "output \"x\" {}"},
		"checks after an apply": {ConfigPlanChecks: resource.ConfigPlanChecks{PostApplyPreRefresh: []plancheck.PlanCheck{plancheck.ExpectEmptyPlan()}}},
	} {
		if !isElaborate(step) {
			t.Errorf("%s: the step is plain", name)
		}
	}
	for field := range reflect.TypeFor[resource.TestStep]().Fields() {
		_, known := plain[field.Name]
		switch field.Name {
		case "ResourceName", "ImportStateId", "ImportStateVerify", "ImportStateVerifyIgnore", "ImportStateVerifyIdentifierAttribute":
			known = true // of an import
		}
		var step resource.TestStep
		fill(reflect.ValueOf(&step).Elem().FieldByIndex(field.Index))
		if got := isElaborate(step); !known && !got {
			t.Errorf("a step with %s is plain", field.Name)
		}
	}
}

// fill gives a field any value but its zero.
func fill(field reflect.Value) {
	switch field.Kind() {
	case reflect.Bool:
		field.SetBool(true)
	case reflect.String:
		field.SetString("x")
	case reflect.Int, reflect.Uint8:
		field.Set(reflect.ValueOf(1).Convert(field.Type()))
	case reflect.Slice:
		field.Set(reflect.MakeSlice(field.Type(), 1, 1))
	case reflect.Pointer:
		field.Set(reflect.New(field.Type().Elem()))
	case reflect.Map:
		field.Set(reflect.MakeMap(field.Type()))
	case reflect.Func:
		field.Set(reflect.MakeFunc(field.Type(), nil))
	case reflect.Struct:
		fill(field.Field(0))
	default:
		panic("a field of kind " + field.Kind().String())
	}
}
