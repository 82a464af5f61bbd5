package rental

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// A download that fails keeps what came, and says where.
func TestDownload_Fails(t *testing.T) {
	t.Parallel()
	dropped := &partner.Error{Product: "SMS Partner", Host: "api", Reason: partner.ReasonDropped, Sent: true, Detail: "the connection broke before the answer was complete"}
	const read = "smspartner_rental_status, which tells whether the file counts as downloaded, before you "
	for name, test := range map[string]struct {
		get  func(context.Context, io.Writer) (int64, error)
		left map[string]string
		want []string
	}{
		"after some bytes": {gives(numbers, dropped), map[string]string{"file.partial-": numbers}, []string{
			"Error: Unable to download rental\napi took the request, but the connection broke before the answer was complete.\n\n26 bytes came. They are kept in \"",
			`file.partial-`, `", since SMS Partner may not give the file again: look whether they are all of it.`, read + "run again.",
		}},
		"before any byte": {gives("", dropped), map[string]string{}, []string{
			"Error: Unable to tell whether the rental was downloaded\nThe download got no clear answer, so it may have been carried out or not. " +
				"Nothing of the file came, and SMS Partner may give it only once.\n\napi took the request,", read + "apply again: applying again asks for the file again.",
		}},
		"refused": {gives("", &partner.Error{Product: "SMS Partner", Reason: partner.ReasonVendor, Sent: true, HTTPStatus: 200, Code: "34", Success: new(false)}), map[string]string{}, []string{
			"Error: Unable to download rental\nNothing was downloaded. The file of this rental has been used already.\n\nThe answer (HTTP 200): code 34, without words.\n\nSMS Partner seems to give a file once:",
		}},
		"disk full": {gives(numbers, syscall.ENOSPC), map[string]string{"file.partial-": numbers}, []string{
			"Error: Unable to download rental\nThe file can't be written: " + syscall.ENOSPC.Error() + ".\n\n26 bytes came. They are kept in",
		}},
		"disk full at once": {gives("", syscall.ENOSPC), map[string]string{}, []string{
			"The file can't be written: " + syscall.ENOSPC.Error() + ".\n\nNothing of the file is kept, and SMS Partner may give it only once. ", read + "run again.",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			folder := t.TempDir()
			_, diags := download(t.Context(), filepath.Join(folder, "file"), false, test.get)
			wantSaid(t, diags, test.want...)
			wantFiles(t, folder, test.left)
		})
	}
}

// What comes to be at the path meanwhile stays, and so does the file that came.
func TestDownload_PathTaken(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		overwrite bool
		take      func(t *testing.T, path string)
		want      string
		left      map[string]string
	}{
		"by a file": {false, put, "meanwhile.\n\nIt is complete, with 26 bytes, in \"", map[string]string{"file": "before", "file.partial-": numbers}},
		"by a folder, to overwrite": {true, func(t *testing.T, path string) {
			t.Helper()
			if err := os.Mkdir(path, 0o700); err != nil {
				t.Fatal(err)
			}
		}, "is a folder: add the name of a file.\n\nIt is complete", map[string]string{"file.partial-": numbers}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			folder := t.TempDir()
			to := filepath.Join(folder, "file")
			_, diags := download(t.Context(), to, test.overwrite, func(ctx context.Context, w io.Writer) (int64, error) {
				test.take(t, to)
				return gives(numbers, nil)(ctx, w)
			})
			wantSaid(t, diags, "Error: Unable to download rental\nThe file came, but it is not at \"", test.want, "move it yourself.")
			wantFiles(t, folder, test.left)
		})
	}
}

// A partial file that can't be written says so: here it is closed.
func TestDownload_WriteFails(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	_, diags := download(t.Context(), filepath.Join(folder, "file"), false, func(_ context.Context, w io.Writer) (int64, error) {
		n, _ := io.WriteString(w, numbers)
		_ = w.(*destination).partial.Close() //nolint:forcetypeassert // it is what is tested
		_, err := io.WriteString(w, numbers)
		return int64(n), err
	})
	wantSaid(t, diags, "The file can't be written: file already closed.\n\n26 bytes came.")
	wantFiles(t, folder, map[string]string{"file.partial-": numbers})
}
