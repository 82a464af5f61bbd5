package function

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/function"

	phonetype "github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
)

var _ function.Function = e164Function{}

func newE164Function() function.Function { return e164Function{} }

// e164Function writes a phone number in international form.
type e164Function struct{}

func (e164Function) Metadata(_ context.Context, _ function.MetadataRequest, resp *function.MetadataResponse) {
	resp.Name = "e164"
}

func (e164Function) Definition(_ context.Context, _ function.DefinitionRequest, resp *function.DefinitionResponse) {
	resp.Definition = function.Definition{
		Summary: "Writes a phone number in international form.",
		MarkdownDescription: "Writes a phone number in international form (E.164), such as `+33600000001` for `06 00 00 00 01` in `FR`. " +
			"Two spellings of one number give the same result, so you can compare numbers and use them as map keys.\n\n" +
			"- An international number begins with `+`, or with the international prefix of the region: `00` in `FR`, `0011` in `AU`. " +
			"A `tel:` address, as `smspartner_number_lookup` writes it, is an international number too.\n" +
			"- A national number is read in the region. A number of another region in the same national plan gets the code of that region: " +
			"`0692 12 34 56` in `FR` is `+262692123456`, a mobile of La Réunion.\n" +
			"- A `0` in brackets, dialled only inside the country, is left out: `+33 (0)6 00 00 00 01`.\n" +
			"- Blanks, dots, dashes, slashes, brackets and characters that can't be seen are left out, and digits of other scripts are read.\n\n" +
			"A number that can't exist, because of its length or a letter in it, is an error, and so is a text with two numbers. " +
			"An international number of at most 15 digits that is longer than the others of its country passes, since numbers of machines are longer. " +
			"The function does not check whether a number is in use.",
		Parameters: []function.Parameter{
			function.StringParameter{
				Name:                "number",
				MarkdownDescription: "The phone number, national or international, as people write it." + phonetype.Named,
			},
			function.StringParameter{
				Name:                "region",
				MarkdownDescription: "The country in which a national number is read, as two letters of ISO 3166, such as `FR`.",
			},
		},
		Return: function.StringReturn{},
	}
}

func (e164Function) Run(ctx context.Context, req function.RunRequest, resp *function.RunResponse) {
	var number, region string
	if resp.Error = req.Arguments.Get(ctx, &number, &region); resp.Error != nil {
		return
	}
	if err := phone.CheckRegion(region); err != nil {
		resp.Error = function.NewArgumentFuncError(1, err.Error())
		return
	}
	international, err := phone.E164(number, region)
	if err != nil {
		resp.Error = function.NewArgumentFuncError(0, err.Error())
		return
	}
	resp.Error = resp.Result.Set(ctx, international)
}
