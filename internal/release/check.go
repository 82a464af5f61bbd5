package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// project begins the name of each file, and is the repository's name.
const project = "terraform-provider-smspartner"

var (
	// sumsName has a semantic version between the project and the ending.
	sumsName = regexp.MustCompile(`^` + project + `_([0-9]+\.[0-9]+\.[0-9]+(?:-[0-9A-Za-z.-]+)?)_SHA256SUMS$`)
	sumsLine = regexp.MustCompile(`^([0-9a-f]{64})  (\S+)$`)
	platform = regexp.MustCompile(`^([a-z0-9]+)_([a-z0-9]+)\.zip$`)
)

// check finds all that the Registry and `terraform init` would refuse in dist, the folder
// that GoReleaser fills, and says what it found to be right. GoReleaser leaves the
// manifest in its place, and uploads it under the name that SHA256SUMS has.
func check(dist, manifest string, key []byte) (string, error) {
	found, err := filepath.Glob(filepath.Join(dist, "*SHA256SUMS"))
	if err != nil {
		return "", err
	}
	if len(found) != 1 {
		return "", fmt.Errorf("%s has %d files *SHA256SUMS, and should have one", dist, len(found))
	}
	name := sumsName.FindStringSubmatch(filepath.Base(found[0]))
	if name == nil {
		return "", fmt.Errorf("%s is not named %s_X.Y.Z_SHA256SUMS", found[0], project)
	}
	version := name[1]
	sums, err := os.ReadFile(found[0])
	if err != nil {
		return "", err
	}
	zips, err := filepath.Glob(filepath.Join(dist, "*.zip"))
	if err != nil {
		return "", err
	}
	if len(zips) == 0 {
		return "", fmt.Errorf("%s has no zip", dist)
	}

	files := map[string]string{project + "_" + version + "_manifest.json": manifest}
	var faults []error
	for _, path := range zips {
		files[filepath.Base(path)] = path
		faults = append(faults, checkZip(path, version))
	}
	faults = append(faults,
		checkSums(string(sums), files),
		checkSignature(sums, found[0]+".sig", key),
		checkManifest(manifest),
	)
	if err := errors.Join(faults...); err != nil {
		return "", err
	}
	return fmt.Sprintf("%s: %d zips, the manifest, their checksums and the signature are as the Registry takes them.", version, len(zips)), nil
}

// checkSums compares the lines of SHA256SUMS with the files, by name.
func checkSums(sums string, files map[string]string) error {
	var faults []error
	var listed []string
	for line := range strings.Lines(sums) {
		parts := sumsLine.FindStringSubmatch(strings.TrimSuffix(line, "\n"))
		if parts == nil {
			faults = append(faults, fmt.Errorf("SHA256SUMS has the line %q, which is not a checksum, two spaces and a name", line))
			continue
		}
		sum, name := parts[1], parts[2]
		path, known := files[name]
		switch {
		case slices.Contains(listed, name):
			faults = append(faults, fmt.Errorf("SHA256SUMS lists %s twice", name))
		case !known:
			faults = append(faults, fmt.Errorf("SHA256SUMS lists %s, which is neither the manifest nor a zip that is there", name))
		default:
			faults = append(faults, checkSum(path, name, sum))
		}
		listed = append(listed, name)
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if !slices.Contains(listed, name) {
			faults = append(faults, fmt.Errorf("SHA256SUMS lacks %s", name))
		}
	}
	return errors.Join(faults...)
}

func checkSum(path, name, want string) error {
	content, err := os.ReadFile(path) //nolint:gosec // a file of the release
	if err != nil {
		return err
	}
	if sum := sha256.Sum256(content); hex.EncodeToString(sum[:]) != want {
		return fmt.Errorf("SHA256SUMS has %s for %s, whose checksum is %x", want, name, sum)
	}
	return nil
}

// checkManifest wants the form that the Registry reads and the protocol that the provider
// speaks. Where the protocol is absent, the Registry assumes 5.0.
func checkManifest(path string) error {
	content, err := os.ReadFile(path) //nolint:gosec // a file of the release
	if err != nil {
		return err
	}
	var manifest struct {
		Version  int `json:"version"`
		Metadata struct {
			Protocols []string `json:"protocol_versions"`
		} `json:"metadata"`
	}
	if err := json.Unmarshal(content, &manifest); err != nil {
		return fmt.Errorf("the manifest is not JSON of the form that the Registry reads: %w", err)
	}
	if manifest.Version != 1 {
		return fmt.Errorf("the manifest has version %d, and should have 1", manifest.Version)
	}
	if !slices.Equal(manifest.Metadata.Protocols, []string{"6.0"}) {
		return fmt.Errorf("the manifest has the protocols %q, and should have 6.0", manifest.Metadata.Protocols)
	}
	return nil
}
