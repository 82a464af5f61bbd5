package sending

import (
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

// The ways in which a card lies, and the one alignment of its picture that is documented.
const (
	vertical    = "VERTICAL"
	horizontal  = "HORIZONTAL"
	alignedLeft = "LEFT"
)

// The limits of an RCS.
const (
	mostSuggestions        = 4
	mostTitleCharacters    = 200
	mostDescribeCharacters = 500
)

// The content of an RCS: exactly one of these.
var (
	argText = attribute.Argument{
		Name: "text", Form: attribute.Text{Rule: validate.String("a text that is not blank", checkShown)},
		Description: "The text of the RCS. Write exactly one of `text`, `file_url`, `rich_card` and `rich_content`. Vendor's name: `richContent.conversation.text`.",
	}
	argFileURL = attribute.Argument{
		Name: "file_url", Form: attribute.Text{Rule: validate.String("an https address", checkFileURL)},
		Description: "The https address of a picture, a video, a sound or a PDF, from which the vendor takes the file. Vendor's name: `richContent.conversation.file.media.fileUrl`.",
	}
	argRichCard = attribute.Argument{
		Name: "rich_card", Form: attribute.Object{Of: []attribute.Argument{argOrientation, argAlignment, argTitle, argDescription}},
		Description: "A card, with the fields that the vendor documents. For others, such as a picture or suggestions, write `rich_content`. Vendor's name: `richContent.conversation.richCard`.",
	}
	argRichContent = attribute.Argument{
		Name: "rich_content", Form: attribute.Text{Rule: validate.String("a JSON object", checkRichContent)},
		Description: "A whole content as JSON, such as `jsonencode({ conversation = ... })`, for what the other arguments can't say. " +
			"The provider sends it as it is and checks only that it is a JSON object. Vendor's name: `richContent`.",
	}
	contents = []attribute.Argument{argText, argFileURL, argRichCard, argRichContent}
)

// The parts of a card.
var (
	argOrientation = attribute.Argument{
		Name: "orientation", Form: attribute.Text{Rule: validate.Choice(vertical, horizontal)},
		Description: "How the card lies: `VERTICAL` or `HORIZONTAL`.",
	}
	argAlignment = attribute.Argument{
		Name: "thumbnail_image_alignment", Form: attribute.Text{Rule: validate.String("LEFT", checkAlignment)},
		Description: "The side of the picture: `LEFT`, only with the orientation `HORIZONTAL`. The vendor documents no other value: write one in `rich_content`. " +
			"Vendor's name: `thumbnailImageAlignment`.",
	}
	argTitle = attribute.Argument{
		Name: "title", Form: attribute.Text{Rule: shownUpTo(mostTitleCharacters)},
		Description: "The title of the card, at most 200 characters.",
	}
	argDescription = attribute.Argument{
		Name: "description", Form: attribute.Text{Rule: shownUpTo(mostDescribeCharacters)},
		Description: "The text below the title, at most 500 characters.",
	}
)

var argSuggestions = attribute.Argument{
	Name: "suggestions",
	Form: attribute.Objects{
		Size: attribute.Size{Plural: "suggestions", Highest: mostSuggestions}, Of: []attribute.Argument{argSuggestionText, argPostbackData},
	},
	Description: "Replies that the phone offers, at most 4, only with `text` or `file_url`. For suggestions of another kind, write `rich_content`.",
}

// The parts of a suggestion.
var (
	argSuggestionText = attribute.Argument{
		Name: "text", Form: attribute.Text{Rule: validate.String("a text that is not blank", checkShown)}, Required: true,
		Description: "What the phone shows.",
	}
	argPostbackData = attribute.Argument{
		Name: "postback_data", Form: attribute.Text{Rule: validate.String("a text that is not empty", checkPostback)}, Required: true,
		Description: "What comes back when the reply is chosen. Vendor's name: `postbackData`.",
	}
)

var argFailover = attribute.Argument{
	Name: "failover", Form: attribute.Object{Of: []attribute.Argument{argSender, argMessage, argFailoverStop, argFailoverUnicode}},
	Description: "The SMS that is sent when the RCS fails. Without it none is sent. What the vendor bills for an RCS that failed is not documented.",
}

// The flags of an SMS that takes the place of an RCS, which has no range.
var (
	argFailoverStop    = described(argIsStopSMS, "Whether the vendor appends the STOP text, which tells how to refuse further SMS. Commercial SMS must have it. It makes the text longer. Vendor's name: `isStopSms`.")
	argFailoverUnicode = described(argIsUnicode, "Whether to send the SMS as Unicode, with 70 characters per SMS. The vendor must first enable Unicode for the account. Vendor's name: `isUnicode`.")
)

func described(a attribute.Argument, description string) attribute.Argument {
	a.Description = description
	return a
}
