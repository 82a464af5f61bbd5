package phone

import (
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
)

// Reader reads a number of the configuration in E.164 form, as [Read] does.
type Reader func(at path.Path, written string) (string, diag.Diagnostics)

// InRegion returns a reader of national numbers of a region.
func InRegion(region string) Reader {
	return func(at path.Path, written string) (string, diag.Diagnostics) { return Read(at, written, region) }
}

// AsSent maps each number, as it was written, to the phone that it named when it was sent.
// A later change of the provider's region does not change which phone that was.
type AsSent map[string]string

// AsSentKey is the key of AsSent in the private state.
const AsSentKey = "as_sent"

// Reader returns a reader that prefers what was sent.
func (s AsSent) Reader(region string) Reader {
	return func(at path.Path, written string) (string, diag.Diagnostics) {
		if number, ok := s[written]; ok {
			return number, nil
		}
		return Read(at, written, region)
	}
}

// Add skips a number that is absent or can't be read.
func (s AsSent) Add(written, number string) {
	if number != "" {
		s[written] = number
	}
}
