package partner

import (
	"net/http"
	"sync"
)

// lanes holds a transport, with one connection, for each read under way. A transport shared
// by all would open more connections than there are reads: it dials for a read that then
// takes another's connection, and keeps both.
type lanes struct {
	open func() *http.Transport

	mu   sync.Mutex
	free []*http.Transport
}

func newLanes(transport *http.Transport) *lanes {
	return &lanes{open: transport.Clone}
}

// take returns a free lane, which done frees again.
func (l *lanes) take() *http.Transport {
	l.mu.Lock()
	defer l.mu.Unlock()
	if last := len(l.free) - 1; last >= 0 {
		lane := l.free[last]
		l.free = l.free[:last]
		return lane
	}
	return l.open()
}

// done gives a lane back. A lane whose request failed may still be dialing. It is dropped,
// so that its connection is not kept beside another.
func (l *lanes) done(lane *http.Transport, failed bool) {
	if failed {
		lane.CloseIdleConnections()
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.free = append(l.free, lane)
}
