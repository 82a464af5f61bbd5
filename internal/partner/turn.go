package partner

// Turn lets writes of one kind be made one after the other: what the vendor's list has more
// than before settles a lost answer, so nothing else of the run may change the list
// meanwhile.
type Turn struct {
	// free has one element while nobody writes. Unlike a mutex, it lets time pass in a
	// synctest bubble.
	free chan struct{}
	made map[string]bool
}

// NewTurn returns a turn that nobody has taken.
func NewTurn() *Turn {
	t := &Turn{free: make(chan struct{}, 1), made: map[string]bool{}}
	t.free <- struct{}{}
	return t
}

// Take makes a write. made has the ids of what was made before, which a list that lags may
// not have yet; write adds its own.
func (t *Turn) Take(write func(made map[string]bool)) {
	<-t.free
	defer func() { t.free <- struct{}{} }()
	write(t.made)
}
