package engine

import (
	"io/fs"
	"os"
	"path"
	"slices"
)

// leftovers are what an engine and examples/pipelines/deliver.sh write beside a configuration,
// and files with the values of its variables.
var leftovers = []string{
	".terraform", ".terraform.lock.hcl", "*.tfstate", "*.tfstate.*", "*.tfvars", "*.tfplan", "plan.json", "junit.xml", "message_id",
}

// CopyExample copies a folder of examples without its leftovers: somebody may have tried the
// example there, and its state would change what a run shows.
func CopyExample(to, from string) error {
	return os.CopyFS(to, untried{os.DirFS(from)})
}

// untried is a folder without leftovers.
type untried struct{ fs.FS }

// ReadDir leaves the leftovers out.
func (u untried) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(u.FS, name)
	return slices.DeleteFunc(entries, func(entry fs.DirEntry) bool { return isLeftover(entry.Name()) }), err
}

func isLeftover(name string) bool {
	return slices.ContainsFunc(leftovers, func(pattern string) bool {
		matches, err := path.Match(pattern, name)
		return err == nil && matches
	})
}
