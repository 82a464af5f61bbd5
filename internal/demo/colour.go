package main

import (
	"regexp"

	"github.com/fatih/color"
)

// Colours, on a terminal only. NO_COLOR turns them off.
var (
	heading   = color.New(color.Bold, color.FgCyan)
	command   = color.New(color.Bold)
	good      = color.New(color.FgGreen)
	bad       = color.New(color.FgRed)
	simulated = color.New(color.Faint)
)

// escape is how an engine begins and ends a colour.
var escape = regexp.MustCompile(`\x1b\[[0-9;]*m`)

// plain is a text without colours.
func plain(text string) string { return escape.ReplaceAllString(text, "") }

// coloured are arguments of an engine that prints colours if the demo does.
func coloured(args []string) []string {
	if !color.NoColor {
		return args
	}
	return append([]string{args[0], "-no-color"}, args[1:]...)
}
