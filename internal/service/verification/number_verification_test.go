package verification_test

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// A verification is made once, and again for a change: the same phones in another spelling
// or order are none.
func TestNumberVerification_Lifecycle(t *testing.T) {
	t.Parallel()
	account := func() *acctest.Account { return acctest.NewAccount(t, simulator.Options{}) }
	a, b, c, d, e := account(), account(), account(), account(), account()
	const create, replace, update = plancheck.ResourceActionCreate, plancheck.ResourceActionDestroyBeforeCreate, plancheck.ResourceActionUpdate
	both := numbers("06 00 00 00 01", "+32 470 12 34 56")
	acctest.Tests{
		"changes": {
			Steps: []acctest.Step{
				{
					Config: a.Provider() + verification(both, notifyURL, `tag = "T 1"`), Plan: will(create),
					State: []statecheck.StateCheck{
						is("campaign_id", "HLR000000"), has("number", knownvalue.Int64Exact(2)), has("cost", acctest.Amount(t, "0.01")), is("currency", "EUR"),
					},
				},
				{Config: a.Provider() + verification(numbers("0032470123456", "+33600000001"), notifyURL, `tag = "T 1"`), Plan: will(update), State: []statecheck.StateCheck{is("campaign_id", "HLR000000")}},
				{Config: a.Provider() + verification(both, notifyURL, `tag = "T 1"`, `triggers = { month = "" }`), Plan: will(update)},
				{Config: a.Provider() + verification(both, notifyURL, `tag = "T 1"`, `triggers = { month = "2026-01" }`), Plan: will(replace), State: []statecheck.StateCheck{is("campaign_id", "HLR000001")}},
				{Config: a.Provider() + verification(both, notifyURL, `triggers = { month = "2026-01" }`), Plan: will(replace)},
				{Config: a.Provider() + verification(both, `notify_url = "http://127.0.0.1:1/hlr?token=a"`, `triggers = { month = "2026-01" }`), Plan: will(replace)},
				{Config: a.Provider() + verification(numbers("06 00 00 00 01"), `notify_url = "http://127.0.0.1:1/hlr?token=a"`, `triggers = { month = "2026-01" }`), Plan: will(replace), State: []statecheck.StateCheck{has("cost", acctest.Amount(t, "0.005"))}},
			},
			After: func(t *testing.T) {
				wantVerified(t, a, 5, 5)
				const two = `"phoneNumbers":"+32470123456,+33600000001"`
				want := `{"notifyUrl":"https://example.com/hlr",` + two + `,"tag":"T 1"}` + "\n" +
					`{"notifyUrl":"https://example.com/hlr",` + two + `,"tag":"T 1"}` + "\n" +
					`{"notifyUrl":"https://example.com/hlr",` + two + `}` + "\n" +
					`{"notifyUrl":"http://127.0.0.1:1/hlr?token=a",` + two + `}` + "\n" +
					`{"notifyUrl":"http://127.0.0.1:1/hlr?token=a","phoneNumbers":"+33600000001"}`
				if got := verifyBodies(t, a); got != want {
					t.Errorf("sent\n%s\nwant\n%s", got, want)
				}
			},
		},
		// Which phone a number was does not change with the region.
		"another region": {
			Steps: []acctest.Step{
				{Config: b.Provider() + verification(numbers("+33612345678"), notifyURL)},
				{Config: b.Provider() + verification(numbers("06 12 34 56 78"), notifyURL), Plan: will(update)},
				{Config: b.Provider(`default_region = "DE"`) + verification(numbers("06 12 34 56 78"), notifyURL), Plan: will(plancheck.ResourceActionNoop)},
				{Config: b.Provider(`default_region = "DE"`) + verification(numbers("+33612345678"), notifyURL), Plan: will(update)},
			},
			After: func(t *testing.T) { wantVerified(t, b, 1, 1) },
		},
		"another phone in another region": {
			Steps: []acctest.Step{
				{Config: c.Provider() + verification(numbers("06 12 34 56 78"), notifyURL)},
				{Config: c.Provider(`default_region = "MA"`) + verification(numbers("+212612345678"), notifyURL), Plan: will(replace)},
			},
			After: func(t *testing.T) { wantVerified(t, c, 2, 2) },
		},
		// An unknown number may be another one, and an unknown trigger a new one.
		"known late": {
			Steps: []acctest.Step{
				{Config: d.Provider() + plain()},
				{Config: d.Provider() + acctest.Later("+33600000002") + verification(`phone_numbers = ["06 00 00 00 01", terraform_data.later.output]`, notifyURL), Plan: will(replace)},
			},
			After: func(t *testing.T) { wantVerified(t, d, 2, 2) },
		},
		"a trigger known late": {
			Steps: []acctest.Step{
				{Config: e.Provider() + plain()},
				{Config: e.Provider() + acctest.Later("x") + plain("triggers = { a = terraform_data.later.output }"), Plan: will(replace)},
			},
			After: func(t *testing.T) { wantVerified(t, e, 2, 2) },
		},
	}.Run(t)
}

