package mail

import (
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/schedule"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/mail"
)

// named ends the descriptions of what diagnostics name.
const named = " Diagnostics name subjects and addresses in full, sensitive ones too."

// The arguments of a mail.
var (
	argSubject = attribute.Argument{
		Name: "subject", Required: true, Form: attribute.Text{Rule: validate.String("a text in one line", checkLine)},
		Description: "The subject, in one line." + named,
	}
	argHTMLContent = attribute.Argument{
		Name: "html_content", Required: true, Form: attribute.Text{Rule: validate.String("a text that is not blank", checkHTML)},
		Description: "The mail, in HTML: a text, or a file with `file(\"report.html\")` or `templatefile(\"report.html\", {})`. The vendor puts the value of a variable in place of its name between two signs `#`, such as `#FIRSTNAME#`; " +
			"in place of `#READ_ONLINE#` a link that shows the mail in a browser; and in place of `#UNSUBSCRIBE_LINK#` a link by which a recipient refuses further mails of the account. Vendor's name: `htmlContent`.",
	}
	argEmail = attribute.Argument{
		Name: "email", Required: true, Form: attribute.Text{Rule: validate.String("an e-mail address", validate.Email)},
		Description: "The e-mail address.",
	}
	argName = attribute.Argument{
		Name: "name", Form: attribute.Text{Rule: validate.String("a text in one line", checkLine)},
		Description: "The name that goes with the address.",
	}
	argTo = attribute.Argument{
		Name: "to", Required: true,
		Form: attribute.Objects{
			Size: attribute.Size{Plural: "recipients", Lowest: 1, Highest: mail.MaxRecipients}, Of: []attribute.Argument{argEmail, argName},
		},
		Description: "The recipients, 1 to 500. Each one costs. An address on the account's unsubscribe list makes the vendor refuse the mail." + named,
	}
	argReplyTo = attribute.Argument{
		Name: "reply_to", Form: attribute.Object{Of: []attribute.Argument{argEmail, argName}},
		Description: "Where replies go. Vendor's name: `replyTo`.",
	}
	argVariables = attribute.Argument{
		Name: "variables", Form: attribute.TextMap{Rule: validate.TextMap("variables", mail.MaxVariables, checkVariable, validate.Visible)},
		Description: "Texts for `html_content`, by name, at most 8: `FIRSTNAME = \"Ada\"` takes the place of `#FIRSTNAME#`. All recipients get the same texts. " +
			"A plan warns of a name that `html_content` uses and nothing sets.",
	}
	argFilename = attribute.Argument{
		Name: "filename", Required: true, Form: attribute.Text{Rule: validate.String("a name without an extension", checkFilename)},
		Description: "The file's name, without an extension such as `.pdf`.",
	}
	argContentType = attribute.Argument{
		Name: "content_type", Required: true, Form: attribute.Text{Rule: validate.String("a MIME type", checkContentType)},
		Description: "The file's MIME type, such as `application/pdf` or `text/csv`. Vendor's name: `contentType`.",
	}
	argSource = attribute.Argument{
		Name: "source", Form: attribute.Text{Rule: validate.String("the path of a file", checkSource)},
		Description: "The path of the file, which is read when the mail is sent, not before: a step of the same run can make the file. The content is in no plan and no state. " +
			"Write this or `content_base64`.",
	}
	argSourceSHA256 = attribute.Argument{
		Name: "source_sha256", Form: attribute.Text{Rule: validate.String("a SHA-256 in hexadecimal", checkSHA256)},
		Description: "The SHA-256 of the file at `source`, in hexadecimal, as `filesha256(\"report.pdf\")` gives it. With it, a file that differs when the mail is sent is refused. " +
			"In a resource, a changed file is then a new mail; without it, a changed file alone sends nothing: change `triggers`.",
	}
	argContentBase64 = attribute.Argument{
		Name: "content_base64", Form: attribute.Text{Rule: validate.String("a text in base64", checkBase64)},
		Description: "The content, in base64, as `base64encode(\"text\")` gives it. A resource keeps it in the state, like any argument. Vendor's name: `base64Content`.",
	}
	argAttachments = attribute.Argument{
		Name: "attachments",
		Form: attribute.Objects{
			Size: attribute.Size{Plural: "attachments", Lowest: 1, Highest: mail.MaxAttachments},
			Of:   []attribute.Argument{argFilename, argContentType, argSource, argSourceSHA256, argContentBase64},
		},
		Description: "Files that go with the mail, at most 3 of at most 5 MB each.",
	}
	argTag = attribute.Argument{
		Name: "tag", Form: attribute.Text{Rule: validate.String("3 to 20 characters in lower case, without blanks", validate.Tag(3, "the mail has no tag"))},
		Description: "A label for the mail, 3 to 20 characters in lower case, without blanks. No call of Mail Partner finds a mail by its tag.",
	}
	argSchedule = attribute.Argument{
		Name: "scheduled_delivery_date", Form: attribute.Text{Rule: validate.String("a moment on a 5-minute step, in RFC 3339 form", schedule.Check)},
		Description: "When to send: a moment in the future, whose minute is a multiple of 5, in RFC 3339 form with any offset, such as `2026-06-01T09:30:00+02:00`. " +
			"Without it, the mail is sent at once. Vendor's names: `scheduledDeliveryDate`, `time` and `minute`.",
	}
	argSandbox = attribute.Argument{
		Name: "sandbox", Form: attribute.Flag{},
		Description: "Dry run: nothing is sent or charged. The vendor deletes these mails daily.",
	}
)

var arguments = []attribute.Argument{
	argSubject, argHTMLContent, argTo, argReplyTo, argVariables, argAttachments, argTag, argSchedule, argSandbox,
}

func at(a attribute.Argument) path.Path { return path.Root(a.Name) }

// inside is the path of an argument of an element of a list.
func inside(list attribute.Argument, i int, a attribute.Argument) path.Path {
	return at(list).AtListIndex(i).AtName(a.Name)
}
