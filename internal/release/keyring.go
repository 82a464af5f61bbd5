package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// keyring is a folder of GnuPG's with one key, which nobody else knows.
type keyring struct {
	home        string
	fingerprint string
	public      []byte
}

// newKeyring makes the kind of key that RELEASE.md asks for.
func newKeyring(ctx context.Context) (k *keyring, err error) {
	if _, err := exec.LookPath("gpg"); err != nil {
		return nil, errors.New("gpg is not on the PATH. GnuPG signs releases: install it")
	}
	home, err := os.MkdirTemp("", "gpg") // short, since GnuPG puts a socket into it
	if err != nil {
		return nil, err
	}
	k = &keyring{home: home}
	defer func() {
		if err != nil {
			err = errors.Join(err, k.remove(ctx))
		}
	}()
	if _, err := k.gpg(ctx, "--passphrase", "", "--quick-generate-key", "A throw-away key", "rsa3072", "sign", "1d"); err != nil {
		return nil, err
	}
	listed, err := k.gpg(ctx, "--with-colons", "--list-secret-keys")
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(string(listed)) {
		if fields := strings.Split(line, ":"); fields[0] == "fpr" && len(fields) > 9 {
			k.fingerprint = fields[9]
		}
	}
	if k.fingerprint == "" {
		return nil, fmt.Errorf("gpg names no fingerprint for the key that it made:\n%s", listed)
	}
	k.public, err = k.gpg(ctx, "--armor", "--export", k.fingerprint)
	return k, err
}

func (k *keyring) gpg(ctx context.Context, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "gpg", append([]string{"--batch", "--quiet", "--homedir", k.home}, args...)...) //nolint:gosec // arguments of this file
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("gpg %s: %w: %s", strings.Join(args, " "), err, said.String())
	}
	return out, nil
}

// remove ends the agent that GnuPG started for the folder, which would outlive the program.
func (k *keyring) remove(ctx context.Context) error {
	stop := exec.CommandContext(context.WithoutCancel(ctx), "gpgconf", "--homedir", k.home, "--kill", "all") //nolint:gosec // a folder of our own
	return errors.Join(stop.Run(), os.RemoveAll(k.home))
}
