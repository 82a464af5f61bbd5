package mail_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

const wrongValue = "Error: Invalid value for "

// What a plan can know is refused there, once and at the argument to blame, and nothing is
// asked.
func TestMail_PlanRefused(t *testing.T) {
	t.Parallel()
	attachment := func(arguments string) string { return "attachments = [{ " + arguments + " }]" }
	const pdf = `filename = "report", content_type = "application/pdf", `
	large := written(t, strings.Repeat("x", 5<<20+1))
	tests := map[string]struct{ arguments, want []string }{
		"no recipient":        {[]string{subject, content, "to = []"}, []string{wrongValue + "to", "It is empty: write 1 to 500 recipients."}},
		"501 recipients":      {[]string{subject, content, `to = [for i in range(501) : { email = "r${i}@example.com" }]`}, []string{wrongValue + "to", "It holds 501 recipients: write 1 to 500."}},
		"no address":          {[]string{subject, content, `to = [{ name = "Ada" }]`}, []string{"Error: Missing to[0].email", "It is required"}},
		"a null recipient":    {[]string{subject, content, `to = [null]`}, []string{wrongValue + "to", "One element of to is null"}},
		"a wrong address":     {[]string{subject, content, to("ada")}, []string{wrongValue + "to[0].email", `"ada" is not an e-mail address`}},
		"a name in it":        {[]string{subject, content, to("Ada <ada@example.com>")}, []string{wrongValue + "to[0].email", "is not an e-mail address"}},
		"twice":               {[]string{subject, content, to("ada@example.com", "grace@example.com", "ADA@example.com")}, []string{wrongValue + "to[2].email", `"ADA@example.com" is the same address as "ada@example.com": write it once, so that it gets one mail.`}},
		"an empty name":       {[]string{subject, content, `to = [{ email = "ada@example.com", name = "" }]`}, []string{wrongValue + "to[0].name", "It is blank: write a text."}},
		"no subject":          {[]string{`subject = " "`, content, ada}, []string{wrongValue + "subject", "It is blank: write a text."}},
		"two lines":           {[]string{`subject = "a\nBcc: x@example.com"`, content, ada}, []string{wrongValue + "subject", "has a line break: write one line."}},
		"no content":          {[]string{subject, `html_content = "\n"`, ada}, []string{wrongValue + "html_content", "It is blank: write what the mail says."}},
		"a reply to nobody":   {[]string{subject, content, ada, `reply_to = { email = "" }`}, []string{wrongValue + "reply_to.email", "is not an e-mail address"}},
		"nine variables":      {[]string{subject, content, ada, `variables = { for i in range(9) : "V${i}" => "x" }`}, []string{wrongValue + "variables", "It holds 9 variables: write at most 8."}},
		"no variables":        {[]string{subject, content, ada, `variables = {}`}, []string{wrongValue + "variables", "It is empty: leave it out, or write 1 to 8 variables."}},
		"a null variable":     {[]string{subject, content, ada, `variables = { A = null }`}, []string{wrongValue + "variables", "One element of variables is null"}},
		"signs in a name":     {[]string{subject, content, ada, `variables = { "#NAME#" = "Ada" }`}, []string{wrongValue + `variables["#NAME#"]`, `"#NAME#" is no name of a variable: write it without blanks and without the signs # around it, as in FIRSTNAME.`}},
		"the vendor's link":   {[]string{subject, content, ada, `variables = { READ_ONLINE = "x" }`}, []string{wrongValue + `variables["READ_ONLINE"]`, "The vendor puts a link of its own in place of #READ_ONLINE#: leave it out."}},
		"four attachments":    {[]string{subject, content, ada, "attachments = [for i in range(4) : { filename = \"r${i}\", content_type = \"text/csv\", content_base64 = \"eA==\" }]"}, []string{wrongValue + "attachments", "It holds 4 attachments: write 1 to 3."}},
		"no file":             {[]string{subject, content, ada, attachment(pdf)}, []string{"Error: Missing attachments[0].source", "The attachment has no content: write the path of a file in source, or the content in content_base64."}},
		"two contents":        {[]string{subject, content, ada, attachment(pdf + `source = "a", content_base64 = "eA=="`)}, []string{wrongValue + "attachments[0].content_base64", "The attachment has a file in source too: write one of the two."}},
		"a sum of nothing":    {[]string{subject, content, ada, attachment(pdf + `content_base64 = "eA==", source_sha256 = sha256("x")`)}, []string{wrongValue + "attachments[0].source_sha256", "It is about a file in source, which the attachment does not have: leave it out."}},
		"an extension":        {[]string{subject, content, ada, attachment(`filename = "report.PDF", content_type = "application/pdf", source = "a"`)}, []string{wrongValue + "attachments[0].filename", `"report.PDF" ends with .PDF: write the name without its extension, and the type in content_type.`}},
		"a path as name":      {[]string{subject, content, ada, attachment(`filename = "out/report", content_type = "application/pdf", source = "a"`)}, []string{wrongValue + "attachments[0].filename", `"out/report" is a path: write the name alone, and the path in source.`}},
		"no type":             {[]string{subject, content, ada, attachment(`filename = "report", content_type = "pdf", source = "a"`)}, []string{wrongValue + "attachments[0].content_type", `"pdf" is not a MIME type: write one such as "application/pdf".`}},
		"not in base64":       {[]string{subject, content, ada, attachment(pdf + `content_base64 = "report!"`)}, []string{wrongValue + "attachments[0].content_base64", "It is not in base64"}},
		"a large content":     {[]string{subject, content, ada, attachment(pdf + `content_base64 = filebase64("` + large + `")`)}, []string{wrongValue + "attachments[0].content_base64", "It has 5242881 bytes, and Mail Partner takes at most 5 MB: send a link to the file instead."}},
		"a large file":        {[]string{subject, content, ada, attachment(pdf + `source = "` + large + `"`)}, []string{wrongValue + "attachments[0].source", "It has 5242881 bytes, and Mail Partner takes at most 5 MB: send a link to the file instead."}},
		"an empty content":    {[]string{subject, content, ada, attachment(pdf + `content_base64 = ""`)}, []string{wrongValue + "attachments[0].content_base64", "It is empty: leave the attachment out, or write its content."}},
		"no sum":              {[]string{subject, content, ada, attachment(pdf + `source = "a", source_sha256 = "abc"`)}, []string{wrongValue + "attachments[0].source_sha256", `"abc" is not a SHA-256 of 64 hexadecimal digits`}},
		"a blank path":        {[]string{subject, content, ada, attachment(pdf + `source = ""`)}, []string{wrongValue + "attachments[0].source", "It is blank: write the path of a file."}},
		"a short tag":         {[]string{subject, content, ada, `tag = "ab"`}, []string{wrongValue + "tag", `"ab" has fewer than 3 characters.`}},
		"a long tag":          {[]string{subject, content, ada, `tag = "abcdefghijklmnopqrstu"`}, []string{wrongValue + "tag", "has more than 20 characters."}},
		"a tag with a blank":  {[]string{subject, content, ada, `tag = "my tag"`}, []string{wrongValue + "tag", "contains a blank."}},
		"a tag with capitals": {[]string{subject, content, ada, `tag = "Deploy"`}, []string{wrongValue + "tag", "contains a capital letter: the vendor takes lower case only."}},
		"off the step":        {[]string{subject, content, ada, `scheduled_delivery_date = "2040-06-01T07:31:00Z"`}, []string{wrongValue + "scheduled_delivery_date", "is not on a step of 5 minutes"}},
		"over":                {[]string{subject, content, ada, `scheduled_delivery_date = "2020-06-01T07:30:00Z"`}, []string{wrongValue + "scheduled_delivery_date", "is over: choose a moment in the future"}},
	}
	// Rules of the provider come after those of the schema: an engine asks for them in a run
	// in which all of the schema's pass.
	late := map[string]bool{"over": true, "a large file": true}
	first, second := acctest.Cases{}, acctest.Cases{}
	for name, test := range tests {
		a, cases := account(t), first
		if late[name] {
			cases = second
		}
		cases[name] = acctest.Case{Account: a, Config: provider(a) + resource(test.arguments...), Want: test.want}
	}
	first.Fail(t, "plan")
	second.Fail(t, "plan")
}

