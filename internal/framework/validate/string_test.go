package validate_test

import (
	"errors"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

func TestString(t *testing.T) {
	t.Parallel()
	refuseAll := func(string) error { return errors.New("nothing is right") }
	at := path.Root("wait").AtName("timeout")
	refused := diag.Diagnostics{diag.NewAttributeErrorDiagnostic(at, "Invalid value for wait.timeout", "Nothing is right.")}
	for name, test := range map[string]struct {
		value types.String
		rule  validate.Rule
		want  diag.Diagnostics
	}{
		"null":    {types.StringNull(), refuseAll, nil},
		"unknown": {types.StringUnknown(), refuseAll, nil},
		"good":    {types.StringValue("5m"), validate.Duration(time.Second), nil},
		"bad":     {types.StringValue("5m"), refuseAll, refused},
		"empty":   {types.StringValue(""), refuseAll, refused},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var resp validator.StringResponse
			validate.String("anything", test.rule).ValidateString(t.Context(),
				validator.StringRequest{Path: at, ConfigValue: test.value}, &resp)
			if !resp.Diagnostics.Equal(test.want) {
				t.Errorf("got %v, want %v", resp.Diagnostics, test.want)
			}
		})
	}
}

func TestString_Description(t *testing.T) {
	t.Parallel()
	v := validate.String("a duration of at least 1s", validate.Duration(time.Second))
	if v.Description(t.Context()) != "a duration of at least 1s" || v.MarkdownDescription(t.Context()) != "a duration of at least 1s" {
		t.Error("the description is not the one given")
	}
}

func TestSentence(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"the id is empty": "The id is empty.",
		"état inconnu":    "État inconnu.",
		`"5" is short`:    `"5" is short.`,
		"":                ".",
	} {
		if got := validate.Sentence(errors.New(text)); got != want {
			t.Errorf("%q: got %q", text, got)
		}
	}
}
