package function

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/function"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

var _ function.Function = smsSegmentsFunction{}

func newSMSSegmentsFunction() function.Function { return smsSegmentsFunction{} }

// smsSegmentsFunction computes how the vendor sends and bills a text.
type smsSegmentsFunction struct{}

type smsSegments struct {
	Encoding   string `tfsdk:"encoding"`
	Text       string `tfsdk:"text"`
	Characters int64  `tfsdk:"characters"`
	Segments   int64  `tfsdk:"segments"`
}

func (smsSegmentsFunction) Metadata(_ context.Context, _ function.MetadataRequest, resp *function.MetadataResponse) {
	resp.Name = "sms_segments"
}

func (smsSegmentsFunction) Definition(_ context.Context, _ function.DefinitionRequest, resp *function.DefinitionResponse) {
	resp.Definition = function.Definition{
		Summary: "Tells how many SMS a text takes, and what SMS Partner makes of it.",
		MarkdownDescription: "Tells how SMS Partner sends and bills a text, by the rules in its documentation. The result is an object:\n\n" +
			"- `encoding`: `GSM 03.38`, or `UCS-2` with `is_unicode`.\n" +
			"- `text`: the text after the vendor's replacements. Without `is_unicode`, the vendor writes `e` for `ê`, for example, and leaves out `~`. Tags such as `:br:` stay.\n" +
			"- `characters`: the length as the vendor counts it. The tag `:br:` (line break) counts as two characters, and so does the euro sign or its tag `:euro:` without `is_unicode`.\n" +
			"- `segments`: the number of SMS billed for each recipient. One SMS holds 160 characters, and each part of a longer text 153; in `UCS-2`, 70 and 67. A character that counts as two is not split over two parts, which can make one part more.\n\n" +
			"A text of more characters than 10 segments have, 1530 or 670, is an error, since the vendor refuses it. Without `is_unicode`, a character that is neither in GSM 03.38 " +
			"nor in the vendor's list of replacements is an error too, since the vendor does not document what it would send. " +
			"The vendor has the last word: for a marketing account it adds a STOP text, which is not counted here.",
		Parameters: []function.Parameter{
			function.StringParameter{
				Name:                "message",
				MarkdownDescription: "The text to send.",
			},
			function.BoolParameter{
				Name:                "is_unicode",
				AllowNullValue:      true, // as in a resource
				MarkdownDescription: "Whether the text is sent as Unicode, which the vendor must first enable for the account; null is `false`. Vendor's name: `isUnicode`.",
			},
		},
		Return: function.ObjectReturn{AttributeTypes: map[string]attr.Type{
			"encoding":   types.StringType,
			"text":       types.StringType,
			"characters": types.Int64Type,
			"segments":   types.Int64Type,
		}},
	}
}

func (smsSegmentsFunction) Run(ctx context.Context, req function.RunRequest, resp *function.RunResponse) {
	var message string
	var unicode types.Bool
	if resp.Error = req.Arguments.Get(ctx, &message, &unicode); resp.Error != nil {
		return
	}
	text, err := sms.Segment(message, unicode.ValueBool())
	if err != nil {
		resp.Error = function.NewArgumentFuncError(0, err.Error())
		return
	}
	resp.Error = resp.Result.Set(ctx, smsSegments{
		Encoding:   string(text.Encoding),
		Text:       text.Text,
		Characters: int64(text.Characters),
		Segments:   int64(text.Segments),
	})
}
