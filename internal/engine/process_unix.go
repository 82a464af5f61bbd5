//go:build unix

package engine

import (
	"os"
	"os/exec"
	"runtime"
	"syscall"
)

// lead makes cmd the leader of a process group of its own, which its providers
// belong to.
func lead(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
}

// Interrupt does to a running engine and its providers what Ctrl-C in a
// terminal does: each gets the signal.
func Interrupt(cmd *exec.Cmd) error {
	return syscall.Kill(-cmd.Process.Pid, syscall.SIGINT)
}

func peak(p *os.ProcessState) int64 {
	used, ok := p.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	if runtime.GOOS == "darwin" {
		return used.Maxrss // in bytes there, in KiB elsewhere
	}
	return used.Maxrss * 1024
}
