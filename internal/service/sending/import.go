package sending

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/resource"
)

// ImportState only says why it can't be done: without it, the engine would say that
// the provider lacks something.
func (r *sendResource) ImportState(_ context.Context, _ resource.ImportStateRequest, resp *resource.ImportStateResponse) {
	resp.Diagnostics.AddError("Unable to import "+r.kind.object,
		"Import is not supported: the API cannot return a sent message. The state would be empty, and the next apply would send the message again.\n\n"+
			"Remove the import. To read what became of a message sent elsewhere, use a data source: "+
			"smspartner_message_status, smspartner_bulk_status or smspartner_tag_status.")
}
