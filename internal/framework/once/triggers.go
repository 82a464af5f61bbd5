package once

import (
	"maps"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

// Triggers is the attribute "triggers" of a resource that writes once. again says, as a
// clause, what a changed value does, such as "sends the message again".
func Triggers(again string) schema.MapAttribute {
	return schema.MapAttribute{
		Optional: true, ElementType: types.StringType,
		MarkdownDescription: "Any values. A changed value " + again + ".",
	}
}

// SameTriggers reports whether planned triggers ask for no new write. An empty text is no
// trigger, and an unknown value may be a new one.
func SameTriggers(plan, state types.Map) bool {
	return !plan.IsUnknown() && maps.EqualFunc(pulled(plan), pulled(state), attr.Value.Equal)
}

// pulled returns the triggers that have a value.
func pulled(triggers types.Map) map[string]attr.Value {
	all := triggers.Elements()
	maps.DeleteFunc(all, func(_ string, value attr.Value) bool { return value.IsNull() || value.Equal(types.StringValue("")) })
	return all
}
