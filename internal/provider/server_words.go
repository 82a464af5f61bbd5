package provider

import (
	"context"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// plainServer says in the provider's words that a required argument has no value. It meets
// expressions that give null: engines find an argument that is not written. The framework
// sends people to the provider's developers.
type plainServer struct{ Server }

func (s plainServer) ValidateResourceConfig(ctx context.Context, req *tfprotov6.ValidateResourceConfigRequest) (*tfprotov6.ValidateResourceConfigResponse, error) {
	resp, err := s.Server.ValidateResourceConfig(ctx, req)
	if resp != nil {
		inPlainWords(req.TypeName, resp.Diagnostics)
	}
	return resp, err
}

func (s plainServer) ValidateDataResourceConfig(ctx context.Context, req *tfprotov6.ValidateDataResourceConfigRequest) (*tfprotov6.ValidateDataResourceConfigResponse, error) {
	resp, err := s.Server.ValidateDataResourceConfig(ctx, req)
	if resp != nil {
		inPlainWords(req.TypeName, resp.Diagnostics)
	}
	return resp, err
}

func (s plainServer) ValidateEphemeralResourceConfig(ctx context.Context, req *tfprotov6.ValidateEphemeralResourceConfigRequest) (*tfprotov6.ValidateEphemeralResourceConfigResponse, error) {
	resp, err := s.Server.ValidateEphemeralResourceConfig(ctx, req)
	if resp != nil {
		inPlainWords(req.TypeName, resp.Diagnostics)
	}
	return resp, err
}

func (s plainServer) ValidateListResourceConfig(ctx context.Context, req *tfprotov6.ValidateListResourceConfigRequest) (*tfprotov6.ValidateListResourceConfigResponse, error) {
	resp, err := s.Server.ValidateListResourceConfig(ctx, req)
	if resp != nil {
		inPlainWords(req.TypeName, resp.Diagnostics)
	}
	return resp, err
}

func (s plainServer) ValidateActionConfig(ctx context.Context, req *tfprotov6.ValidateActionConfigRequest) (*tfprotov6.ValidateActionConfigResponse, error) {
	resp, err := s.Server.ValidateActionConfig(ctx, req)
	if resp != nil {
		inPlainWords(req.ActionType, resp.Diagnostics)
	}
	return resp, err
}

const (
	// missingRequired is the framework's summary.
	missingRequired = "Missing Configuration for Required Attribute"
	isMissing       = "Missing "

	messageID = "message_id"
	noID      = "\n\nThe message_id of a send is null while its outcome is \"unconfirmed\". Such a message is found by its tag: smspartner_tag_status reads its status, and the dashboard can cancel it. " +
		"It is null too for a dry run (sandbox) to which SMS Partner gave no id: leave this block out while you try."
	noMailID = "\n\nThe message_id of a mail is null for a dry run (sandbox) to which Mail Partner gave no id: leave this block out while you try."
)

// whyNoID tells, by type, why a message_id can be null.
var whyNoID = map[string]string{
	Name + "_message_status": noID, Name + "_message_statuses": noID, Name + "_bulk_status": noID, Name + "_cancel_message": noID,
	Name + "_mail_status": noMailID, Name + "_cancel_mail": noMailID,
}

func inPlainWords(typeName string, said diagnostics) {
	for _, d := range said {
		if d.Attribute == nil {
			continue
		}
		name, last := nameOf(d.Attribute)
		if d.Summary == missingRequired {
			d.Summary, d.Detail = isMissing+name, "It is required, but its value is null: write an expression that gives a value."
		}
		if last == messageID && strings.HasPrefix(d.Summary, isMissing) {
			d.Detail += whyNoID[typeName]
		}
	}
}

// nameOf returns the name of an attribute as a configuration writes it, such as wait.timeout,
// and the last part of it.
func nameOf(at *tftypes.AttributePath) (name, last string) {
	for _, step := range at.Steps() {
		switch step := step.(type) {
		case tftypes.AttributeName:
			last = string(step)
			name = strings.TrimPrefix(name+"."+last, ".")
		case tftypes.ElementKeyInt:
			name += fmt.Sprintf("[%d]", step)
		case tftypes.ElementKeyString:
			name += fmt.Sprintf("[%q]", string(step))
		case tftypes.ElementKeyValue:
			name += "[...]" // of a set: its elements have no names
		}
	}
	return name, last
}
