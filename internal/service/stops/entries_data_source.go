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
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
)

var _ datasource.DataSourceWithConfigure = (*entriesDataSource)(nil)

// entriesDataSource tells who is on the list.
type entriesDataSource struct {
	framework.DataSourceBase
	kind *kind
}

func (d *entriesDataSource) Metadata(_ context.Context, _ datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = d.kind.dataSource
}

// mostAsked is how many elements of a set an engine compares quickly; a send takes 500.
const mostAsked = 5000

func (d *entriesDataSource) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	k, w := d.kind, d.kind.words
	resp.Schema = schema.Schema{
		MarkdownDescription: k.descriptions.dataSource,
		Attributes: map[string]schema.Attribute{
			k.arguments: schema.SetAttribute{
				Optional: true, ElementType: k.argumentType,
				MarkdownDescription: fmt.Sprintf("Only these %s, at most %d%s. An entry of the list whose %s can't be read is then an error, since it may be one of them.",
					w.recipients, mostAsked, w.forms, w.recipient) + w.named,
				Validators: k.elementRules,
			},
			k.entries: schema.ListNestedAttribute{
				Computed:            true,
				MarkdownDescription: fmt.Sprintf("The entries, in the vendor's order: all, or with `%s` those of these %s.", k.arguments, w.recipients),
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"id":         schema.StringAttribute{Computed: true, MarkdownDescription: k.idDescription()},
					k.argument:   schema.StringAttribute{Computed: true, MarkdownDescription: k.descriptions.listed},
					"created_at": schema.StringAttribute{Computed: true, MarkdownDescription: k.createdAtDescription()},
				}},
			},
			"total": schema.Int64Attribute{
				Computed: true, MarkdownDescription: fmt.Sprintf("How many entries the whole list has, whatever `%s` is. Vendor's name: `nbData`.", k.arguments),
			},
			"found": schema.SetAttribute{
				Computed: true, ElementType: k.argumentType,
				MarkdownDescription: fmt.Sprintf("The elements of `%s` that are on the list, in the spelling of `%[1]s`. Null without `%[1]s`.", k.arguments),
			},
		},
	}
}

func (d *entriesDataSource) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	var arguments types.Set
	resp.Diagnostics.Append(req.Config.GetAttribute(ctx, path.Root(d.kind.arguments), &arguments)...)
	stops, diags := d.kind.open(d.ProviderData, d.kind.unableToList())
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	asked, diags := d.asked(arguments)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	list, err := stops.calls.list(ctx)
	if err != nil {
		resp.Diagnostics.Append(d.kind.explainList(err))
		return
	}
	total, found := len(list), types.SetNull(d.kind.argumentType)
	if !arguments.IsNull() {
		if resp.Diagnostics.Append(d.kind.allReadable(list)...); resp.Diagnostics.HasError() {
			return
		}
		list, found = d.kind.among(list, asked)
	}
	entries, unread := []attr.Value{}, []string(nil)
	for _, e := range list {
		entries = append(entries, d.kind.row(ctx, e))
		unread = append(unread, e.unread...)
	}
	resp.Diagnostics.Append(diagnostic.Unread("Incomplete "+d.kind.words.list, unread)...)
	resp.Diagnostics.Append(resp.State.Set(ctx, object(ctx, map[string]attr.Value{
		d.kind.arguments: arguments,
		d.kind.entries:   types.ListValueMust(d.kind.row(ctx, entry{}).Type(ctx), entries),
		"total":          types.Int64Value(int64(total)),
		"found":          found,
	}))...)
}

// row is an entry as the vendor lists it, with a recipient that may be unreadable.
func (k *kind) row(ctx context.Context, e entry) types.Object {
	return object(ctx, map[string]attr.Value{
		"id": types.StringValue(e.id), k.argument: types.StringPointerValue(e.recipient), "created_at": framework.DateValue(e.createdAt),
	})
}

// asked holds the recipients that were asked for, in the form in which they are sent, with
// the elements of the argument: there may be several spellings of one.
type asked map[string][]attr.Value

func (d *entriesDataSource) asked(set types.Set) (asked, diag.Diagnostics) {
	var diags diag.Diagnostics
	elements := asked{}
	for _, element := range set.Elements() {
		recipient, problems := d.kind.read(path.Root(d.kind.arguments).AtSetValue(element), attribute.TextOf(element), d.DefaultRegion)
		diags.Append(problems...)
		elements[recipient] = append(elements[recipient], element)
	}
	return elements, diags
}

// among returns the entries of the recipients that were asked for, and which of these are on
// the list.
func (k *kind) among(list []entry, asked asked) ([]entry, types.Set) {
	index := k.newIndex()
	for recipient := range asked {
		index.Add(recipient)
	}
	var entries []entry
	found, told := []attr.Value{}, map[string]bool{}
	for _, e := range list {
		same := index.Find(*e.recipient)
		for _, recipient := range same {
			if !told[recipient] {
				found, told[recipient] = append(found, asked[recipient]...), true
			}
		}
		if len(same) > 0 {
			entries = append(entries, e)
		}
	}
	return entries, types.SetValueMust(k.argumentType, found)
}

// allReadable refuses a list with a recipient that can't be read: it may be anybody.
func (k *kind) allReadable(list []entry) diag.Diagnostics {
	for _, e := range list {
		if !e.isReadable {
			return diag.Diagnostics{diag.NewErrorDiagnostic(k.unableToList(), fmt.Sprintf(
				"The %s of the entry %s can't be read, so it may be one of %s.\n\n"+
					"Look the entry up in the dashboard. Without %[3]s, the data source gives the whole list.", k.words.recipient, e.id, k.arguments))}
		}
	}
	return nil
}
