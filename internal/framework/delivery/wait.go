package delivery

import (
	action "github.com/hashicorp/terraform-plugin-framework/action/schema"
	datasource "github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
)

const (
	untilFinal     = "final"
	untilDelivered = "delivered"
)

// Wait is the value of the attribute `wait` of a type that can wait for deliveries.
type Wait struct {
	wait.Model
	Until types.String `tfsdk:"until"`
}

var argUntil = attribute.Argument{
	Name: "until", Form: attribute.Text{Rule: validate.Choice(untilFinal, untilDelivered)},
	Description: "`final` waits until the status can no longer change. `delivered` does the same, " +
		"and fails at once when the final status is not delivered. No status is documented for a commercial message that the vendor holds at night, so expect a wait on one to go on until `timeout`. Default: `final`.",
}

// Patience says how long a wait goes on for a message that the vendor does not know yet.
const (
	Patience = "30 seconds to turn up"
	// PatienceForAll is that of a type whose configuration always names the recipients in
	// a list.
	PatienceForAll = "until `timeout` to turn up"
)

// PatienceFor is that of a type whose argument names the recipients, if it is set.
func PatienceFor(argument string) string {
	return Patience + ", or until `timeout` where `" + argument + "` is set"
}

// DataSourceWait is the attribute `wait` of a data source that reads statuses.
func DataSourceWait(description, patience string) datasource.Attribute {
	return dataSourceWait(product.SMS, description, patience)
}

// MailWait is the attribute `wait` of a data source that reads the statuses of a mail.
func MailWait(description, patience string) datasource.Attribute {
	return dataSourceWait(product.Mail, description, patience)
}

func dataSourceWait(of product.Product, description, patience string) datasource.Attribute {
	return wait.Argument(description+" Without `wait`, the status is read once. A wait gives a message that "+of.Name+" does not know yet "+patience+". "+
		"A data source is read in every plan, so a wait delays plans too. The guide [Assert delivery in a pipeline](../guides/assert-delivery.md) "+
		"explains when a status is read, what fails a run and what only warns.", argUntil).DataSource()
}

// ActionWait is the attribute `wait` of an action that sends.
func ActionWait(description string) action.Attribute {
	return wait.Argument(description+" Without `wait`, the action ends when the message is accepted.", argUntil).Action()
}

// Polling returns how to wait; nil without a wait.
func (w *Wait) Polling() *wait.Model {
	if w == nil {
		return nil
	}
	return &w.Model
}

// WantsDelivery reports whether the wait requires delivery; false without a wait.
func (w *Wait) WantsDelivery() bool { return w != nil && w.Until.ValueString() == untilDelivered }

// Outcome says what a status means for this wait.
func (w *Wait) Outcome(final, delivered bool) wait.Outcome {
	switch {
	case !final:
		return wait.Pending
	case w.WantsDelivery() && !delivered:
		return wait.Failure
	default:
		return wait.Success
	}
}

// Subject returns the subject of a wait for deliveries. name is what is waited for, such as
// "the recipients of message 1111".
func Subject(summary, name string, explain func(error) diag.Diagnostic) wait.Subject {
	return wait.Subject{
		Summary: summary, Name: name, At: path.Root("wait"), Explain: explain,
		Normally: "Delivery reports normally arrive within seconds, and within 48 hours at the latest.",
	}
}

// Undelivered is the error of a wait for delivery when a status is final without delivery.
// who is the clause that names the recipient.
func Undelivered(about wait.Subject, who string) diag.Diagnostic {
	return diag.NewAttributeErrorDiagnostic(about.At.AtName(argUntil.Name), about.Summary, who+
		". This wait requires delivery, and a final status no longer changes.\n\n"+
		"Check that the number is in service and takes SMS, then send again. To read a final status of any kind, set until to \"final\".")
}
