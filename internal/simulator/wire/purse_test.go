package wire

import "testing"

func TestPurse(t *testing.T) {
	t.Parallel()
	p := Purse{Balance: "0.900"}
	_, taken := p.Left()
	expect(t, "taken", taken, false)
	expect(t, "too much", p.Charge(901), false)
	expect(t, "enough", p.Charge(400), true)
	left, _ := p.Left()
	expect(t, "left", left.FloatString(3), "0.500")
	expect(t, "share", p.Share(180), 100)
	p.Refund(100)
	left, _ = p.Left()
	expect(t, "left after a refund", left.FloatString(3), "0.600")

	free := Purse{Balance: "unlimited"}
	expect(t, "unlimited", free.Charge(1e9), true)
	expect(t, "share of an unlimited balance", free.Share(7), 7)
	empty := Purse{Balance: "0"}
	empty.Refund(1000)
	expect(t, "share of nothing", empty.Share(7), 7)
}
