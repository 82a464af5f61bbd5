package rental

import (
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

func number(text string) types.Number {
	value, _, err := big.ParseFloat(text, 10, 512, big.ToNearestEven)
	if err != nil {
		panic(err)
	}
	return types.NumberValue(value)
}

func set(elements ...string) types.Set {
	var values []attr.Value
	for _, element := range elements {
		values = append(values, types.StringValue(element))
	}
	return types.SetValueMust(types.StringType, values)
}

func volumes(locality, wanted string) types.Map {
	return types.MapValueMust(types.NumberType, map[string]attr.Value{locality: number(wanted)})
}

func triggers(value string) types.Map {
	return types.MapValueMust(types.StringType, map[string]attr.Value{"month": types.StringValue(value)})
}

// Every argument that differs is a new rental, unless only its spelling does.
func TestContactRental_Changed(t *testing.T) {
	t.Parallel()
	before := func() contactRentalModel {
		return contactRentalModel{
			criteriaModel: criteriaModel{
				Sexe: types.StringValue("f"), MinAge: number("25"), MaxAge: number("35"), Interest: number("14"), SubInterest: types.NumberNull(), Category: number("102"),
				Departments: types.SetNull(types.StringType), Zipcodes: set("60200", "02200"), Volumes: volumes("60200", "20"),
			},
			MaxTotal: number("1.8"), Triggers: types.MapNull(types.StringType),
		}
	}
	for name, test := range map[string]struct {
		change func(*contactRentalModel)
		want   string
	}{
		"nothing":           {func(*contactRentalModel) {}, ""},
		"order":             {func(m *contactRentalModel) { m.Zipcodes = set("02200", "60200") }, ""},
		"spelling":          {func(m *contactRentalModel) { m.MaxTotal, m.Volumes = number("1.80"), volumes("60200", "20.0") }, ""},
		"empty trigger":     {func(m *contactRentalModel) { m.Triggers = triggers("") }, ""},
		"trigger":           {func(m *contactRentalModel) { m.Triggers = triggers("2026-03") }, "triggers"},
		"sexe":              {func(m *contactRentalModel) { m.Sexe = types.StringValue("m") }, "sexe"},
		"ages":              {func(m *contactRentalModel) { m.MinAge, m.MaxAge = number("26"), number("36") }, "max_age min_age"},
		"interests":         {func(m *contactRentalModel) { m.Interest, m.SubInterest = types.NumberNull(), number("35") }, "interest sub_interest"},
		"category left out": {func(m *contactRentalModel) { m.Category = types.NumberNull() }, "category"},
		"departments":       {func(m *contactRentalModel) { m.Departments = set("02") }, "departments"},
		"a zip code more":   {func(m *contactRentalModel) { m.Zipcodes = set("60200", "02200", "02300") }, "zipcodes"},
		"volume":            {func(m *contactRentalModel) { m.Volumes = volumes("60200", "21") }, "volumes"},
		"volume of another": {func(m *contactRentalModel) { m.Volumes = volumes("02200", "20") }, "volumes"},
		"limit":             {func(m *contactRentalModel) { m.MaxTotal = number("2") }, ""},
		"unknown": {func(m *contactRentalModel) {
			m.Interest, m.Zipcodes = types.NumberUnknown(), types.SetUnknown(types.StringType)
		}, "interest zipcodes"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			after := before()
			test.change(&after)
			wantChanged(t, after, before(), test.want)
		})
	}
}

// A rental that was imported takes over what is null in its state, and is a new rental for
// what it has taken over.
func TestContactRental_ChangedAfterImport(t *testing.T) {
	t.Parallel()
	imported := func() contactRentalModel {
		return contactRentalModel{
			criteriaModel: criteriaModel{Departments: types.SetNull(types.StringType), Zipcodes: types.SetNull(types.StringType), Volumes: types.MapNull(types.NumberType)},
			Triggers:      types.MapNull(types.StringType), Token: types.StringValue("T1"), Outcome: types.StringValue("accepted"),
		}
	}
	whole := func() contactRentalModel {
		m := imported()
		m.criteriaModel = criteriaModel{
			Sexe: types.StringValue("f"), MinAge: number("25"), MaxAge: number("35"), Interest: number("14"), SubInterest: number("35"), Category: number("102"),
			Departments: set("02"), Zipcodes: set("60200"), Volumes: volumes("60200", "20"),
		}
		m.MaxTotal, m.Triggers = number("2"), triggers("2026-03")
		return m
	}
	for name, test := range map[string]struct {
		before, after func(*contactRentalModel)
		want          string
	}{
		"all": {nil, nil, ""},
		"unknown": {nil, func(m *contactRentalModel) {
			m.Sexe, m.Volumes = types.StringUnknown(), types.MapUnknown(types.NumberType)
		}, ""},
		"one is known": {
			func(m *contactRentalModel) { m.Sexe, m.Category = types.StringValue("m"), number("102") }, nil, "sexe",
		},
		"a trigger is known": {func(m *contactRentalModel) { m.Triggers = triggers("2026-02") }, nil, "triggers"},
		"without what is optional": {
			func(m *contactRentalModel) {
				m.Sexe, m.MinAge, m.MaxAge, m.Volumes = types.StringValue("f"), number("25"), number("35"), volumes("60200", "20")
			}, nil, "category departments interest sub_interest triggers zipcodes",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			before, after := imported(), whole()
			if test.before != nil {
				test.before(&before)
			}
			if test.after != nil {
				test.after(&after)
			}
			wantChanged(t, after, before, test.want)
		})
	}
}

func wantChanged(t *testing.T, after, before contactRentalModel, want string) {
	t.Helper()
	var got []string
	for _, at := range after.changed(before) {
		got = append(got, at.String())
	}
	slices.Sort(got)
	if strings.Join(got, " ") != want {
		t.Errorf("%q make a new rental, want %q", got, want)
	}
}
