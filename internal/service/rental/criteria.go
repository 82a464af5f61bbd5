package rental

import (
	"fmt"
	"math"
	"regexp"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// The ages that pass everywhere in the documentation, but 18: one page says "more than 18",
// and the code that refuses an age "more than 17", so the vendor decides.
const (
	youngest = 18
	oldest   = 98
)

// mostLocalities is how many elements of a set an engine compares quickly.
const mostLocalities = 5000

var anAge = attribute.Whole{Lowest: youngest, Highest: oldest}

// anID is of one of the vendor's lists.
var anID = attribute.Whole{Lowest: 1, Highest: math.MaxInt32}

// The criteria of a rental, in the data source that estimates and in the resource that
// rents.
var (
	argSexe = attribute.Argument{
		Name: "sexe", Required: true, Form: attribute.Text{Rule: validate.Choice("m", "h", "f")},
		Description: "Whom to rent: `h` for men, `f` for women, `m` (mixed) for both.",
	}
	argMinAge = attribute.Argument{
		Name: "min_age", Required: true, Form: anAge,
		Description: "The lowest age, at least 18. The documentation contradicts itself on 18, so SMS Partner may refuse it. Vendor's name: `minAge`.",
	}
	argMaxAge = attribute.Argument{
		Name: "max_age", Required: true, Form: anAge,
		Description: "The highest age, `min_age` to 98. Vendor's name: `maxAge`.",
	}
	argInterest = attribute.Argument{
		Name: "interest", Form: anID,
		Description: "The id of an interest from the page of categories in the vendor's documentation, such as `14` for the home. `interest`, `sub_interest` or both are required.",
	}
	argSubInterest = attribute.Argument{
		Name: "sub_interest", Form: anID,
		Description: "The id of a part of an interest, from the same page, such as `35` for the kitchen. Vendor's name: `subInterest`.",
	}
	argCategory = attribute.Argument{
		Name: "category", Form: anID,
		Description: "The id of a social category: `102` for the higher ones (CSP+), `103` for the lower ones (CSP-).",
	}
	argDepartments = attribute.Argument{
		Name: "departments", Form: attribute.Texts{
			Size: attribute.Size{Plural: "departments", Lowest: 1, Highest: mostLocalities},
			Each: "the number of a department", Rule: checkDepartment,
		},
		Description: "Only people in these French departments, each by its number of two or three characters, such as `02`, `2A` or `974`. " +
			"An empty set is refused, since it would mean all of France. Vendor's name: `department`.",
	}
	argZipcodes = attribute.Argument{
		Name: "zipcodes", Form: attribute.Texts{
			Size: attribute.Size{Plural: "zip codes", Lowest: 1, Highest: mostLocalities},
			Each: "a zip code", Rule: checkZipcode,
		},
		Description: "Only people in these places, each by its zip code of five digits, such as `02200`. An empty set is refused. " +
			"Whether SMS Partner takes criteria without `departments` and without `zipcodes` is not documented. Vendor's name: `zipcode`.",
	}
	criteriaArguments = []attribute.Argument{
		argSexe, argMinAge, argMaxAge, argInterest, argSubInterest, argCategory, argDepartments, argZipcodes,
	}
	// argVolumes is optional where nothing is rented.
	argVolumes = attribute.Argument{
		Name: "volumes", Form: attribute.Wholes{Rule: validate.Wholes(1, math.MaxInt32, "zip code or department", checkLocality)},
		Description: "How many contacts of each place are wanted, by its zip code or department, as a whole number from 1.",
	}
)

// criteriaModel holds the values of criteriaArguments and of argVolumes.
type criteriaModel struct {
	Sexe        types.String `tfsdk:"sexe"`
	MinAge      types.Number `tfsdk:"min_age"`
	MaxAge      types.Number `tfsdk:"max_age"`
	Interest    types.Number `tfsdk:"interest"`
	SubInterest types.Number `tfsdk:"sub_interest"`
	Category    types.Number `tfsdk:"category"`
	Departments types.Set    `tfsdk:"departments"`
	Zipcodes    types.Set    `tfsdk:"zipcodes"`
	Volumes     types.Map    `tfsdk:"volumes"`
}

// check refuses what the rules of single arguments cannot. Unknown values pass, and those
// that a rule of their own refuses.
func (m criteriaModel) check() diag.Diagnostics {
	var diags diag.Diagnostics
	if least, most := whole(m.MinAge), whole(m.MaxAge); youngest <= most && most < least && least <= oldest {
		diags.Append(validate.Invalid(path.Root(argMaxAge.Name),
			fmt.Errorf("%d is below min_age, which is %d: write the higher age in max_age", most, least)))
	}
	if m.Interest.IsNull() && m.SubInterest.IsNull() {
		diags.AddAttributeError(path.Root(argInterest.Name), "Missing interest",
			"SMS Partner needs interest or sub_interest: write the id of one, or of both.")
	}
	return diags
}

// criteria are the values for a call, when all are known.
func (m criteriaModel) criteria() sms.RentalCriteria {
	return sms.RentalCriteria{
		Sexe:   m.Sexe.ValueString(),
		MinAge: whole(m.MinAge), MaxAge: whole(m.MaxAge),
		Interest: whole(m.Interest), SubInterest: whole(m.SubInterest), Category: whole(m.Category),
		Departments: sorted(m.Departments), Zipcodes: sorted(m.Zipcodes),
	}
}

// volumes are the wanted volumes for a call, when all are known; nil without any.
func (m criteriaModel) volumes() map[string]int64 {
	var volumes map[string]int64
	for locality, value := range m.Volumes.Elements() {
		if volumes == nil {
			volumes = map[string]int64{}
		}
		number, _ := value.(types.Number) // the schema allows no other type
		volumes[locality] = whole(number)
	}
	return volumes
}

// whole reads a number that a rule has found whole; 0 where it is null or unknown.
func whole(number types.Number) int64 {
	value := number.ValueBigFloat()
	if value == nil || !value.IsInt() {
		return 0
	}
	n, _ := value.Int64()
	return n
}

// sorted returns the texts of a set in an order that does not change.
func sorted(set types.Set) []string {
	var texts []string
	for _, element := range set.Elements() {
		text, _ := element.(types.String) // the schema allows no other type
		texts = append(texts, text.ValueString())
	}
	slices.Sort(texts)
	return texts
}

var (
	department = regexp.MustCompile(`^(?:[0-9]{2,3}|2[AB])$`)
	zipcode    = regexp.MustCompile(`^[0-9]{5}$`)
	lacksZero  = regexp.MustCompile(`^(?:[0-9]|[0-9]{4})$`)
)

func checkDepartment(value string) error {
	if !department.MatchString(value) {
		return fmt.Errorf(`%s is not the number of a French department: write two or three characters in quotes, such as "02", "2A" or "974"%s`,
			validate.Quote(value), lostZero(value))
	}
	return nil
}

func checkZipcode(value string) error {
	if !zipcode.MatchString(value) {
		return fmt.Errorf(`%s is not a French zip code: write five digits in quotes, such as "02200"%s`, validate.Quote(value), lostZero(value))
	}
	return nil
}

// checkLocality takes what is either.
func checkLocality(value string) error {
	if checkDepartment(value) != nil && checkZipcode(value) != nil {
		return fmt.Errorf(`%s is neither a French zip code nor the number of a department: write five digits in quotes, such as "02200", `+
			`or two or three characters, such as "02"%s`, validate.Quote(value), lostZero(value))
	}
	return nil
}

// lostZero explains a number that was written without quotes.
func lostZero(value string) string {
	if lacksZero.MatchString(value) {
		return "; without quotes, a number loses the zero that it begins with"
	}
	return ""
}
