package provider

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// hole is a valid configuration that was changed in one place.
type hole struct {
	what   string
	at     *tftypes.AttributePath
	config tftypes.Value
}

// unusual are values of each kind, most of them wrong.
func unusual(value tftypes.Value) map[string]tftypes.Value {
	as := value.Type()
	made := map[string]tftypes.Value{"null": tftypes.NewValue(as, nil), "unknown": tftypes.NewValue(as, tftypes.UnknownValue)}
	add := func(what string, value any) { made[what] = tftypes.NewValue(as, value) }
	switch as := as.(type) {
	case tftypes.Object:
		nulls := map[string]tftypes.Value{}
		for name, kind := range as.AttributeTypes {
			nulls[name] = tftypes.NewValue(kind, nil)
		}
		add("an object of nulls", nulls)
	case tftypes.List, tftypes.Set:
		list := elementsOf(value)
		add("empty", []tftypes.Value{})
		if len(list) > 0 {
			with := func(more tftypes.Value) []tftypes.Value { return append(slices.Clone(list), more) }
			kind := list[0].Type()
			add("a null more", with(tftypes.NewValue(kind, nil)))
			add("an unknown more", with(tftypes.NewValue(kind, tftypes.UnknownValue)))
			if as.Is(tftypes.List{}) {
				add("a duplicate", with(list[0]))
			}
		}
	case tftypes.Map:
		add("empty", map[string]tftypes.Value{})
	default:
		switch {
		case as.Is(tftypes.String):
			for what, text := range map[string]string{
				"empty": "", "longer than any text is quoted": strings.Repeat("7", 2*longest),
				"control characters": "a\x00\x1b[0m\x07", "invisible characters": "a\u200b\u202e\ufeff",
				"negative": "-1", "huge": strings.Repeat("9", 30),
			} {
				add(what, text)
			}
		case as.Is(tftypes.Number):
			huge := new(big.Float).SetMantExp(big.NewFloat(1), 1000)
			for what, number := range map[string]*big.Float{"negative": big.NewFloat(-1), "huge": huge, "tiny": new(big.Float).Quo(big.NewFloat(1), huge), "a fraction": big.NewFloat(1.5)} {
				add(what, number)
			}
		case as.Is(tftypes.Bool):
			add("true", true)
			add("false", false)
		}
	}
	return made
}

func elementsOf(value tftypes.Value) []tftypes.Value {
	var list []tftypes.Value
	_ = value.As(&list)
	return list
}

// holes are all changes of one place of a configuration, less what only the provider
// sets.
func holes(t *testing.T, block *tfprotov6.SchemaBlock, config tftypes.Value) []hole {
	t.Helper()
	var made []hole
	err := tftypes.Walk(config, func(at *tftypes.AttributePath, value tftypes.Value) (bool, error) {
		steps := at.Steps()
		if len(steps) == 0 {
			return true, nil
		}
		if slices.ContainsFunc(block.Attributes, func(a *tfprotov6.SchemaAttribute) bool {
			return steps[0] == tftypes.AttributeName(a.Name) && !a.Required && !a.Optional
		}) {
			return false, nil
		}
		changes := unusual(value)
		for _, what := range slices.Sorted(maps.Keys(changes)) {
			if changes[what].Equal(value) {
				continue
			}
			changed, err := tftypes.Transform(config, func(here *tftypes.AttributePath, old tftypes.Value) (tftypes.Value, error) {
				if here.Equal(at) {
					return changes[what], nil
				}
				return old, nil
			})
			if err != nil {
				return false, err
			}
			made = append(made, hole{fmt.Sprintf("%s: %s", at, what), at, changed})
		}
		return true, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return made
}
