package wire

import "math/big"

// Purse is a balance that calls take from.
type Purse struct {
	// Balance is a decimal number. One that is no number lasts for ever.
	Balance string
	// Spent is what calls have taken.
	Spent Amount
}

// Charge takes an amount, or nothing when it is too much.
func (p *Purse) Charge(cost Amount) bool {
	balance, limited := new(big.Rat).SetString(p.Balance)
	if limited && balance.Cmp((p.Spent+cost).Rat()) < 0 {
		return false
	}
	p.Spent += cost
	return true
}

// Refund gives an amount back.
func (p *Purse) Refund(cost Amount) {
	p.Spent -= cost
}

// Left is what is left. It is false as long as the balance stands as it was.
func (p *Purse) Left() (*big.Rat, bool) {
	balance, limited := new(big.Rat).SetString(p.Balance)
	if !limited || p.Spent == 0 {
		return nil, false
	}
	return balance.Sub(balance, p.Spent.Rat()), true
}

// Share is how much of a count what is left still buys, where the whole balance buys the
// count. Nothing is known of what an empty balance buys: the count stands.
func (p *Purse) Share(count int) int {
	balance, _ := new(big.Rat).SetString(p.Balance)
	rest, taken := p.Left()
	if !taken || balance.Sign() == 0 {
		return count
	}
	share := rest.Quo(rest, balance)
	share.Mul(share, big.NewRat(int64(count), 1))
	return int(new(big.Int).Quo(share.Num(), share.Denom()).Int64())
}
