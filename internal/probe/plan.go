package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

// announce says what the run will do, before it does anything.
func (p *probe) announce() {
	say := p.console.say
	say("This run makes these calls, one every %s, and no others:\n", p.settings.pace)
	n, most := 0, 0
	for _, each := range product.All() {
		if c := p.clients[each.Name]; c != nil {
			say("%s, %s, with the key in %s:", each.Name, c.base, each.KeyVariable)
		} else {
			say("%s: not asked, since %s is not set.", each.Name, each.KeyVariable)
		}
		for _, q := range questions {
			if q.product != each || p.clients[each.Name] == nil || q.missing(p.settings) != "" {
				continue
			}
			n++
			most += q.most
			say("%3d. %s (%s): at most %d requests", n, q.title, q.numbers, q.most)
			if q.makes != "" {
				say("     makes: %s", q.makes)
			}
			if q.costs != "" {
				say("     COSTS MONEY: %s", q.costs)
			}
		}
	}
	say("\nAt most %d requests, and a few more to undo what was made. Never: transfers, rentals, sub-accounts, calls,", most)
	say("or a message to a number or address that was not given. %s", p.price())
	for _, q := range questions {
		if missing := q.missing(p.settings); missing != "" && p.clients[q.product.Name] != nil {
			say("Not asked without %s: %s (%s).", missing, q.title, q.numbers)
		}
	}
}

func (p *probe) price() string {
	if p.settings.realSMS || p.settings.hlr {
		return "The vendor's price list and your dashboard have the price; the answer tells it afterwards."
	}
	return "By the vendor's documentation, nothing costs money: the probe stops its sends if a sandbox message was charged."
}

// consent returns an error unless the user, or the flag -yes, says that the run may begin.
func (p *probe) consent(ctx context.Context) error {
	if len(p.clients) == 0 {
		return errors.New("no key is set: see -help")
	}
	if p.settings.yes {
		return nil
	}
	if !p.console.isTerminal {
		return errors.New("there is no terminal to ask at: with -yes, the probe begins without asking")
	}
	_, _ = fmt.Fprint(p.console.stderr, "\nGo on? [y/N] ")
	line := make(chan string, 1)
	go func() {
		text, err := bufio.NewReader(p.console.stdin).ReadString('\n')
		if err != nil && text == "" {
			text = "no"
		}
		line <- strings.ToLower(strings.TrimSpace(text))
	}()
	select {
	case <-ctx.Done():
		return errors.New("interrupted; nothing was asked")
	case text := <-line:
		if text == "y" || text == "yes" {
			return nil
		}
		return errors.New("nothing was asked")
	}
}
