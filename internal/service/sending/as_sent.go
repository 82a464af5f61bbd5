package sending

import (
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
)

// reader reads a number of the configuration in E.164 form, as [phone.Read] does.
type reader func(at path.Path, written string) (string, diag.Diagnostics)

func inRegion(region string) reader {
	return func(at path.Path, written string) (string, diag.Diagnostics) { return phone.Read(at, written, region) }
}

// asSent maps each number, as it was written, to the phone that the message went to. A
// later change of the provider's region does not change who got the message.
type asSent map[string]string

// read returns a reader that prefers what was sent.
func (s asSent) read(region string) reader {
	return func(at path.Path, written string) (string, diag.Diagnostics) {
		if number, ok := s[written]; ok {
			return number, nil
		}
		return phone.Read(at, written, region)
	}
}

// asSent returns the phones of an addressed draft.
func (d *draft) asSent() asSent {
	sent := asSent{}
	for _, to := range d.recipients {
		sent.add(to.written, to.number)
	}
	sent.add(d.text(argFrom), d.request.From)
	return sent
}

// add skips a number that is absent or can't be read.
func (s asSent) add(written, number string) {
	if number != "" {
		s[written] = number
	}
}

// asSentKey is the key of asSent in the private state.
const asSentKey = "as_sent"
