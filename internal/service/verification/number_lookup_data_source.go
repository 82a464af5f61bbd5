package verification

import (
	"context"
	"sync"

	"github.com/hashicorp/terraform-plugin-framework-validators/listvalidator"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/batch"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

var _ datasource.DataSourceWithConfigure = (*numberLookupDataSource)(nil)

func newNumberLookupDataSource() datasource.DataSource { return &numberLookupDataSource{} }

// numberLookupDataSource asks the vendor to check the form of numbers.
type numberLookupDataSource struct {
	framework.DataSourceBase
}

type numberLookupModel struct {
	PhoneNumbers []types.String `tfsdk:"phone_numbers"`
	Results      []resultModel  `tfsdk:"results"`
	AllValid     types.Bool     `tfsdk:"all_valid"`
}

type resultModel struct {
	Request       types.String `tfsdk:"request"`
	Valid         types.Bool   `tfsdk:"valid"`
	Message       types.String `tfsdk:"message"`
	Country       types.String `tfsdk:"country"`
	PrefixCode    types.Int64  `tfsdk:"prefix_code"`
	PhoneNumber   types.String `tfsdk:"phone_number"`
	Type          types.String `tfsdk:"type"`
	Network       types.String `tfsdk:"network"`
	E164          types.String `tfsdk:"e164"`
	International types.String `tfsdk:"international"`
	National      types.String `tfsdk:"national"`
	RFC3966       types.String `tfsdk:"rfc3966"`
}

func (d *numberLookupDataSource) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_number_lookup"
}

func (d *numberLookupDataSource) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	text := func(description string) schema.StringAttribute {
		return schema.StringAttribute{Computed: true, MarkdownDescription: description}
	}
	resp.Schema = schema.Schema{
		MarkdownDescription: "Has SMS Partner check the form of phone numbers and write them in the usual forms, for free. It does not check whether a number is in use.\n\n" +
			"The vendor's call is `POST lookup`, which changes nothing. The provider stays within its limits: 500 numbers in a request and 360 requests a minute.",
		Attributes: map[string]schema.Attribute{
			"phone_numbers": schema.ListAttribute{
				Required:    true,
				ElementType: types.StringType,
				MarkdownDescription: "The numbers to check, at least one, international or national in the provider's `default_region`. The vendor also judges what can't be a number, which the provider sends with blanks for `/`, `;` and `|`. An element that holds two numbers is refused. " +
					"Vendor's name: `phoneNumbers`." + phone.Named,
				Validators: []validator.List{
					listvalidator.SizeAtLeast(1),
					validate.NoNulls{},
					listvalidator.ValueStringsAre(validate.String("a number without a comma", checkListed)),
				},
			},
			"all_valid": schema.BoolAttribute{Computed: true, MarkdownDescription: "Whether all `results` are valid."},
			"results": schema.ListNestedAttribute{
				Computed:            true,
				MarkdownDescription: "The answers, in the order of `phone_numbers`. For a number that is not valid, only `request`, `valid` and `message` have a value.",
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"request":       text("The number as the vendor received it."),
					"valid":         schema.BoolAttribute{Computed: true, MarkdownDescription: "Whether the text has the form of a phone number. Vendor's name: `success`."},
					"message":       text("What is wrong with the number, in the vendor's words."),
					"country":       text("The country, as a name such as `France`; null where the vendor names none. Vendor's name: `countryCode`."),
					"prefix_code":   schema.Int64Attribute{Computed: true, MarkdownDescription: "The country's calling code, such as 33. Vendor's name: `prefixCode`."},
					"phone_number":  text("The number in international form. Vendor's name: `phoneNumber`."),
					"type":          text("The kind of number, such as `Mobile`."),
					"network":       text("The operator's name; null where the vendor names none."),
					"e164":          text("The number as `+33600000001`."),
					"international": text("The number as `+33 6 00 00 00 01`."),
					"national":      text("The number as `06 00 00 00 01`."),
					"rfc3966":       text("The number as `tel:+33-6-00-00-00-01`."),
				}},
			},
		},
	}
}

const (
	unableToLookUpNumbers = "Unable to look up numbers"
	// requestsAtOnce bounds the requests under way.
	requestsAtOnce = 4
)

