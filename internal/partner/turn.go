package partner

import "sync"

// Turn lets writes of one kind be made one after the other: what the vendor's list has more
// than before settles a lost answer, so nothing else of the run may change the list
// meanwhile. The zero value is ready.
type Turn struct {
	mu   sync.Mutex
	made map[string]bool
}

// Take makes a write. made has the ids of what was made before, which a list that lags may
// not have yet; write adds its own.
func (t *Turn) Take(write func(made map[string]bool)) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.made == nil {
		t.made = map[string]bool{}
	}
	write(t.made)
}
