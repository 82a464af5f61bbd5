package contacts

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// groupModel is a contact group, in the resource and in the list of the data source.
type groupModel struct {
	ID             types.String `tfsdk:"id"`
	Name           types.String `tfsdk:"name"`
	CreatedAt      types.String `tfsdk:"created_at"`
	IsSpecialFile  types.Bool   `tfsdk:"is_special_file"`
	IsLocationFile types.Bool   `tfsdk:"is_location_file"`
}

func newGroupModel(g sms.Group) groupModel {
	return groupModel{
		ID:             types.StringValue(g.ID),
		Name:           types.StringPointerValue(g.Name),
		CreatedAt:      framework.DateValue(g.CreatedAt),
		IsSpecialFile:  types.BoolPointerValue(g.IsSpecialFile),
		IsLocationFile: types.BoolPointerValue(g.IsLocationFile),
	}
}

// Descriptions of the computed attributes, shared by the kinds of types.
const (
	groupID             = "The group's id, a string that SMS Partner assigns. Vendor's name: `groupId`."
	groupCreatedAt      = "When the group was created, in RFC 3339 form with the offset of Paris. Vendor's name: `createdAt`."
	groupIsSpecialFile  = "The vendor's `isSpecialFile`, whose meaning is not documented."
	groupIsLocationFile = "The vendor's `isLocationFile`, whose meaning is not documented: it presumably marks a file of rented contacts."
)

const longestGroupName = 255

// checkGroupName refuses names that could not be found again in the vendor's list.
func checkGroupName(name string) error {
	switch {
	case strings.TrimSpace(name) == "":
		return errors.New("the name is empty: write one of 1 to 255 characters")
	case utf8.RuneCountInString(name) > longestGroupName:
		return fmt.Errorf("the name has %d characters: write at most %d", utf8.RuneCountInString(name), longestGroupName)
	case strings.TrimSpace(name) != name:
		return fmt.Errorf("%s begins or ends with a blank: remove it, for example with trimspace()", validate.Quote(name))
	case strings.ContainsFunc(name, func(r rune) bool { return unicode.IsSpace(r) && r != ' ' }):
		return fmt.Errorf("%s has a line break, or a blank other than a plain space: write a space", validate.Quote(name))
	default:
		return validate.Visible(name)
	}
}

// groupFaults explains the refusals of a creation.
var groupFaults = diagnostic.Faults{
	ByCode:     map[string]diagnostic.Fault{"1": {Attribute: path.Root("name"), Missing: "name"}},
	Parameters: map[string]path.Path{"name": path.Root("name")},
}

// isNamed reports whether a group has a name.
func isNamed(g sms.Group, name string) bool { return g.Name != nil && sms.SameName(*g.Name, name) }

// groupByID returns the group with an id; false if there is none.
func groupByID(groups []sms.Group, id string) (sms.Group, bool) {
	i := slices.IndexFunc(groups, func(g sms.Group) bool { return g.ID == id })
	if i < 0 {
		return sms.Group{}, false
	}
	return groups[i], true
}
