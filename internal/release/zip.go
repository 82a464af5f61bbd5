package main

import (
	"archive/zip"
	"fmt"
	"path/filepath"
	"strings"
)

// checkZip wants a zip that is named after its platform and holds the executable under
// the name by which engines find it.
func checkZip(path, version string) error {
	name := filepath.Base(path)
	parts := platform.FindStringSubmatch(strings.TrimPrefix(name, project+"_"+version+"_"))
	if parts == nil {
		return fmt.Errorf("%s is not named %s_%s_OS_ARCH.zip", name, project, version)
	}
	archive, err := zip.OpenReader(path)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	defer archive.Close() //nolint:errcheck // only read

	executable := project + "_v" + version
	if parts[1] == "windows" {
		executable += ".exe"
	}
	for _, file := range archive.File {
		if file.Name != executable {
			continue
		}
		if file.Mode()&0o111 == 0 || file.UncompressedSize64 == 0 {
			return fmt.Errorf("%s: %s can't be executed: it has the mode %s and %d bytes", name, executable, file.Mode(), file.UncompressedSize64)
		}
		return nil
	}
	return fmt.Errorf("%s has no file %s", name, executable)
}
