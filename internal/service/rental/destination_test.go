package rental

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/diag"
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

// What can't be written in full is found before the vendor is asked.
func TestProve(t *testing.T) {
	t.Parallel()
	name := filepath.Join(t.TempDir(), "numbers")
	if err := os.WriteFile(name, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for want, flag := range map[bool]int{true: os.O_RDWR, false: os.O_RDONLY} {
		file, err := os.OpenFile(name, flag, 0) //nolint:gosec // a file of the test's own
		if err != nil {
			t.Fatal(err)
		}
		d := &destination{partial: file}
		if err := d.prove(); (err == nil) != want {
			t.Errorf("it can be written %t: %v", want, err)
		}
		if info, err := file.Stat(); err != nil || info.Size() != 0 {
			t.Errorf("the proof left something: %v, %v", info, err)
		}
		_ = file.Close()
	}
}

// Windows separates with what quoting doubles.
func TestShown(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]string{`C:\Users\a b`: `"C:\Users\a b"`, "/tmp/\"x\"": `"/tmp/\"x\""`, "a\x1b[2J": `"a\x1b[2J"`} {
		if got := shown(path); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
