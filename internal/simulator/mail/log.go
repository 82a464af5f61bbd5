package mail

import "github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"

// describe adds to a log line the mail, the tag and the addresses that a call names, wherever
// they stand, and the statuses that it answers.
func describe(l *wire.Line, c *wire.Call, content wire.Object) {
	ids := c.Members(messageIDParameter.Name)
	if len(ids) == 0 {
		ids = content.Words(messageIDParameter.Name)
	}
	l.Words("mail", ids...)
	if tag := c.Text(tagParameter); tag != "" {
		l.Words("tag", tag)
	}
	l.Addresses("recipient", append(emails(inParams(c, toParameter.Name)), emails(c.Structure(toParameter.Name))...)...)
	if email := c.Text("email"); email != "" {
		l.Addresses("address", email)
	}
	l.Tally("status", content.Words("status")...)
}

func emails(content any) []string {
	list, _ := content.([]any)
	found := make([]string, 0, len(list))
	for _, item := range list {
		members, _ := item.(map[string]any)
		found = append(found, wire.MemberText(members["email"]))
	}
	return found
}
