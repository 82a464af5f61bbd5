package sending

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/resource"
)

// ImportState only explains why import is impossible. Without this method the engine would
// say that the provider lacks support.
func (r *sendResource) ImportState(_ context.Context, _ resource.ImportStateRequest, resp *resource.ImportStateResponse) {
	then := "Remove the import. To read what became of a message sent elsewhere, use a data source: " +
		"smspartner_message_status, smspartner_bulk_status or smspartner_tag_status."
	if r.kind.sendOnly {
		then = "Remove the import. What became of a message sent elsewhere, only the dashboard can show."
	}
	resp.Diagnostics.AddError("Unable to import "+r.kind.object,
		"Import is not supported: the API cannot return a sent message. The state would be empty, and the next apply would send the message again.\n\n"+then)
}
