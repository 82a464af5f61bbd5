package attribute

import (
	resource "github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/int64planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/numberplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
)

// KeptText is a computed text that keeps its value until the resource is replaced, such as
// what the vendor answered to a write that is made once.
func KeptText(description string) resource.StringAttribute {
	return resource.StringAttribute{
		Computed: true, MarkdownDescription: description,
		PlanModifiers: []planmodifier.String{stringplanmodifier.UseStateForUnknown()},
	}
}

// KeptCount is [KeptText] for a whole number.
func KeptCount(description string) resource.Int64Attribute {
	return resource.Int64Attribute{
		Computed: true, MarkdownDescription: description,
		PlanModifiers: []planmodifier.Int64{int64planmodifier.UseStateForUnknown()},
	}
}

// KeptAmount is [KeptText] for an amount of money.
func KeptAmount(description string) resource.NumberAttribute {
	return resource.NumberAttribute{
		Computed: true, MarkdownDescription: description,
		PlanModifiers: []planmodifier.Number{numberplanmodifier.UseStateForUnknown()},
	}
}
