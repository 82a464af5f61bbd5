package sending

import (
	"context"
	"encoding/json"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
)

// reader reads a number of the configuration in E.164 form, as [phone.Read] does.
type reader func(at path.Path, written string) (string, diag.Diagnostics)

func inRegion(region string) reader {
	return func(at path.Path, written string) (string, diag.Diagnostics) { return phone.Read(at, written, region) }
}

// asSent are the phones that a message went to, by the numbers as they were written. A
// later change of the provider's region does not change to whom the message went.
type asSent map[string]string

// read is a reader that knows what was sent.
func (s asSent) read(region string) reader {
	return func(at path.Path, written string) (string, diag.Diagnostics) {
		if number, ok := s[written]; ok {
			return number, nil
		}
		return phone.Read(at, written, region)
	}
}

// asSent are the phones of an addressed draft.
func (d *draft) asSent() asSent {
	sent := asSent{}
	for _, to := range d.recipients {
		sent.add(to.written, to.number)
	}
	sent.add(d.text(argFrom), d.request.From)
	return sent
}

// add leaves out a number that is not there, or can't be read.
func (s asSent) add(written, number string) {
	if number != "" {
		s[written] = number
	}
}

// asSentKey is where the private state keeps them.
const asSentKey = "as_sent"

// private is the private state of a resource, of which the framework has no type.
type private interface {
	GetKey(ctx context.Context, key string) ([]byte, diag.Diagnostics)
	SetKey(ctx context.Context, key string, value []byte) diag.Diagnostics
}

func (s asSent) keep(ctx context.Context, state private) diag.Diagnostics {
	encoded, err := json.Marshal(s)
	if err != nil {
		return diag.Diagnostics{diag.NewErrorDiagnostic("Unable to keep the numbers", err.Error())}
	}
	return state.SetKey(ctx, asSentKey, encoded)
}

// kept returns what keep has kept; nothing where there is none.
func kept(ctx context.Context, state private) asSent {
	sent := asSent{}
	if encoded, diags := state.GetKey(ctx, asSentKey); !diags.HasError() && len(encoded) > 0 {
		_ = json.Unmarshal(encoded, &sent) // keep has written it
	}
	return sent
}
