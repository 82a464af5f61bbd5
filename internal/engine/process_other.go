//go:build !unix

package engine

import (
	"os"
	"os/exec"
)

func lead(*exec.Cmd) {}

// Interrupt ends a running engine: other systems have no signal for it.
func Interrupt(cmd *exec.Cmd) error { return cmd.Process.Kill() }

func peak(*os.ProcessState) int64 { return 0 }
