package framework

import (
	"os"
	"strings"
)

// SilenceUnreadLogs turns off the provider's log where no TF_LOG variable asks for any. The
// libraries write it at TRACE by default, and the engine parses each line before it throws
// the line away: with hundreds of data sources, parsing takes more processor time than the
// reads. Call it in main, before serving.
func SilenceUnreadLogs() error {
	for _, entry := range os.Environ() {
		if strings.HasPrefix(entry, "TF_LOG") || strings.HasPrefix(entry, "TF_ACC_LOG") {
			return nil
		}
	}
	for _, variable := range []string{"TF_LOG_SDK", "TF_LOG_SDK_PROTO", "TF_LOG_SDK_FRAMEWORK", "TF_LOG_PROVIDER"} {
		if err := os.Setenv(variable, "OFF"); err != nil {
			return err
		}
	}
	return nil
}
