package wire

import (
	"testing"
	"time"
)

// The dates of the movable holidays, which are Mondays and a Thursday.
func TestIsFreeDay(t *testing.T) {
	t.Parallel()
	for day, want := range map[string]bool{
		"2026-01-01": true, "2026-05-01": true, "2026-05-08": true, "2026-07-14": true, "2026-08-15": true,
		"2026-11-01": true, "2026-11-11": true, "2026-12-25": true,
		"2026-04-06": true, "2026-05-14": true, "2026-05-25": true, // Easter on 5 April.
		"2027-03-29": true, "2027-05-06": true, "2027-05-17": true, // Easter on 28 March.
		"2024-04-01": true, "2024-05-09": true, "2024-05-20": true, // A leap year, Easter on 31 March.
		"2026-07-05": true, "2026-07-04": false, "2026-07-06": false,
		"2026-04-03": false, "2026-04-07": false, "2026-12-26": false, "2026-12-24": false,
	} {
		at, err := time.ParseInLocation("2006-01-02", day, Paris)
		if err != nil {
			t.Fatal(err)
		}
		expect(t, day, IsFreeDay(at), want)
	}
}
