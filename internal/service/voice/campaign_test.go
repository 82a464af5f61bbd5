package voice_test

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
)

const (
	create  = plancheck.ResourceActionCreate
	replace = plancheck.ResourceActionDestroyBeforeCreate
	update  = plancheck.ResourceActionUpdate
	noop    = plancheck.ResourceActionNoop
)

// A campaign is made once, and again for a change: the same phones, moment or rate in
// another spelling are none.
func TestCampaign_Lifecycle(t *testing.T) {
	t.Parallel()
	a, b, c, d := account(t), account(t), account(t), account(t)
	both := numbers("06 00 00 00 01", "+32 470 12 34 56")
	same := numbers("0032470123456", "+33600000001")
	m, s := voiceMessage, voiceSMS
	acctest.Tests{
		"voice SMS": {
			Steps: []acctest.Step{
				{
					Config: provider(a) + s.resource(both, `text = "Alert,, disk full\n"`, `lang = "en"`), Plan: s.will(create),
					State: []statecheck.StateCheck{
						s.is("campaign_id", "Zz9yX8wV7u"), s.has("nb_sms", knownvalue.Int64Exact(2)), s.has("cost", acctest.Amount(t, "0.18")), s.is("currency", "EUR"),
						s.has("characters", knownvalue.Int64Exact(18)), s.has("recipients", knownvalue.Int64Exact(2)), s.has("duration", knownvalue.NotNull()),
						s.has("detail", knownvalue.MapPartial(map[string]knownvalue.Check{"32": knownvalue.ObjectPartial(map[string]knownvalue.Check{
							"nb_sms": knownvalue.Int64Exact(1), "cost_unity": acctest.Amount(t, "0.09"), "cost": acctest.Amount(t, "0.09"), "country_code": knownvalue.StringExact("be"), "duration": knownvalue.NotNull(),
						})})),
					},
				},
				{Config: provider(a) + s.resource(same, `text = "Alert,, disk full\r\n"`, `lang = "en"`, "speech_rate = 1.0"), Plan: s.will(update), State: []statecheck.StateCheck{s.is("campaign_id", "Zz9yX8wV7u"), s.has("characters", knownvalue.Int64Exact(19))}},
				{Config: provider(a) + s.resource(both, `text = "Alert,, disk full\n"`, `lang = "en"`, `triggers = { version = "" }`), Plan: s.will(update)},
				{Config: provider(a) + s.resource(both, `text = "Alert,, disk full\n"`, `lang = "en"`, `triggers = { version = "2" }`), Plan: s.will(replace), State: []statecheck.StateCheck{s.is("campaign_id", "Zz9yX8wV7v")}},
				{Config: provider(a) + s.resource(both, `text = "Alert"`, "speech_rate = 0.85", `triggers = { version = "2" }`), Plan: s.will(replace), State: []statecheck.StateCheck{s.has("characters", knownvalue.Int64Exact(5))}},
				{Config: provider(a) + s.resource(both, withAudio, `notify_url = "https://example.com/cb"`), Plan: s.will(replace), State: []statecheck.StateCheck{s.has("characters", knownvalue.Null()), s.has("duration", knownvalue.NotNull())}},
			},
			After: func(t *testing.T) {
				s.wantSent(t, a, 4, 4, 0)
				const two = `"phoneNumbers":"+32470123456,+33600000001"`
				want := `{"lang":"en",` + two + `,"text":"Alert,, disk full\n"}` + "\n" +
					`{"lang":"en",` + two + `,"text":"Alert,, disk full\n"}` + "\n" +
					`{` + two + `,"speechRate":0.85,"text":"Alert"}` + "\n" +
					`{"notifyUrl":"https://example.com/cb",` + two + `,"tokenAudio":"` + audioToken + `"}`
				if got := s.bodies(t, a); got != want {
					t.Errorf("sent\n%s\nwant\n%s", got, want)
				}
			},
		},
		"voice message": {
			Steps: []acctest.Step{
				{
					Config: provider(b) + m.resource(both, withAudio, later, `sender = "06 00 00 00 02"`, `email_for_notification = "ops@example.com"`, `notify_url = "https://example.com/cb"`), Plan: m.will(create),
					State: []statecheck.StateCheck{
						m.is("campaign_id", "aBcD1234"), m.has("nb_sms", knownvalue.Int64Exact(2)), m.has("cost", acctest.Amount(t, "0.3")), m.is("currency", "EUR"), m.has("recipients", knownvalue.Int64Exact(2)),
						m.has("detail", knownvalue.MapPartial(map[string]knownvalue.Check{"33": knownvalue.ObjectExact(map[string]knownvalue.Check{
							"nb_sms": knownvalue.Int64Exact(1), "cost_unity": acctest.Amount(t, "0.15"), "cost": acctest.Amount(t, "0.15"),
						})})),
					},
				},
				{Config: provider(b) + m.resource(same, withAudio, `scheduled_date = "2040-06-01T13:16:00+05:45"`, `sender = "+33600000002"`, `email_for_notification = "ops@example.com"`, `notify_url = "https://example.com/cb"`), Plan: m.will(update)},
				// Another moment cancels the first campaign, and the destroy cancels the second.
				{Config: provider(b) + m.resource(both, withAudio, `scheduled_date = "2040-12-01T07:31:00Z"`), Plan: m.will(replace), State: []statecheck.StateCheck{m.is("campaign_id", "aBcD1235")}},
			},
			After: func(t *testing.T) {
				m.wantSent(t, b, 2, 2, 2)
				const two = `"phoneNumbers":"+32470123456,+33600000001"`
				want := `{"emailForNotification":"ops@example.com","notifyUrl":"https://example.com/cb",` + two + `,"scheduledDate":"` + inParis + `","sender":"+33600000002","tokenAudio":"` + audioToken + `"}` + "\n" +
					`{` + two + `,"scheduledDate":"2040-12-01 08:31:00","tokenAudio":"` + audioToken + `"}`
				if got := m.bodies(t, b); got != want {
					t.Errorf("sent\n%s\nwant\n%s", got, want)
				}
				for i, campaign := range b.Voice.Campaigns() {
					if !campaign.Cancelled {
						t.Errorf("campaign %d is not cancelled", i)
					}
				}
			},
		},
		// Which phone a number was does not change with the region.
		"another region": {
			Steps: []acctest.Step{
				{Config: provider(c) + s.resource(numbers("+33612345678"), withText)},
				{Config: provider(c) + s.resource(numbers("06 12 34 56 78"), withText), Plan: s.will(update)},
				{Config: provider(c, `default_region = "DE"`) + s.resource(numbers("06 12 34 56 78"), withText), Plan: s.will(noop)},
				{Config: provider(c, `default_region = "DE"`) + s.resource(numbers("+33612345678"), withText), Plan: s.will(update)},
			},
			After: func(t *testing.T) { s.wantSent(t, c, 1, 1, 0) },
		},
		// An unknown text may be another one, and an unknown trigger a new one.
		"known late": {
			Steps: []acctest.Step{
				{Config: provider(d) + s.plain()},
				{Config: provider(d) + acctest.Later("Au revoir") + s.resource(numbers("06 00 00 00 01"), "text = terraform_data.later.output"), Plan: s.will(replace), State: []statecheck.StateCheck{s.has("characters", knownvalue.Int64Exact(9))}},
				{Config: provider(d) + acctest.Later("Au revoir") + s.resource(numbers("06 00 00 00 01"), `text = "Au revoir"`, "triggers = { a = terraform_data.later.id }"), Plan: s.will(replace)},
			},
			After: func(t *testing.T) { s.wantSent(t, d, 3, 3, 0) },
		},
	}.Run(t)
}

// The plan shows how long the text is and how many phones are called.
func TestCampaign_Plan(t *testing.T) {
	t.Parallel()
	a := account(t)
	w := acctest.Attached(t, provider(a)+voiceSMS.resource(numbers("06 00 00 00 01", "06 00 00 00 02"), `text = "Été, 20 °C"`))
	acctest.WantText(t, acctest.Succeed(t, w, "plan", "-no-color"), "+ characters = 10", "+ recipients = 2")
	a.WantRequests(t, 0)
}

// An import says why there is none.
func TestCampaign_Import(t *testing.T) {
	t.Parallel()
	a := account(t)
	w := acctest.Attached(t, provider(a)+voiceMessage.plain())
	acctest.Refuse(t, w, []string{"import", "-no-color", voiceMessage.address(), "aBcD1234"},
		"Unable to import voice message", "Import is not supported: the API cannot return a campaign.", "the next apply would call, and cost, again")
	a.WantRequests(t, 0)
}
