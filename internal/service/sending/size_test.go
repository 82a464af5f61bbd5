package sending

import (
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
)

func phones(numbers ...attr.Value) types.Set { return types.SetValueMust(phone.Type{}, numbers) }

func number(written string) phone.Number {
	return phone.Number{StringValue: types.StringValue(written)}
}

var messageType = types.ObjectType{AttrTypes: map[string]attr.Type{"phone_number": phone.Type{}, "message": types.StringType}}

// message is an element of messages.
func message(to phone.Number, text types.String) types.Object {
	return types.ObjectValueMust(messageType.AttrTypes, map[string]attr.Value{"phone_number": to, "message": text})
}

func messagesOf(elements ...attr.Value) types.List {
	return types.ListValueMust(messageType, elements)
}

var failoverType = types.ObjectType{AttrTypes: map[string]attr.Type{
	"sender": types.StringType, "message": types.StringType, "is_stop_sms": types.BoolType, "is_unicode": types.BoolType,
}}

func failover(text types.String) types.Object {
	return types.ObjectValueMust(failoverType.AttrTypes, map[string]attr.Value{
		"sender": types.StringNull(), "message": text, "is_stop_sms": types.BoolNull(), "is_unicode": types.BoolNull(),
	})
}

func rcsArguments(to attr.Value, failover types.Object) map[string]attr.Value {
	return map[string]attr.Value{"phone_numbers": to, "failover": failover}
}

// drafted is a draft of the kind with this name.
func drafted(t *testing.T, name string, arguments map[string]attr.Value) *draft {
	t.Helper()
	all := map[string]attr.Type{}
	for argument, value := range arguments {
		all[argument] = value.Type(t.Context())
	}
	for _, k := range kinds {
		if k.name == name {
			return k.draft(types.ObjectValueMust(all, arguments))
		}
	}
	t.Fatalf("there is no kind %s", name)
	return nil
}

// A size that is not known yet, one that there is none of, and that of a text that is
// refused are not the same.
func TestDraft_Size(t *testing.T) {
	t.Parallel()
	one, two := number("0600000001"), number("0600000002")
	later := phone.Number{StringValue: types.StringUnknown()}
	text, long := types.StringValue("Hello"), types.StringValue(strings.Repeat("a", 200))
	for name, test := range map[string]struct {
		kind      string
		arguments map[string]attr.Value
		want      types.Int64
		refused   string
	}{
		"two phones":              {"sms", map[string]attr.Value{"phone_numbers": phones(one, two), "message": text}, types.Int64Value(2), ""},
		"long":                    {"sms", map[string]attr.Value{"phone_numbers": phones(one, two), "message": long}, types.Int64Value(4), ""},
		"long for low_cost":       {"sms", map[string]attr.Value{"phone_numbers": phones(one), "message": long, "gamme": types.StringValue("low_cost")}, types.Int64Null(), "message"},
		"an unknown phone":        {"sms", map[string]attr.Value{"phone_numbers": phones(one, later), "message": text}, types.Int64Unknown(), ""},
		"unknown phones":          {"long_number_sms", map[string]attr.Value{"to": types.SetUnknown(phone.Type{}), "message": text}, types.Int64Unknown(), ""},
		"an unknown text":         {"sms", map[string]attr.Value{"phone_numbers": phones(one), "message": types.StringUnknown()}, types.Int64Unknown(), ""},
		"an unknown flag":         {"sms", map[string]attr.Value{"phone_numbers": phones(one), "message": text, "is_unicode": types.BoolUnknown()}, types.Int64Unknown(), ""},
		"survey":                  {"survey", map[string]attr.Value{"phone_numbers": phones(one)}, types.Int64Null(), ""},
		"survey to unknown":       {"survey", map[string]attr.Value{"phone_numbers": phones(later)}, types.Int64Null(), ""},
		"batch":                   {"bulk_sms", map[string]attr.Value{"messages": messagesOf(message(one, text), message(two, long))}, types.Int64Value(3), ""},
		"batch, an unknown text":  {"bulk_sms", map[string]attr.Value{"messages": messagesOf(message(one, text), message(two, types.StringUnknown()))}, types.Int64Unknown(), ""},
		"batch, refused, unknown": {"bulk_sms", map[string]attr.Value{"messages": messagesOf(message(later, types.StringValue(strings.Repeat("a", 2000))))}, types.Int64Null(), "messages[0].message"},
		"RCS":                     {"rcs_message", rcsArguments(phones(one), types.ObjectNull(failoverType.AttrTypes)), types.Int64Null(), ""},
		"RCS with a failover":     {"rcs_message", rcsArguments(phones(one, two), failover(long)), types.Int64Value(4), ""},
		"RCS to unknown":          {"rcs_message", rcsArguments(phones(one, later), failover(long)), types.Int64Unknown(), ""},
		"RCS, an unknown text":    {"rcs_message", rcsArguments(phones(one), failover(types.StringUnknown())), types.Int64Unknown(), ""},
		"RCS, unknown failover":   {"rcs_message", rcsArguments(phones(one), types.ObjectUnknown(failoverType.AttrTypes)), types.Int64Unknown(), ""},
		"RCS, refused, unknown":   {"rcs_message", rcsArguments(phones(later), failover(types.StringValue(strings.Repeat("a", 2000)))), types.Int64Null(), "failover.message"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, diags := drafted(t, test.kind, test.arguments).size()
			if !got.Equal(test.want) {
				t.Errorf("got %s, want %s", got, test.want)
			}
			if (test.refused != "") != diags.HasError() || test.refused != "" && !strings.Contains(told(diags[0]), "Error|"+test.refused+"|") {
				t.Errorf("got %v, want an error at %q", diags, test.refused)
			}
		})
	}
}
