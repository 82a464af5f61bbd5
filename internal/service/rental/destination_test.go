package rental

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

const numbers = "+33639980001\n+33639980002\n"

// gives is a download of a body, which then ends with err.
func gives(body string, err error) func(context.Context, io.Writer) (int64, error) {
	return func(_ context.Context, w io.Writer) (int64, error) {
		n, failed := io.WriteString(w, body)
		if failed != nil {
			return int64(n), failed
		}
		return int64(n), err
	}
}

// never is a download that must not begin.
func never(t *testing.T) func(context.Context, io.Writer) (int64, error) {
	t.Helper()
	return func(context.Context, io.Writer) (int64, error) {
		t.Error("the file is asked for")
		return 0, nil
	}
}

// files are the names and contents of what is in a folder. A partial file is called by its
// name without the digits.
func files(t *testing.T, folder string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, entry := range entries {
		if !entry.Type().IsRegular() {
			continue
		}
		content, err := os.ReadFile(filepath.Join(folder, entry.Name())) //nolint:gosec // the folder is the test's
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimRight(entry.Name(), "0123456789")
		found[name] = string(content)
		info, err := entry.Info()
		if err != nil {
			t.Fatal(err)
		}
		if mode := info.Mode().Perm(); runtime.GOOS != "windows" && name != "old" && mode != 0o600 {
			t.Errorf("%s has the mode %o", name, mode)
		}
	}
	return found
}

func wantFiles(t *testing.T, folder string, want map[string]string) {
	t.Helper()
	got := files(t, folder)
	for name, content := range want {
		if got[name] != content {
			t.Errorf("%s holds %q, want %q", name, got[name], content)
		}
	}
	if len(got) != len(want) {
		t.Errorf("the folder has %v", got)
	}
}

// wantSaid asserts what all diagnostics together say.
func wantSaid(t *testing.T, diags diag.Diagnostics, want ...string) {
	t.Helper()
	var all strings.Builder
	for _, d := range diags {
		all.WriteString(d.Severity().String() + ": " + d.Summary() + "\n" + d.Detail() + "\n")
	}
	for _, phrase := range want {
		if !strings.Contains(all.String(), phrase) {
			t.Errorf("%q does not say %q", all.String(), phrase)
		}
	}
}

func put(t *testing.T, path string) {
	t.Helper()
	if err := os.WriteFile(path, []byte("before"), 0o600); err != nil {
		t.Fatal(err)
	}
}

// A download that can't be kept is not made.
func TestDownload_NoPlace(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		path      string // in the folder
		overwrite bool
		prepare   func(t *testing.T, folder string)
		want      string
	}{
		"no folder":              {"none/file", false, nil, "and the provider makes none"},
		"a file for a folder":    {"old/file", false, func(t *testing.T, folder string) { t.Helper(); put(t, filepath.Join(folder, "old")) }, `old" is no folder.`},
		"there already":          {"old", false, func(t *testing.T, folder string) { t.Helper(); put(t, filepath.Join(folder, "old")) }, "already: write another path, or set overwrite = true"},
		"a folder":               {"dir", false, mkdir, `dir" is a folder: add the name of a file`},
		"a folder, to overwrite": {"dir", true, mkdir, `dir" is a folder: add the name of a file`},
		"a link":                 {"link", false, link, "is a symbolic link, which the provider does not follow"},
		"a link, to overwrite":   {"link", true, link, "is a symbolic link, which the provider does not follow"},
		"too long a name":        {strings.Repeat("x", 250), false, nil, "no file can be written in "},
		"a home":                 {"", false, nil, "Terraform does not expand ~: use pathexpand()."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			folder := t.TempDir()
			if test.prepare != nil {
				test.prepare(t, folder)
			}
			before := files(t, folder)
			to := filepath.Join(folder, test.path)
			if name == "a home" {
				to = "~/none/numbers.csv"
			}
			_, diags := download(t.Context(), to, test.overwrite, never(t))
			wantSaid(t, diags, "Error: Unable to download rental\nNothing was downloaded, and SMS Partner was not asked: ", test.want)
			if at, ok := diags[0].(diag.DiagnosticWithPath); !ok || at.Path().String() != "path" {
				t.Error("it does not blame path")
			}
			wantFiles(t, folder, before)
		})
	}
}

func mkdir(t *testing.T, folder string) {
	t.Helper()
	if err := os.Mkdir(filepath.Join(folder, "dir"), 0o700); err != nil {
		t.Fatal(err)
	}
}

func link(t *testing.T, folder string) {
	t.Helper()
	put(t, filepath.Join(folder, "old"))
	if err := os.Symlink(filepath.Join(folder, "old"), filepath.Join(folder, "link")); err != nil {
		t.Fatal(err)
	}
}

// A complete file is at its path alone, for its owner only.
func TestDownload_Complete(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	for _, overwrite := range []bool{false, true} {
		to := filepath.Join(folder, "file")
		n, diags := download(t.Context(), to, overwrite, gives(numbers, nil))
		if n != int64(len(numbers)) || diags != nil {
			t.Fatalf("%d bytes, %v", n, diags)
		}
		wantFiles(t, folder, map[string]string{"file": numbers})
		if err := os.Chmod(to, 0o644); err != nil { //nolint:gosec // the mode of a file to replace
			t.Fatal(err)
		}
	}
}

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
