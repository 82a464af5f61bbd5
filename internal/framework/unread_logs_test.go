package framework_test

import (
	"os"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
)

func TestSilenceUnreadLogs(t *testing.T) {
	silenced := []string{"TF_LOG_SDK", "TF_LOG_SDK_PROTO", "TF_LOG_SDK_FRAMEWORK", "TF_LOG_PROVIDER"}
	for asked, want := range map[string]string{"": "OFF", "TF_LOG": "", "TF_LOG_CORE": "", "TF_ACC_LOG_PATH": ""} {
		t.Run(asked, func(t *testing.T) {
			unset := silenced
			for _, entry := range os.Environ() {
				if name, _, _ := strings.Cut(entry, "="); strings.Contains(name, "TF_") {
					unset = append(unset, name)
				}
			}
			for _, name := range unset {
				t.Setenv(name, "") // so that it comes back
				if err := os.Unsetenv(name); err != nil {
					t.Fatal(err)
				}
			}
			if asked != "" {
				t.Setenv(asked, "DEBUG")
			}
			if err := framework.SilenceUnreadLogs(); err != nil {
				t.Fatal(err)
			}
			for _, name := range silenced {
				if got := os.Getenv(name); got != want {
					t.Errorf("%s is %q, want %q", name, got, want)
				}
			}
		})
	}
}