// What is known late is refused before anything is sent.
func TestMail_ApplyRefused(t *testing.T) {
	t.Parallel()
	file, large := written(t, "report"), written(t, strings.Repeat("x", 5<<20+1))
	attach := func(arguments string) string {
		return `attachments = [{ filename = "report", content_type = "text/csv", ` + arguments + ` }]`
	}
	const unable = "Error: Unable to send mail"
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		late, argument string
		want           []string
	}{
		"twice":            {"ada@example.com", `to = [{ email = "Ada@example.com" }, { email = terraform_data.later.output }]`, []string{wrongValue + "to[1].email", "is the same address as"}},
		"over":             {"2020-06-01T07:30:00Z", ada + "\n  scheduled_delivery_date = terraform_data.later.output", []string{wrongValue + "scheduled_delivery_date", "is over"}},
		"a missing file":   {"x", ada + "\n  " + attach(`source = "/nowhere/report"`), []string{unable, "with " + address, `Nothing was sent. The file "/nowhere/report" can't be attached: no such file or directory.`}},
		"an empty file":    {written(t, ""), ada + "\n  " + attach(`source = terraform_data.later.output`), []string{unable, "can't be attached: it is empty: leave the attachment out, or write its content."}},
		"a folder":         {"x", ada + "\n  " + attach(`source = "."`), []string{unable, `Nothing was sent. The file "." can't be attached: it is not a file.`}},
		"another file":     {sum("another report"), ada + "\n  " + attach(`source = "`+file+`", source_sha256 = terraform_data.later.output`), []string{unable, "can't be attached: the file has the SHA-256 " + sum("report") + ", not this one: the file was changed after the plan."}},
		"a file too large": {large, ada + "\n  " + attach(`source = terraform_data.later.output`), []string{wrongValue + "attachments[0].source", "It has 5242881 bytes, and Mail Partner takes at most 5 MB"}},
		"two contents":     {file, ada + "\n  " + attach(`content_base64 = "eA==", source = terraform_data.later.output`), []string{wrongValue + "attachments[0].content_base64", "write one of the two"}},
	} {
		a := account(t)
		cases[name] = acctest.Case{Account: a, Config: provider(a) + acctest.Later(test.late) + resource(subject, content, test.argument), Want: test.want}
	}
	cases.Fail(t, "apply")
}