// notSeparated is code 3 on the page of the call, and code 19 on the general page.
var notSeparated = diagnostic.Fault{
	Attribute: path.Root("phone_numbers"),
	What:      "SMS Partner could not tell the phone numbers apart.",
	Do:        "Check that each element of phone_numbers is one number.",
}

var numberLookupFaults = diagnostic.Faults{
	ByCode: map[string]diagnostic.Fault{
		"2":  {Attribute: path.Root("phone_numbers"), Missing: "phone number"},
		"3":  notSeparated,
		"19": notSeparated,
		"50": {
			Attribute: path.Root("phone_numbers"),
			What:      "SMS Partner takes fewer numbers at once than the 500 that it documents.",
			Do:        "Split phone_numbers over several data sources.",
		},
		"55": {
			Attribute: path.Root("phone_numbers"),
			What:      "SMS Partner found no number to check among these.",
			Do:        "Check that each element of phone_numbers is a phone number.",
		},
		"14": {
			Attribute: path.Root("phone_numbers"),
			What:      "A number is on the account's STOP list.",
			Do:        "Leave it out of phone_numbers.",
		},
		"13": {
			Attribute: path.Root("phone_numbers"),
			What:      "SMS Partner has no price for the destination of a number.",
			Do:        "Leave it out of phone_numbers.",
		},
		"11": {
			What: "The account's credit does not pay for this, though the documentation calls the check free.",
			Do:   "Top up the account, or ask the support of SMS Partner.",
		},
	},
	Parameters: map[string]path.Path{"phoneNumbers": path.Root("phone_numbers")},
}

func (d *numberLookupDataSource) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	var model numberLookupModel
	resp.Diagnostics.Append(req.Config.Get(ctx, &model)...)
	client, diags := d.SMS(unableToLookUpNumbers)
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}
	asked, diags := newListed(model.PhoneNumbers, d.DefaultRegion)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	results, unread, err := lookUp(ctx, client, asked.unique)
	if err != nil {
		resp.Diagnostics.Append(diagnostic.FromError(unableToLookUpNumbers, err, numberLookupFaults))
		return
	}
	resp.Diagnostics.Append(diagnostic.Unread("Incomplete results of the lookup", unread)...)
	model.fill(asked, results)
	resp.Diagnostics.Append(resp.State.Set(ctx, &model)...)
}

// lookUp looks numbers up, in as many requests as needed. unread says which values could
// not be read, and why.
func lookUp(ctx context.Context, client *sms.Client, numbers []string) (results []sms.Lookup, unread []string, err error) {
	results = make([]sms.Lookup, len(numbers))
	var mu sync.Mutex
	plan := batch.Plan{Size: sms.MaxPerRequest, AtOnce: requestsAtOnce}
	err = plan.Run(ctx, len(numbers), func(ctx context.Context, from, to int) error {
		answer, err := client.Lookup(ctx, numbers[from:to])
		if err != nil {
			return err
		}
		copy(results[from:to], answer.Results)
		mu.Lock()
		defer mu.Unlock()
		unread = append(unread, answer.Unread...)
		return nil
	})
	return results, unread, err
}

func (m *numberLookupModel) fill(asked listed, results []sms.Lookup) {
	m.Results = make([]resultModel, len(asked.place))
	allValid := true
	for i, place := range asked.place {
		r := results[place]
		allValid = allValid && r.Valid
		m.Results[i] = resultModel{
			Request:       types.StringPointerValue(r.Request),
			Valid:         types.BoolValue(r.Valid),
			Message:       types.StringPointerValue(r.Message),
			Country:       types.StringPointerValue(r.Country),
			PrefixCode:    types.Int64PointerValue(r.PrefixCode),
			PhoneNumber:   types.StringPointerValue(r.PhoneNumber),
			Type:          types.StringPointerValue(r.Type),
			Network:       types.StringPointerValue(r.Network),
			E164:          types.StringPointerValue(r.E164),
			International: types.StringPointerValue(r.International),
			National:      types.StringPointerValue(r.National),
			RFC3966:       types.StringPointerValue(r.RFC3966),
		}
	}
	m.AllValid = types.BoolValue(allValid)
}
