package voice

import (
	"fmt"
	"slices"
	"strings"
)

// outcome is what becomes of the numbers that end in two digits.
type outcome struct {
	ending, meaning string
	// status and additional are the words of a notification.
	status, additional string
	// open says that the call has not ended.
	open bool
}

// pickedUp is the outcome of the documented example.
var pickedUp = outcome{meaning: "put through, and answered", status: "delivered", additional: "VOICE_ANSWERED"}

// outcomes are the endings with a meaning; every other number is answered. Which words go
// together is not documented for the others: a call that was not put through has no
// additional status here.
func outcomes() []outcome {
	return []outcome{
		{ending: "90", meaning: "not put through", status: "undelivered"},
		{ending: "91", meaning: "stays pending", status: "pending", open: true},
		{ending: "92", meaning: "put through, and not answered", status: "delivered", additional: "VOICE_NOT_ANSWERED"},
	}
}

func outcomeOf(number string) outcome {
	choices := outcomes()
	i := slices.IndexFunc(choices, func(o outcome) bool { return strings.HasSuffix(number, o.ending) })
	if i < 0 {
		return pickedUp
	}
	return choices[i]
}

// Help describes, for the program's help, what the last two digits of a number choose.
func Help() string {
	var b strings.Builder
	b.WriteString("They choose what the notifications of a voice message or a voice SMS tell:\n")
	for _, o := range outcomes() {
		fmt.Fprintf(&b, "  ...%s  %s\n", o.ending, o.describe())
	}
	fmt.Fprintf(&b, "  other  %s\n", pickedUp.describe())
	return b.String()
}

func (o outcome) describe() string {
	words := o.status
	if o.additional != "" {
		words += ", " + o.additional
	}
	return o.meaning + " (" + words + ")"
}
