package sms

import "github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"

// AddStop puts a number, in any spelling, on the account's STOP list: nothing is
// sent to it any more. A reply of STOP does the same, see [Account.Reply].
func (a *Account) AddStop(number string) {
	normal, _ := wire.E164(number)
	a.mu.Lock()
	defer a.mu.Unlock()
	a.stops[normal] = true
}

// isStopped reports whether a number in international form is on the STOP list.
func (a *Account) isStopped(number string) bool { return a.stops[number] }
