// Command release checks the files of a release as the Terraform Registry does, before
// the Registry sees them: it takes no version back.
//
//	release check KEY         checks dist/ against the public key in the file KEY
//	release try COMMAND [ARG] makes a key, runs the command that fills dist/ and signs
//	                          with it, checks dist/, and throws the key away
//
// It runs in the folder that holds terraform-registry-manifest.json.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

const usage = "usage: release check KEY, or release try COMMAND [ARG]"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, os.Args[1:], os.Stdout)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, out io.Writer) error {
	if len(args) < 2 {
		return errors.New(usage)
	}
	var key []byte
	var err error
	switch {
	case args[0] == "check" && len(args) == 2:
		key, err = os.ReadFile(args[1]) //nolint:gosec // the path that the caller chose
	case args[0] == "try":
		key, err = try(ctx, args[1:])
	default:
		err = errors.New(usage)
	}
	if err != nil {
		return err
	}
	checked, err := check("dist", "terraform-registry-manifest.json", key)
	if err != nil {
		return fmt.Errorf("the Registry would refuse dist:\n%w", err)
	}
	_, err = fmt.Fprintln(out, checked)
	return err
}

// try runs a command with a key of its own, and returns the public half.
func try(ctx context.Context, command []string) (key []byte, err error) {
	k, err := newKeyring(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, k.remove(ctx)) }()

	cmd := exec.CommandContext(ctx, command[0], command[1:]...) //nolint:gosec // the command that the caller chose
	cmd.Env = append(os.Environ(), "GNUPGHOME="+k.home, "GPG_FINGERPRINT="+k.fingerprint)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("%s: %w", command[0], err)
	}
	return k.public, nil
}
