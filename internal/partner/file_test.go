package partner

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"testing/iotest"
	"testing/synctest"
	"time"
)

var sendFiles = Operation{Name: "send", Method: http.MethodPost, Path: "/send", Class: Write}

// attach returns parameters with two files, whose texts are in the order of their places.
func attach(first, second *File) Params {
	return Params{"subject": "report", "attachments": []map[string]any{
		{"base64Content": first, "filename": "a"},
		{"base64Content": second, "filename": "b"},
	}}
}

func fileOf(content []byte) *File {
	return NewFile(int64(len(content)), func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(content)), nil })
}

// Files of any length arrive in base64, each in its place, and again with a second attempt.
func TestFile_Sent(t *testing.T) {
	t.Parallel()
	for _, size := range []int{0, 1, 2, 3, 3071, 3072, 3073, 100_000} {
		content := bytes.Repeat([]byte{0xfb}, size)
		var asked atomic.Int64
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			var body struct {
				APIKey, Subject string
				Attachments     []struct{ Base64Content, Filename string }
			}
			if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
				t.Error(err)
				return
			}
			for i, want := range [][]byte{content, []byte("second")} {
				got, err := base64.StdEncoding.DecodeString(body.Attachments[i].Base64Content)
				if err != nil || !bytes.Equal(got, want) {
					t.Errorf("file %d has %d bytes, %v; want %d", i, len(got), err, len(want))
				}
			}
			if body.APIKey != "0123456789abcdef" || body.Subject != "report" || body.Attachments[1].Filename != "b" {
				t.Errorf("sent %v", body)
			}
			if asked.Add(1) == 1 {
				w.WriteHeader(http.StatusTooManyRequests)
				return
			}
			_, _ = io.WriteString(w, `{"success":true,"code":200}`)
		}))
		c := New(Config{BaseURL: server.URL, APIKey: "0123456789abcdef", MaxRetries: 1})
		_, err := Do(t.Context(), c, &sendFiles, attach(fileOf(content), fileOf([]byte("second"))), func(*Object) bool { return true })
		server.Close()
		if err != nil || asked.Load() != 2 {
			t.Errorf("%d bytes: %d requests, %v", size, asked.Load(), err)
		}
	}
}

// A file that can't be read, or is no longer what it was, leaves the request unfinished: it
// was certainly not carried out, and is not made again.
func TestFile_Unreadable(t *testing.T) {
	t.Parallel()
	broken := errors.New("the disk is broken")
	opened := func(size int64, r io.Reader) *File {
		return NewFile(size, func() (io.ReadCloser, error) { return io.NopCloser(r), nil })
	}
	for name, test := range map[string]struct {
		file *File
		want string
	}{
		"gone":    {NewFile(1, func() (io.ReadCloser, error) { return nil, broken }), "the disk is broken"},
		"broken":  {opened(5000, io.MultiReader(strings.NewReader(strings.Repeat("x", 4000)), iotest.ErrReader(broken))), "the disk is broken"},
		"shorter": {opened(5000, strings.NewReader(strings.Repeat("x", 4999))), errOtherSize.Error()},
		"longer":  {opened(5000, strings.NewReader(strings.Repeat("x", 5001))), errOtherSize.Error()},
		"empty":   {opened(1, strings.NewReader("")), errOtherSize.Error()},
		"filled":  {opened(0, strings.NewReader("x")), errOtherSize.Error()},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var whole atomic.Int64
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if _, err := io.ReadAll(r.Body); err == nil {
					whole.Add(1)
				}
				_, _ = io.WriteString(w, `{"success":true,"code":200}`)
			}))
			defer server.Close()
			c := New(Config{BaseURL: server.URL, APIKey: "0123456789abcdef", MaxRetries: 3})
			_, err := Do(t.Context(), c, &sendFiles, attach(fileOf([]byte("first")), test.file), func(*Object) bool { return true })
			failed, ok := errors.AsType[*Error](err)
			if !ok || failed.Reason != ReasonUnreadFile || failed.Sent || failed.Detail != test.want || failed.Attempts != 1 {
				t.Errorf("got %#v", err)
			}
			if whole.Load() != 0 {
				t.Error("a whole request arrived")
			}
		})
	}
}

// slow gives some bytes a second.
type slow struct{ left int }

func (s *slow) Read(b []byte) (int, error) {
	if s.left == 0 {
		return 0, io.EOF
	}
	time.Sleep(time.Second)
	n := min(len(b), s.left)
	s.left -= n
	return n, nil
}

// The time for an attempt does not run while a file is being sent. When it is over before all
// was sent, the request can't have been carried out.
func TestFile_Slow(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		reads   bool
		want    Reason
		detail  string
		arrives bool
	}{
		"slow file":   {reads: true, want: ReasonTimeout, detail: "no complete answer within 10s", arrives: true},
		"slow server": {want: ReasonHalfSent, detail: "the server took nothing more for the time of request_timeout"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				const size = 30 * 3072 // a second for each of the 30 pieces
				client, server := net.Pipe()
				c := New(Config{BaseURL: "http://api.example/v1", APIKey: "0123456789abcdef", RequestTimeout: 10 * time.Second, Transport: &http.Transport{
					DialContext: func(context.Context, string, string) (net.Conn, error) { return client, nil },
				}})
				if test.reads {
					go func() { _, _ = io.Copy(io.Discard, server) }()
				}
				file := NewFile(size, func() (io.ReadCloser, error) { return io.NopCloser(&slow{size}), nil })
				_, err := Do(t.Context(), c, &sendFiles, attach(file, fileOf(bytes.Repeat([]byte("y"), 100_000))), func(*Object) bool { return true })
				failed, ok := errors.AsType[*Error](err)
				if !ok || failed.Reason != test.want || failed.Detail != test.detail || failed.Sent != test.arrives {
					t.Errorf("got %#v", err)
				}
				_ = server.Close()
			})
		})
	}
}
