package partner

import (
	"bytes"
	"crypto/tls"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"net"
	"slices"
	"sync"
)

// body is the JSON of a request, with files that are read while it is sent.
type body struct {
	// parts are the texts before, between and after the files.
	parts  [][]byte
	files  []*File
	length int64
}

// newBody writes parameters as JSON.
func newBody(params Params) (*body, error) {
	text, err := json.Marshal(params)
	if err != nil {
		return nil, err
	}
	b := &body{files: filesIn(params), length: int64(len(text))}
	place := func(f *File) int { return bytes.Index(text, []byte(f.mark)) }
	slices.SortFunc(b.files, func(x, y *File) int { return place(x) - place(y) })
	for _, f := range b.files {
		before, after, _ := bytes.Cut(text, []byte(f.mark))
		b.parts = append(b.parts, before)
		b.length += int64(base64.StdEncoding.EncodedLen(int(f.Size)) - len(f.mark))
		text = after
	}
	b.parts = append(b.parts, text)
	return b, nil
}

// reader returns the body for one attempt: nil if there is none, an [*upload] if it has files.
func (b *body) reader() (io.Reader, error) {
	switch {
	case b == nil:
		return nil, nil
	case len(b.files) == 0:
		return bytes.NewReader(b.parts[0]), nil
	}
	u := &upload{left: b.length}
	readers := []io.Reader{bytes.NewReader(b.parts[0])}
	for i, f := range b.files {
		file, err := f.Open()
		if err != nil {
			return nil, errors.Join(err, u.Close())
		}
		u.open = append(u.open, file)
		readers = append(readers, f.content(file), bytes.NewReader(b.parts[i+1]))
	}
	u.from = io.MultiReader(readers...)
	return u, nil
}

// upload is a body with files on its way. net/http reads it in the background.
type upload struct {
	from io.Reader
	open []io.Closer
	// progress is called when something is passed on.
	progress func()

	mu sync.Mutex
	// left is how many bytes are not yet passed on.
	left int64
	// failed is what went wrong with a file.
	failed error
}

func (u *upload) Read(p []byte) (int, error) {
	n, err := u.from.Read(p)
	u.mu.Lock()
	u.left -= int64(n)
	if err != nil && !errors.Is(err, io.EOF) {
		u.failed = err
	}
	u.mu.Unlock()
	if n > 0 {
		u.progress()
	}
	return n, err
}

// Close closes the files.
func (u *upload) Close() error {
	var all error
	for _, file := range u.open {
		all = errors.Join(all, file.Close())
	}
	return all
}

// unfinished turns the error of an attempt into that of a request that the server can't have
// as a whole, and so can't have carried out; nil if it may have it.
func (u *upload) unfinished(failed *Error) *Error {
	if u == nil {
		return nil
	}
	u.mu.Lock()
	defer u.mu.Unlock()
	switch {
	case u.failed != nil:
		return unreadable(u.failed)
	case u.left > 0 && failed.Reason == ReasonTimeout:
		return &Error{Reason: ReasonHalfSent, Detail: "the server took nothing more for the time of request_timeout"}
	case u.left > 0 && failed.Sent:
		return &Error{Reason: ReasonHalfSent, Detail: failed.Detail}
	default:
		return nil
	}
}

// sendBuffer is how much of a file may wait in the system to be sent. What waits counts as
// progress, so that much of it would hide that nothing moves.
const sendBuffer = 128 << 10

// narrow has a connection take no more than it can send soon.
func narrow(conn net.Conn) {
	if encrypted, ok := conn.(*tls.Conn); ok {
		conn = encrypted.NetConn()
	}
	if buffered, ok := conn.(*net.TCPConn); ok {
		_ = buffered.SetWriteBuffer(sendBuffer) // without it the upload works too
	}
}

// unreadable is the error of a file that can't be sent.
func unreadable(err error) *Error {
	return &Error{Reason: ReasonUnreadFile, Detail: err.Error()}
}
