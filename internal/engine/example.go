package engine

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// leftovers are what a run leaves in the folder of an example, and .gitignore names.
var leftovers = []string{".terraform", ".terraform.lock.hcl", "*.tfstate", "*.tfstate.*", "message_id", "plan.tfplan", "plan.json", "junit.xml"}

// CopyExample copies the folder of an example, without what an earlier run left there: with
// its state, the next run would print other things.
func CopyExample(to, from string) error {
	return filepath.WalkDir(from, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		target := filepath.Join(to, relative)
		switch {
		case left(entry.Name()) && entry.IsDir():
			return filepath.SkipDir
		case left(entry.Name()):
			return nil
		case entry.IsDir():
			return os.MkdirAll(target, 0o750)
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		content, err := os.ReadFile(path) //nolint:gosec // a file of this repository
		if err != nil {
			return err
		}
		return os.WriteFile(target, content, info.Mode().Perm()) //nolint:gosec // the folder that the caller named
	})
}

// left reports whether a run left a file or folder of this name.
func left(name string) bool {
	return slices.ContainsFunc(leftovers, func(pattern string) bool {
		matched, _ := filepath.Match(pattern, name)
		return matched
	})
}
