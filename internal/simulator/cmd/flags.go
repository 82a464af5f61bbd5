package main

import (
	"flag"
	"fmt"
	"reflect"
	"strings"
	"time"
)

// declare makes a flag of each tagged field of a struct, and of the structs in it.
// The tag flag names it, help tells what it does, and value is the word of the help
// that stands for the flag's value. What a field holds is the default.
func declare(flags *flag.FlagSet, settings any) {
	for field, value := range reflect.ValueOf(settings).Elem().Fields() {
		name, tagged := field.Tag.Lookup("flag")
		switch {
		case tagged:
			declareFlag(flags, value.Addr().Interface(), name, usageOf(field.Tag))
		case value.Kind() == reflect.Struct:
			declare(flags, value.Addr().Interface())
		}
	}
}

func declareFlag(flags *flag.FlagSet, target any, name, usage string) {
	switch target := target.(type) {
	case flag.Value:
		flags.Var(target, name, usage)
	case *bool:
		flags.BoolVar(target, name, *target, usage)
	case *int:
		flags.IntVar(target, name, *target, usage)
	case *string:
		flags.StringVar(target, name, *target, usage)
	case *time.Duration:
		flags.DurationVar(target, name, *target, usage)
	case *[]string:
		flags.Func(name, usage, func(list string) error {
			*target = strings.Split(list, ",")
			return nil
		})
	default:
		panic(fmt.Sprintf("simulator: no flag has the type of %s, %T", name, target))
	}
}

// usageOf quotes the word that stands for the value, as package flag wants it: a tag
// can hold no such quotes.
func usageOf(tag reflect.StructTag) string {
	help, word := tag.Get("help"), tag.Get("value")
	if word == "" {
		return help
	}
	return strings.Replace(help, word, "`"+word+"`", 1)
}