// A plan warns of names that the mail uses and nothing sets.
func TestMail_Placeholders(t *testing.T) {
	t.Parallel()
	warning := func(name, why string) []string { return []string{"Warning: Placeholder #" + name + "#", why} }
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		arguments []string
		want      []string
	}{
		"none":           {[]string{subject, `html_content = "<a href='#top' style='color:#fff;background:#000'>#1#</a> # #"`, ada}, nil},
		"the vendor's":   {[]string{subject, `html_content = "#READ_ONLINE# #UNSUBSCRIBE_LINK#"`, ada}, nil},
		"set":            {[]string{subject, `html_content = "#FIRSTNAME#"`, ada, `variables = { FIRSTNAME = "Ada" }`}, nil},
		"set late":       {[]string{subject, `html_content = "#FIRSTNAME#"`, ada, `variables = { FIRSTNAME = terraform_data.later.id }`}, nil},
		"unset":          {[]string{subject, `html_content = "#FIRSTNAME# #FIRSTNAME#"`, ada}, warning("FIRSTNAME", "The mail uses #FIRSTNAME#, but variables has no FIRSTNAME. Recipients may read the name with its signs.")},
		"with accents":   {[]string{subject, `html_content = "#PRÉNOM#NOM-2#X#"`, ada, `variables = { "PRÉNOM" = "Ada", X = "x" }`}, warning("NOM-2", "variables has no NOM-2.")},
		"begins oddly":   {[]string{subject, `html_content = "#1ST#"`, ada, `variables = { "1ST" = "Ada" }`}, nil},
		"unused":         {[]string{subject, content, ada, `variables = { FIRSTNAME = "Ada" }`}, warning("FIRSTNAME", "variables has FIRSTNAME, but html_content has no #FIRSTNAME#: nobody will read the value.")},
		"in the subject": {[]string{`subject = "Hi #FIRSTNAME#"`, `html_content = "#FIRSTNAME#"`, ada, `variables = { FIRSTNAME = "Ada" }`}, warning("FIRSTNAME", "The subject has #FIRSTNAME#, and the vendor documents such names for html_content alone.")},
	} {
		a := account(t)
		cases[name] = acctest.Case{Account: a, Config: provider(a) + acctest.Later("late") + resource(test.arguments...), Want: test.want}
	}
	cases.Succeed(t, "plan")
}

