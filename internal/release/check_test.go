package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ProtonMail/go-crypto/openpgp"
	"github.com/ProtonMail/go-crypto/openpgp/packet"
)

const (
	version  = "0.1.0"
	manifest = `{"version": 1, "metadata": {"protocol_versions": ["6.0"]}}`
	linux    = project + "_" + version + "_linux_amd64.zip"
	windows  = project + "_" + version + "_windows_386.zip"
)

// release is a folder dist with two zips, and the manifest beside it.
type release struct {
	dist, manifest string
	signer         *openpgp.Entity
}

// newRelease makes one that the Registry takes.
func newRelease(t *testing.T, signer *openpgp.Entity) release {
	t.Helper()
	dir := t.TempDir()
	r := release{dist: filepath.Join(dir, "dist"), manifest: filepath.Join(dir, "manifest.json"), signer: signer}
	if err := os.Mkdir(r.dist, 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, r.manifest, []byte(manifest))
	r.zip(t, linux, project+"_v"+version, 0o755)
	r.zip(t, windows, project+"_v"+version+".exe", 0o755)
	r.sum(t)
	return r
}

// zip writes one with a licence and an executable.
func (r release) zip(t *testing.T, name, executable string, mode fs.FileMode) {
	t.Helper()
	var content bytes.Buffer
	archive := zip.NewWriter(&content)
	for file, mode := range map[string]fs.FileMode{"LICENSE": 0o644, executable: mode} {
		header := &zip.FileHeader{Name: file}
		header.SetMode(mode)
		entry, err := archive.CreateHeader(header)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := entry.Write([]byte(file)); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(r.dist, name), content.Bytes())
}

func (r release) sums() string {
	return filepath.Join(r.dist, project+"_"+version+"_SHA256SUMS")
}

// sum writes SHA256SUMS for what is there, and signs it.
func (r release) sum(t *testing.T) {
	t.Helper()
	zips, err := filepath.Glob(filepath.Join(r.dist, "*.zip"))
	if err != nil {
		t.Fatal(err)
	}
	lines := []string{line(t, r.manifest, project+"_"+version+"_manifest.json")}
	for _, path := range zips {
		lines = append(lines, line(t, path, filepath.Base(path)))
	}
	slices.Sort(lines)
	write(t, r.sums(), []byte(strings.Join(lines, "")))
	r.sign(t)
}

func (r release) sign(t *testing.T) {
	t.Helper()
	var signature bytes.Buffer
	if err := openpgp.DetachSign(&signature, r.signer, bytes.NewReader(read(t, r.sums())), nil); err != nil {
		t.Fatal(err)
	}
	write(t, r.sums()+".sig", signature.Bytes())
}

// list changes SHA256SUMS, and signs it.
func (r release) list(t *testing.T, change func(string) string) {
	t.Helper()
	write(t, r.sums(), []byte(change(string(read(t, r.sums())))))
	r.sign(t)
}

func line(t *testing.T, path, name string) string {
	t.Helper()
	return fmt.Sprintf("%x  %s\n", sha256.Sum256(read(t, path)), name)
}

func newSigner(t *testing.T, config *packet.Config) *openpgp.Entity {
	t.Helper()
	signer, err := openpgp.NewEntity("A maintainer", "", "", config)
	if err != nil {
		t.Fatal(err)
	}
	return signer
}

func public(t *testing.T, signer *openpgp.Entity) []byte {
	t.Helper()
	var key bytes.Buffer
	if err := signer.Serialize(&key); err != nil {
		t.Fatal(err)
	}
	return key.Bytes()
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path) //nolint:gosec // the test's own file
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func write(t *testing.T, path string, content []byte) {
	t.Helper()
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

func remove(t *testing.T, path string) {
	t.Helper()
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
}
