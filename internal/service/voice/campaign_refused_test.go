package voice_test

import (
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
)

const wrongValue = "Error: Invalid value for "

// refused are arguments that a plan refuses, and what it says.
type refused map[string]struct {
	kind            kind
	arguments, want []string
}

func (r refused) run(t *testing.T, command string) {
	t.Helper()
	cases := acctest.Cases{}
	for name, test := range r {
		a := account(t)
		cases[name] = acctest.Case{Account: a, Config: provider(a) + acctest.Later("late") + test.kind.resource(test.arguments...), Want: test.want}
	}
	cases.Fail(t, command)
}

// What a plan can know is refused there, once and at the argument to blame, and nothing is
// asked.
func TestCampaign_PlanRefused(t *testing.T) {
	t.Parallel()
	m, s := voiceMessage, voiceSMS
	one := numbers("06 00 00 00 01")
	many := "phone_numbers = [for i in range(501) : format(\"+336%08d\", i)]"
	refused{
		"no numbers":        {m, []string{"phone_numbers = []", withAudio}, []string{wrongValue + "phone_numbers", "It is empty: write 1 to 500 phone numbers."}},
		"501 numbers":       {s, []string{many, withText}, []string{wrongValue + "phone_numbers", "It holds 501 phone numbers: write 1 to 500."}},
		"no number":         {m, []string{numbers("abc"), withAudio}, []string{`Error: Invalid phone number in phone_numbers["abc"]`}},
		"a null":            {s, []string{"phone_numbers = [null]", withText}, []string{wrongValue + "phone_numbers", "One element of phone_numbers is null"}},
		"no file":           {m, []string{one}, []string{`The argument "token_audio" is required`}},
		"an empty token":    {m, []string{one, `token_audio = ""`}, []string{wrongValue + "token_audio", "is empty"}},
		"a token with a lf": {s, []string{one, `token_audio = "abc\n"`}, []string{wrongValue + "token_audio", "contains a blank"}},
		"neither":           {s, []string{one}, []string{"Error: Missing text", "The call says nothing: write the text to speak in text, or the token of an audio file in token_audio."}},
		"both":              {s, []string{one, withText, withAudio}, []string{wrongValue + "token_audio", "The call has a text to speak too, which Voice Partner would ignore: write either text or token_audio."}},
		"only commas":       {s, []string{one, `text = " ,, ! "`}, []string{wrongValue + "text", "It has nothing to speak: write words."}},
		"an invisible one":  {s, []string{one, `text = "a\u200bb"`}, []string{wrongValue + "text", "Its character 2 is U+200B, which nobody can see"}},
		"too slow":          {s, []string{one, withText, "speech_rate = 0.49"}, []string{wrongValue + "speech_rate", "0.49 is out of range: write a number from 0.5 to 2."}},
		"too fast":          {s, []string{one, withText, "speech_rate = 2.001"}, []string{wrongValue + "speech_rate", "2.001 is out of range: write a number from 0.5 to 2."}},
		"a rate of a file":  {s, []string{one, withAudio, "speech_rate = 1"}, []string{wrongValue + "speech_rate", "There is no text to speak, and an audio file has its own speed: leave speech_rate out."}},
		"an empty language": {s, []string{one, withText, `lang = ""`}, []string{wrongValue + "lang", `It is empty: write a language such as "fr" or "en", or leave it out.`}},
		"no address":        {m, []string{one, withAudio, `notify_url = "example.com"`}, []string{wrongValue + "notify_url", `"example.com" is not a web address`}},
		"no e-mail":         {m, []string{one, withAudio, `email_for_notification = "ops"`}, []string{wrongValue + "email_for_notification", `"ops" is not an e-mail address`}},
		"no sender":         {m, []string{one, withAudio, `sender = "ACME"`}, []string{"Error: Invalid phone number", `"ACME" is not a phone number`}},
		"seconds":           {s, []string{one, withText, `scheduled_date = "2040-06-01T07:31:30Z"`}, []string{wrongValue + "scheduled_date", "is not on a whole minute, such as 09:31."}},
		"no offset":         {m, []string{one, withAudio, `scheduled_date = "2040-06-01 07:31:00"`}, []string{wrongValue + "scheduled_date", "is not a date and time with an offset"}},
		"twice that night":  {m, []string{one, withAudio, `scheduled_date = "2040-10-28T02:31:00+01:00"`}, []string{wrongValue + "scheduled_date", "an hour that comes twice that night"}},
		"an e-mail for SMS": {s, []string{one, withText, `email_for_notification = "ops@example.com"`}, []string{"Error: Unsupported argument"}},
	}.run(t, "plan")
}

// The provider's region and the clock decide these.
func TestCampaign_RegionRefused(t *testing.T) {
	t.Parallel()
	m, s := voiceMessage, voiceSMS
	refused{
		"twice":            {s, []string{numbers("06 00 00 00 01", "+33600000001"), withText}, []string{wrongValue + `phone_numbers["06 00 00 00 01"]`, `"06 00 00 00 01" is the same phone as "+33600000001": write it once, so that it is called once.`}},
		"of no region":     {m, []string{numbers("0612"), withAudio}, []string{`Error: Invalid phone number in phone_numbers["0612"]`}},
		"sender elsewhere": {m, []string{numbers("06 00 00 00 01"), withAudio, `sender = "0612"`}, []string{"Error: Invalid phone number"}},
		"over":             {s, []string{numbers("06 00 00 00 01"), withText, `scheduled_date = "2020-06-01T07:31:00Z"`}, []string{wrongValue + "scheduled_date", "is over: choose a moment in the future, or leave it out to send at once."}},
	}.run(t, "plan")
}

// What is known only late is refused before anything is asked.
func TestCampaign_LateRefused(t *testing.T) {
	t.Parallel()
	s, one := voiceSMS, numbers("06 00 00 00 01")
	refused{
		"no number": {s, []string{"phone_numbers = [terraform_data.later.output]", withText}, []string{`Error: Invalid phone number in phone_numbers["late"]`}},
		"both":      {s, []string{one, withText, "token_audio = terraform_data.later.output"}, []string{wrongValue + "token_audio", "write either text or token_audio."}},
		"neither":   {s, []string{one, "text = terraform_data.later.output == \"late\" ? null : \"a\""}, []string{"Error: Missing text"}},
		"no date":   {s, []string{one, withText, "scheduled_date = terraform_data.later.output"}, []string{wrongValue + "scheduled_date"}},
	}.run(t, "apply")
}
