package main

import (
	"fmt"
	"strings"
)

// requests counts what reached the simulator, by what it asked for.
type requests struct{ send, cancel, call, mail int }

func (d *demo) requests() requests {
	count := func(paths ...string) int { return len(d.simulator.Requests(paths...)) }
	return requests{
		send: count("/send"), cancel: count("/message-cancel"),
		call: len(d.simulator.Voice.Requests("/tts/send")), mail: len(d.simulator.Mail.Requests("/send")),
	}
}

func (r requests) since(before requests) requests {
	return requests{r.send - before.send, r.cancel - before.cancel, r.call - before.call, r.mail - before.mail}
}

func (r requests) String() string {
	var text strings.Builder
	for _, kind := range []struct {
		name string
		n    int
	}{{"sent", r.send}, {"cancelled", r.cancel}, {"called", r.call}, {"mailed", r.mail}} {
		if kind.n > 0 {
			fmt.Fprintf(&text, ", %d %s", kind.n, kind.name)
		}
	}
	return text.String()
}
