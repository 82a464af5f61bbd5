package stops

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/types"
	"github.com/hashicorp/terraform-plugin-framework/types/basetypes"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
)

// entry is an entry as the vendor lists it. What the vendor did not say is nil.
type entry struct {
	id        string
	recipient *string
	// isReadable says that recipient can be compared with others.
	isReadable bool
	createdAt  *time.Time
	// unread says which values could not be read, and why.
	unread []string
}

// is reports whether an entry is of a recipient. It is not if it has none.
func (k *kind) is(e entry, recipient string) bool {
	return e.recipient != nil && k.same(*e.recipient, recipient)
}

// of returns the entries of a recipient.
func (k *kind) of(list []entry, recipient string) []entry {
	var found []entry
	for _, e := range list {
		if k.is(e, recipient) {
			found = append(found, e)
		}
	}
	return found
}

// withID returns the entry with an id; false if there is none.
func withID(list []entry, id string) (entry, bool) {
	i := slices.IndexFunc(list, func(e entry) bool { return e.id == id })
	if i < 0 {
		return entry{}, false
	}
	return list[i], true
}

// model is an entry in a plan or a state, in the resource and in the list resource.
type model struct {
	id, recipient, createdAt types.String
}

// newModel leaves out a recipient that can't be read: the attribute takes no such text.
func newModel(e entry) model {
	recipient := types.StringNull()
	if e.isReadable {
		recipient = types.StringPointerValue(e.recipient)
	}
	return model{types.StringValue(e.id), recipient, framework.DateValue(e.createdAt)}
}

// modelIn reads a plan or a state, of which get is the method Get.
func (k *kind) modelIn(ctx context.Context, get func(ctx context.Context, target any) diag.Diagnostics) (model, diag.Diagnostics) {
	var object types.Object
	diags := get(ctx, &object)
	values := object.Attributes()
	text := func(name string) types.String {
		value, ok := values[name].(basetypes.StringValuable)
		if !ok {
			return types.StringNull()
		}
		text, problems := value.ToStringValue(ctx)
		diags.Append(problems...)
		return text
	}
	return model{text("id"), text(k.argument), text("created_at")}, diags
}

// object is a model as the schema has it.
func (k *kind) object(ctx context.Context, m model) types.Object {
	return object(ctx, map[string]attr.Value{"id": m.id, k.argument: k.value(ctx, m.recipient), "created_at": m.createdAt})
}

// value is a recipient in the type of its attribute, which takes any text.
func (k *kind) value(ctx context.Context, recipient types.String) attr.Value {
	value, _ := k.argumentType.ValueFromString(ctx, recipient)
	return value
}

// object has these attributes.
func object(ctx context.Context, values map[string]attr.Value) types.Object {
	kinds := make(map[string]attr.Type, len(values))
	for name, value := range values {
		kinds[name] = value.Type(ctx)
	}
	return types.ObjectValueMust(kinds, values)
}

// Descriptions of the computed attributes, shared by the kinds of schemas.
func (k *kind) idDescription() string {
	return fmt.Sprintf("The id of the entry, a whole number that %s assigns. Vendor's names: `id`, `stopId`.", k.product.Name)
}

func (k *kind) createdAtDescription() string {
	return fmt.Sprintf("When the %s came onto the list, in RFC 3339 form with the offset of Paris. Vendor's name: `createdAt`.", k.words.recipient)
}

func (k *kind) explainList(err error) diag.Diagnostic {
	return diagnostic.FromError(k.unableToList(), err, diagnostic.Faults{})
}

// managed is an entry of the list that a resource manages.
type managed struct {
	// id is that of the list once it was listed, else that of the answer to the addition.
	id string
	// recipient is in the form in which it was sent, or as the list has it; empty if not
	// known, after an import.
	recipient string
	// listed says that the list has had the entry under this id.
	listed bool
}

// find returns a managed entry in the list; false if it is not there. An entry with the id
// and another recipient is somebody else's. The documentation does not say that the answer to
// an addition and the list have the same id: until the entry was listed, the recipient tells.
func (k *kind) find(m managed, list []entry) (entry, bool) {
	if !m.listed {
		if found := k.of(list, m.recipient); len(found) > 0 {
			return found[0], true
		}
	}
	e, there := withID(list, m.id)
	return e, there && (m.recipient == "" || !e.isReadable || k.is(e, m.recipient))
}
