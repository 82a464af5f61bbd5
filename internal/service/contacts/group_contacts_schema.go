package contacts

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
)

// Schema describes all contacts of a group.
func (r *groupContactsResource) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "All contacts of a contact group. This resource manages the whole group: it removes every contact that is in the group and not in `contacts`, " +
			"also when it is created. Destroying the resource deletes the contacts that it manages, one by one, and leaves the group.\n\n" +
			"Take this resource for address books, since it adds 500 contacts with each call. Take `smspartner_contact` for single contacts of a group that people also edit " +
			"in the dashboard. Do not use both on one group, and do not use this resource twice on one group: each removes what the other adds.\n\n" +
			"After an import, Terraform 1.5 and OpenTofu cannot write the configuration of `contacts` with `-generate-config-out`: write it yourself.\n\n" +
			"If an apply fails half-way, the error says how many changes are done. The next apply reads the group and does the rest: it adds no contact twice.\n\n" +
			"The vendor's calls are `POST contact/add` for at most 500 contacts (`POST contact/multiple/add` where a server does not have the documented call), " +
			"`GET contact/list`, `POST contact/update` and `POST contact/delete`.",
		Attributes: map[string]schema.Attribute{
			"group_id": groupIDArgument("The id of the group, such as the `id` of a `smspartner_contact_group`."),
			"contacts": schema.MapNestedAttribute{
				Required: true,
				MarkdownDescription: "The contacts, by phone number in E.164 form, such as `+33600000001`. " +
					"The function `provider::smspartner::e164` brings a number of another form into this one. An empty map empties the group. Diagnostics name phone numbers in full.",
				NestedObject: schema.NestedAttributeObject{Attributes: detailArguments()},
				Validators:   []validator.Map{e164Keys{}},
			},
			"refused": schema.MapAttribute{
				Computed: true, ElementType: types.StringType,
				MarkdownDescription: "The contacts that SMS Partner refused to add, by number, each with the vendor's reason. They are offered again with each later update of this resource.",
			},
			"total": schema.Int64Attribute{Computed: true, MarkdownDescription: "How many contacts the group has."},
		},
	}
}

// e164Keys is a validator of a map by phone number: each number has one spelling, so that
// no contact is there twice.
type e164Keys struct{}

func (e164Keys) Description(context.Context) string {
	return "phone numbers in E.164 form as keys"
}

func (v e164Keys) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

// mostKeys is how many wrong keys are told each for itself.
const mostKeys = 5

func (e164Keys) ValidateMap(_ context.Context, req validator.MapRequest, resp *validator.MapResponse) {
	elements := req.ConfigValue.Elements()
	wrong := 0
	tell := func(key, summary, detail string) {
		if wrong++; wrong <= mostKeys {
			resp.Diagnostics.Append(diag.NewAttributeErrorDiagnostic(req.Path.AtMapKey(key), summary, detail))
		}
	}
	for _, key := range slices.Sorted(maps.Keys(elements)) {
		e164, err := phone.E164(key, phone.DefaultRegion)
		switch {
		case err != nil:
			tell(key, "Invalid phone number in contacts", err.Error()+".\n\n"+inE164)
		case e164 != key:
			tell(key, "Phone number in contacts is not in E.164 form", fmt.Sprintf("%s is a number in another form.\n\n%s", validate.Quote(key), inE164))
		case elements[key].IsNull():
			tell(key, "Invalid value for contacts", fmt.Sprintf("The contact %s is null: write {} for one without details, or leave it out.", key))
		}
	}
	if more := wrong - mostKeys; more > 0 {
		resp.Diagnostics.AddAttributeError(req.Path, "More phone numbers in contacts are wrong", fmt.Sprintf("%d more keys of contacts have to be corrected.\n\n%s", more, inE164))
	}
}

const inE164 = "Write keys in E.164 form, such as +33600000001, without blanks. The function provider::smspartner::e164(number, region) brings other forms into this one."
