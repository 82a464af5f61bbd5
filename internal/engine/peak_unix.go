//go:build unix

package engine

import (
	"os"
	"runtime"
	"syscall"
)

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
