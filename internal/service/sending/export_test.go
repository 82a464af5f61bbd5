package sending

import "time"

// ShortenLookup makes the search for a lost send end soon.
func ShortenLookup() { lookup.timeout, lookup.interval = 1500*time.Millisecond, 200*time.Millisecond }