const wrongValue = "Error: Invalid value for "

// refused are arguments that a plan refuses, and what it says.
type refused map[string]struct{ arguments, want []string }

func (r refused) run(t *testing.T) {
	t.Helper()
	cases := acctest.Cases{}
	for name, test := range r {
		a := acctest.NewAccount(t, simulator.Options{})
		cases[name] = acctest.Case{Account: a, Config: a.Provider() + verification(test.arguments...), Want: test.want}
	}
	cases.Fail(t, "plan")
}

// What a plan can know is refused there, once and at the argument to blame, and nothing is
// asked.
func TestNumberVerification_PlanRefused(t *testing.T) {
	t.Parallel()
	many := "phone_numbers = [for i in range(501) : format(\"+336%08d\", i)]"
	refused{
		"no numbers":      {[]string{"phone_numbers = []", notifyURL}, []string{wrongValue + "phone_numbers", "It is empty: write 1 to 500 phone numbers."}},
		"501 numbers":     {[]string{many, notifyURL}, []string{wrongValue + "phone_numbers", "It holds 501 phone numbers: write 1 to 500."}},
		"no number":       {[]string{numbers("abc"), notifyURL}, []string{`Error: Invalid phone number in phone_numbers["abc"]`}},
		"a null":          {[]string{"phone_numbers = [null]", notifyURL}, []string{wrongValue + "phone_numbers", "One element of phone_numbers is null"}},
		"no address":      {[]string{numbers("0600000001")}, []string{`The argument "notify_url" is required`}},
		"plain http":      {[]string{numbers("0600000001"), `notify_url = "http://example.com/hlr"`}, []string{wrongValue + "notify_url", `Plain http would send phone numbers unencrypted to "example.com": use https`}},
		"another address": {[]string{numbers("0600000001"), `notify_url = "example.com"`}, []string{wrongValue + "notify_url", `"example.com" is not a web address`}},
		"a password":      {[]string{numbers("0600000001"), `notify_url = "https://me:secret@example.com"`}, []string{wrongValue + "notify_url", "The address contains a user name or password: leave them out"}},
		"a long tag":      {[]string{numbers("0600000001"), notifyURL, `tag = "abcdefghijklmnopqrstu"`}, []string{wrongValue + "tag", `"abcdefghijklmnopqrstu" has more than 20 characters.`}},
		"an empty tag":    {[]string{numbers("0600000001"), notifyURL, `tag = ""`}, []string{wrongValue + "tag", "It is empty: leave it out."}},
		"a blank in tag":  {[]string{numbers("0600000001"), notifyURL, `tag = "a "`}, []string{wrongValue + "tag", `"a " begins or ends with a blank: remove it.`}},
		"two lines":       {[]string{numbers("0600000001"), notifyURL, `tag = "a\nb"`}, []string{wrongValue + "tag", `"a\nb" contains a line break: remove it.`}},
	}.run(t)
}

// The region decides whether a national number is one, and whether two are the same.
func TestNumberVerification_RegionRefused(t *testing.T) {
	t.Parallel()
	refused{
		"twice":        {[]string{numbers("06 00 00 00 01", "+33600000001"), notifyURL}, []string{wrongValue + `phone_numbers["06 00 00 00 01"]`, `"06 00 00 00 01" is the same phone as "+33600000001": write it once, so that it is verified, and paid for, once.`}},
		"of no region": {[]string{numbers("0612"), notifyURL}, []string{`Error: Invalid phone number in phone_numbers["0612"]`}},
	}.run(t)
}

// What is known only late is refused before anything is asked.
func TestNumberVerification_LateRefused(t *testing.T) {
	t.Parallel()
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		value, argument, want string
	}{
		"twice":      {"+33600000001", `phone_numbers = ["06 00 00 00 01", terraform_data.later.output]`, "is the same phone as"},
		"no number":  {"abc", "phone_numbers = [terraform_data.later.output]", `Error: Invalid phone number in phone_numbers["abc"]`},
		"plain http": {"http://example.com/", numbers("0600000001") + "\n  notify_url = terraform_data.later.output", "Plain http would send phone numbers unencrypted"},
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		arguments := []string{test.argument}
		if name != "plain http" {
			arguments = append(arguments, notifyURL)
		}
		cases[name] = acctest.Case{Account: a, Config: a.Provider() + acctest.Later(test.value) + verification(arguments...), Want: []string{test.want}}
	}
	cases.Fail(t, "apply")
}

// An import says why there is none.
func TestNumberVerification_Import(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	w := acctest.Attached(t, a.Provider()+plain())
	acctest.Refuse(t, w, []string{"import", "-no-color", verificationAddress, "HLR000000"},
		"Unable to import verification of phone numbers", "Import is not supported: the API cannot return a verification.", "the next apply would verify, and pay for, the numbers again")
	a.WantRequests(t, 0)
}