// Each documented code is explained, at the argument to blame.
func TestMail_Codes(t *testing.T) {
	t.Parallel()
	const replyTo, moment = `reply_to = { email = "ops@example.com", name = "Ops" }`, "Mail Partner does not take this moment."
	attached := `attachments = [{ filename = "r", content_type = "text/csv", content_base64 = "eA==" }]`
	tests := map[string]struct {
		more, at, what string
		// again is how many requests the provider makes in place of one.
		again int
	}{
		"1":   {"", "", "Mail Partner received no API key.", 1},
		"2":   {"", "html_content", "Mail Partner received no text of the mail.", 1},
		"3":   {"", "", "means the subject, most likely.", 1},
		"4":   {"", "", "Mail Partner asks for a sender", 1},
		"5":   {"", "", "Mail Partner asks for a sender", 1},
		"8":   {attached, "attachments", "asks for the web address of an attachment", 1},
		"9":   {attached, "attachments", "does not take a file of this type.", 1},
		"10":  {"", "", "does not accept the API key.", 1},
		"11":  {"", "", "The account's credit does not pay for this.", 1},
		"14":  {"", "to", "is on the account's unsubscribe list", 1},
		"15":  {"", "to", "is listed twice.", 1},
		"16":  {attached, "attachments", "received no name of an attachment.", 2},
		"17":  {"", "to", "does not take this many recipients at once.", 1},
		"18":  {"", "to", "received no address of a recipient.", 1},
		"19":  {"", "to", "does not take one of these addresses.", 1},
		"20":  {"", "", "is disabled.", 1},
		"21":  {"", "to", "The name of a recipient is empty.", 1},
		"22":  {"", "to", "received no list of recipients.", 2},
		"23":  {replyTo, "reply_to", "received no address for replies.", 2},
		"24":  {replyTo, "reply_to", "does not take this address for replies.", 1},
		"25":  {replyTo, "reply_to", "The name beside the address for replies is empty.", 1},
		"30":  {"", "", "is blocked.", 1},
		"40":  {"", "", "may not use the API.", 1},
		"45":  {later, "scheduled_delivery_date", moment, 1},
		"46":  {later, "scheduled_delivery_date", moment, 1},
		"47":  {later, "scheduled_delivery_date", moment, 1},
		"48":  {later, "scheduled_delivery_date", moment, 1},
		"49":  {later, "scheduled_delivery_date", moment, 1},
		"50":  {"", "to", "does not take this many recipients at once.", 1},
		"55":  {"", "to", "has no price for this mail.", 1},
		"90":  {"", "", "could not read the request.", 1},
		"96":  {"", "", "listed IP addresses only", 1},
		"123": {"", "", "Mail Partner refused the request.", 1},
	}
	cases := acctest.Cases{}
	for code, test := range tests {
		for form, body := range map[string]string{
			"number": fmt.Sprintf(`{"success":false,"code":%s,"message":"Non"}`, code),
			"text":   fmt.Sprintf(`{"success":false,"code":"%s","message":"Non"}`, code),
		} {
			a := acctest.NewAccount(t, simulator.Options{MailAPIKey: mailKey, MailVariant: anywhere})
			a.Mail.Script("send", simulator.Step{Body: body, Repeat: true})
			want := []string{"Error: Unable to send mail", "with " + address, test.at, "Nothing was sent. ", test.what, "The answer (HTTP 200): code " + code + `, "Non"`}
			if test.at != "" {
				want[2] = ": " + test.at + " = " // the line of the argument
			} else {
				want[2] = `in resource "smspartner_mail" "test":`
			}
			cases[code+" as "+form] = acctest.Case{Account: a, Requests: test.again, Want: want, Config: provider(a, "max_retries = 0") + plain(test.more)}
		}
	}
	add := func(name, body string, want ...string) {
		a := account(t)
		a.Mail.Script("send", simulator.Step{Body: body, Status: 400})
		cases[name] = acctest.Case{Account: a, Requests: 1, Config: provider(a) + plain(later), Want: append([]string{"Error: Unable to send mail"}, want...)}
	}
	add("a list", `{"success":false,"code":9,"error":[{"elementId":"children[subject].data","message":"Trop long"}]}`, "  subject = ", "Nothing was sent. Mail Partner refused an argument.", "subject", "Trop long", "Correct what the answer above names.")
	add("9 without files", `{"success":false,"code":9,"message":"Non"}`, "Nothing was sent. Mail Partner refused an argument.", `code 9, "Non"`)
	add("a list of two", `{"success":false,"code":9,"errors":[{"elementId":"children[minute].data","message":"Requis"},{"elementId":"children[tag].data","message":"Non"}]}`, "Nothing was sent. Mail Partner refused an argument.", "minute", "Requis", "tag", "Non")
	cases.Fail(t, "apply")
}
