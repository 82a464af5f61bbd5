package partner

// Lenient returns the same object for reading what a call can do without: a value
// that can't be read is nil there, and does not fail the call. Unread tells which.
func (o *Object) Lenient() *Object {
	return &Object{values: o.values, redact: o.redact, within: o.within, verdict: &verdict{}}
}

// Unread returns what could not be read so far of a lenient object and of those
// inside it, each as a clause such as `"cost" holds "0,038", which is not a
// number`. Of many it returns the first.
func (o *Object) Unread() []string {
	var clauses []string
	for _, err := range o.errs {
		clauses = append(clauses, plain(err.Error(), maxWords))
	}
	return clauses
}
