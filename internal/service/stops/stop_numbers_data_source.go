package stops

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
	numbers "github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

var _ datasource.DataSourceWithConfigure = (*stopNumbersDataSource)(nil)

func newStopNumbersDataSource() datasource.DataSource { return &stopNumbersDataSource{} }

// stopNumbersDataSource tells which numbers are on the STOP list.
type stopNumbersDataSource struct {
	framework.DataSourceBase
}

type stopNumbersModel struct {
	PhoneNumbers types.Set    `tfsdk:"phone_numbers"`
	Stops        []entryModel `tfsdk:"stops"`
	Total        types.Int64  `tfsdk:"total"`
	Found        types.Set    `tfsdk:"found"`
}

// entryModel is an entry as the vendor lists it, with a number that may be unreadable.
type entryModel struct {
	ID          types.String `tfsdk:"id"`
	PhoneNumber types.String `tfsdk:"phone_number"`
	CreatedAt   types.String `tfsdk:"created_at"`
}

func (d *stopNumbersDataSource) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_stop_numbers"
}

// mostPhoneNumbers is how many elements of a set an engine compares quickly; a send takes
// 500.
const mostPhoneNumbers = 5000

func (d *stopNumbersDataSource) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Lists the numbers on the account's STOP list: those that were added, and those whose owners answered STOP. " +
			"With `phone_numbers`, it tells which of these may not be written to.\n\n" +
			"The vendor's call is `GET stop-sms/list`, which gives the whole list.",
		Attributes: map[string]schema.Attribute{
			"phone_numbers": schema.SetAttribute{
				Optional: true, ElementType: phone.Type{},
				MarkdownDescription: fmt.Sprintf("Only these numbers, at most %d, international or national in the provider's `default_region`. ", mostPhoneNumbers) +
					"An entry of the list whose number can't be read is then an error, since it may be one of them." + phone.Named,
				Validators: phone.Numbers("phone numbers", 0, mostPhoneNumbers),
			},
			"stops": schema.ListNestedAttribute{
				Computed:            true,
				MarkdownDescription: "The entries, in the vendor's order: all, or with `phone_numbers` those of these numbers.",
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"id":           schema.StringAttribute{Computed: true, MarkdownDescription: stopID},
					"phone_number": schema.StringAttribute{Computed: true, MarkdownDescription: "The number, in international form. Vendor's name: `phoneNumber`."},
					"created_at":   schema.StringAttribute{Computed: true, MarkdownDescription: stopCreatedAt},
				}},
			},
			"total": schema.Int64Attribute{Computed: true, MarkdownDescription: "How many entries the whole list has, whatever `phone_numbers` is. Vendor's name: `nbData`."},
			"found": schema.SetAttribute{
				Computed: true, ElementType: phone.Type{},
				MarkdownDescription: "The elements of `phone_numbers` that are on the list, as they are written there. Null without `phone_numbers`.",
			},
		},
	}
}

func (d *stopNumbersDataSource) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	var model stopNumbersModel
	resp.Diagnostics.Append(req.Config.Get(ctx, &model)...)
	client, diags := d.SMS(unableToListStops)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	asked, diags := d.asked(model.PhoneNumbers)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	list, err := client.StopNumbers(ctx)
	if err != nil {
		resp.Diagnostics.Append(explainList(err))
		return
	}
	model.Total = types.Int64Value(int64(len(list)))
	model.Found = types.SetNull(phone.Type{})
	if !model.PhoneNumbers.IsNull() {
		if resp.Diagnostics.Append(allReadable(list)...); resp.Diagnostics.HasError() {
			return
		}
		list, model.Found = asked.among(list)
	}
	model.Stops = make([]entryModel, len(list))
	var unread []string
	for i, stop := range list {
		model.Stops[i] = entryModel{types.StringValue(stop.ID), types.StringPointerValue(stop.PhoneNumber), framework.DateValue(stop.CreatedAt)}
		unread = append(unread, stop.Unread...)
	}
	resp.Diagnostics.Append(diagnostic.Unread("Incomplete STOP list", unread)...)
	resp.Diagnostics.Append(resp.State.Set(ctx, &model)...)
}

// asked holds the elements of phone_numbers by their E.164 form: there may be several
// spellings of one number.
type asked map[string][]attr.Value

func (d *stopNumbersDataSource) asked(set types.Set) (asked, diag.Diagnostics) {
	var diags diag.Diagnostics
	byNumber := asked{}
	for _, element := range set.Elements() {
		written, _ := element.(phone.Number) // the schema allows no other type
		number, problems := phone.Read(path.Root("phone_numbers").AtSetValue(element), written.ValueString(), d.DefaultRegion)
		diags.Append(problems...)
		byNumber[number] = append(byNumber[number], element)
	}
	return byNumber, diags
}

// among returns the entries of the numbers that were asked for, and which of these are on
// the list.
func (a asked) among(list []sms.StopNumber) ([]sms.StopNumber, types.Set) {
	index := numbers.NewIndex()
	for number := range a {
		index.Add(number)
	}
	var stops []sms.StopNumber
	found, told := []attr.Value{}, map[string]bool{}
	for _, stop := range list {
		same := index.Find(*stop.PhoneNumber)
		for _, number := range same {
			if !told[number] {
				found, told[number] = append(found, a[number]...), true
			}
		}
		if len(same) > 0 {
			stops = append(stops, stop)
		}
	}
	return stops, types.SetValueMust(phone.Type{}, found)
}

// allReadable refuses a list with a number that can't be read: it may be any number.
func allReadable(list []sms.StopNumber) diag.Diagnostics {
	for _, stop := range list {
		if !stop.IsReadable() {
			return diag.Diagnostics{diag.NewErrorDiagnostic(unableToListStops, fmt.Sprintf(
				"The number of the entry %s can't be read, so it may be one of phone_numbers.\n\n"+
					"Look the entry up in the dashboard. Without phone_numbers, the data source gives the whole list.", stop.ID))}
		}
	}
	return nil
}
