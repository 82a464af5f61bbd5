package acctest

import "testing"

// A run tells by events what drifted and what it would change, and of whom.
func TestReadOutcome(t *testing.T) {
	t.Parallel()
	const (
		version = `{"@level":"info","type":"version","terraform":"1.11.4","ui":"1.2"}` + "\n"
		drift   = `{"@level":"info","type":"resource_drift","change":{"resource":{"addr":"module.member1.a.b","module":"module.member1"},"action":"update"}}` + "\n"
		change  = `{"@level":"info","type":"planned_change","change":{"resource":{"addr":"module.member2.a.b","module":"module.member2"},"action":"update"}}` + "\n"
		outputs = `{"@level":"info","type":"outputs","outputs":{"member1":{"action":"noop"},"member3":{"action":"update"}}}` + "\n"
	)
	for printed, want := range map[string]struct {
		drifted bool
		changed string
	}{
		version:                     {},
		version + drift:             {drifted: true},
		version + change:            {changed: "member2"},
		version + outputs:           {changed: "member3"},
		version + drift + change:    {drifted: true, changed: "member2"},
		version + outputs + version: {changed: "member3"},
	} {
		got := readOutcome(t, printed)
		if got.drifted != want.drifted || len(got.changed) > 1 || len(got.changed) > 0 != got.changed[want.changed] {
			t.Errorf("drifted: %t, changed: %v, want %v of\n%s", got.drifted, got.changed, want, printed)
		}
	}
}
