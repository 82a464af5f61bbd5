package voice

import (
	"regexp"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// capitals tells the word of a refusal from what a success has in a field of the same name.
var capitals = regexp.MustCompile(`^[A-Z_]+$`)

// describe adds to a log line the campaign and the numbers of a call, and the word with which
// it was refused.
func (a *Account) describe(l *wire.Line, c *wire.Call, content wire.Object) {
	ids := c.Members("campaignId")
	if len(ids) == 0 {
		ids = content.Words("campaignId")
	}
	l.Words("campaign", ids...)
	if list := c.Text(numbersParameter.Name); list != "" {
		l.Numbers("number", l.Split(list)...)
	}
	for _, word := range content.Words(a.options.Variant.wordKey()) {
		if capitals.MatchString(word) {
			l.Words("refusal", word)
		}
	}
}
