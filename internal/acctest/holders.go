package acctest

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"os"
	"slices"
	"testing"
)

// Holders returns the files in a folder, and the members of saved plans, in which one of
// the texts stands.
func Holders(t *testing.T, dir string, texts ...string) []string {
	t.Helper()
	var found []string
	search := func(where string, content []byte) {
		if slices.ContainsFunc(texts, func(text string) bool { return bytes.Contains(content, []byte(text)) }) {
			found = append(found, where)
		}
	}
	folder := os.DirFS(dir)
	err := fs.WalkDir(folder, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		content, err := fs.ReadFile(folder, path)
		if err != nil {
			return err
		}
		search(path, content)
		archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
		if err != nil {
			return nil //nolint:nilerr // not a saved plan
		}
		for _, member := range archive.File {
			unpacked, err := unpack(member)
			if err != nil {
				return err
			}
			search(path+": "+member.Name, unpacked)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func unpack(member *zip.File) ([]byte, error) {
	packed, err := member.Open()
	if err != nil {
		return nil, err
	}
	defer func() { _ = packed.Close() }()
	return io.ReadAll(packed)
}
