package wire

import "testing"

func TestAmount(t *testing.T) {
	t.Parallel()
	for n, want := range map[Amount]string{38: "0.038", 76: "0.076", 380: "0.38", 1000: "1", 19000: "19", 1001: "1.001", 100: "0.1"} {
		expect(t, "amount", n.Decimal(), want)
	}
}
