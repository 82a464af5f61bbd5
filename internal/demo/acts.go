package main

import "time"

// The last two digits choose what becomes of a message in the simulator.
const (
	numberDelivered    = "+33600000001"
	numberNotDelivered = "+33600000090"
	numberStopped      = "+33600000092"
)

// numberOnCall is a phone that is called.
const numberOnCall = "+33600000002"

// act is one thing that the demo shows.
type act struct {
	// step names the act in the table at the end.
	step, title string
	// example is the folder in which the engine runs.
	example string
	// tells what to look for.
	tells string
	args  []string
	fails bool
	// shows is what the output must contain, and sends, cancels, calls and mails are the requests
	// that must reach the simulator: the demo checks itself.
	shows                        string
	sends, cancels, calls, mails int
	// short says that the short demo has the act too.
	short bool
	// brief says that what the engine prints is worth a line only.
	brief bool
}

// install prepares the folder of an example.
func install(title, example string) act {
	return act{step: "init, " + example, title: title, example: example, args: []string{"init"}, shows: "smspartner/smspartner", brief: true}
}

// assertions ask what became of a message that was sent already.
func assertions(message string) []act {
	installed := install("Install the provider", assertDelivery)
	installed.short = true
	return []act{
		installed,
		{
			step: "plan, delivered", title: "Plan: is the SMS to " + numberDelivered + " delivered?", example: assertDelivery,
			tells: "The status is Waiting for a few seconds. The data source reads it each second until it is final.",
			args:  []string{"plan", message, "-var=phone_number=" + numberDelivered},
			shows: `"Delivered"`, short: true,
		},
		{
			step: "apply, delivered", title: "Apply: the same, and the outputs are kept in the state", example: assertDelivery,
			args:  []string{"apply", "-auto-approve", message, "-var=phone_number=" + numberDelivered},
			shows: "Apply complete",
		},
		{
			step: "apply, not delivered", title: "Apply for " + numberNotDelivered + ", whose SMS does not arrive: the postcondition fails the run", example: assertDelivery,
			args:  []string{"apply", "-auto-approve", message, "-var=phone_number=" + numberNotDelivered},
			fails: true,
			shows: "did not reach the phone", short: true,
		},
		{
			step: "apply, answered STOP", title: "Apply for " + numberStopped + ", who got it and answered STOP: the check warns, the run goes on", example: assertDelivery,
			args:  []string{"apply", "-auto-approve", message, "-var=phone_number=" + numberStopped},
			shows: "answered STOP",
		},
		{
			step: "test, both outcomes", title: "Test: both outcomes, asserted in tests/", example: assertDelivery,
			args:  []string{"test", message, "-var=phone_number=" + numberDelivered},
			shows: "2 passed, 0 failed",
		},
	}
}

// alerts call, and write a mail, for a message that was sent already, to the simulator.
func alerts(message string) []act {
	alert := []string{"apply", "-auto-approve", message, "-var=phone_number=" + numberNotDelivered, `-var=on_call=["` + numberOnCall + `"]`}
	written := []string{"apply", "-auto-approve", message, "-var=phone_number=" + numberNotDelivered, "-var=email=ada@example.com", "-var=text=Incident 42."}
	return []act{
		install("Install the provider for an example that calls", spokenAlert),
		{
			step: "apply, call", title: "Apply for " + numberNotDelivered + ", whose SMS does not arrive: a phone is called, and a text is spoken", example: spokenAlert,
			args: alert, shows: "1 added", calls: 1,
		},
		{
			step: "apply again", title: "Apply again: nobody is called", example: spokenAlert,
			args: alert, shows: "0 added, 0 changed, 0 destroyed",
		},
		install("Install the provider for an example that writes a mail", smsThenMail),
		{
			step: "apply, mail", title: "Apply for the same SMS: a mail says what the SMS could not", example: smsThenMail,
			args: written, shows: "1 added", mails: 1,
		},
		{
			step: "apply again", title: "Apply again: no mail is sent", example: smsThenMail,
			args: written, shows: "0 added, 0 changed, 0 destroyed",
		},
	}
}

// sends are runs that send themselves, to the simulator.
func sends() []act {
	release := []string{"apply", "-auto-approve", "-var=release=42", "-var=phone_number=" + numberDelivered}
	const day = 24 * time.Hour
	sendAt := "-var=send_at=" + time.Now().UTC().Truncate(day).Add(day+day/2).Format(time.RFC3339)
	return []act{
		install("Install the provider for an example that sends", sendAndAssert),
		{
			step: "apply, send", title: "Apply: send, wait for the delivery, assert it", example: sendAndAssert,
			tells: "The resource sends once. The data source then waits until the SMS has arrived.",
			args:  release, shows: `summary = "1 of 1 delivered"`, sends: 1,
		},
		{
			step: "apply again", title: "Apply again: nothing is sent", example: sendAndAssert,
			args: release, shows: "0 added, 0 changed, 0 destroyed",
		},
		install("Install the provider for a scheduled campaign", scheduled),
		{
			step: "apply, send and schedule", title: "Apply: an SMS now, in the sandbox, and one that is scheduled for later", example: scheduled,
			args: []string{"apply", "-auto-approve", sendAt}, shows: "2 added", sends: 2,
		},
		{
			step: "destroy, cancel", title: "Destroy: what is scheduled is cancelled", example: scheduled,
			args: []string{"destroy", "-auto-approve", sendAt}, shows: "2 destroyed", cancels: 1,
		},
	}
}
