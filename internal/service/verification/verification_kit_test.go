package verification_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
)

const (
	verificationAddress = "smspartner_number_verification.test"
	notifyURL           = `notify_url = "https://example.com/hlr"`
)

// verification is a resource called test, with its arguments as HCL lines.
func verification(arguments ...string) string {
	return fmt.Sprintf("\nresource \"smspartner_number_verification\" \"test\" {\n  %s\n}\n", strings.Join(arguments, "\n  "))
}

// plain verifies one number, with more arguments as HCL lines.
func plain(more ...string) string {
	return verification(append([]string{numbers("06 00 00 00 01"), notifyURL}, more...)...)
}

func has(attribute string, want knownvalue.Check) statecheck.StateCheck {
	return statecheck.ExpectKnownValue(verificationAddress, tfjsonpath.New(attribute), want)
}

func is(attribute, want string) statecheck.StateCheck {
	return has(attribute, knownvalue.StringExact(want))
}

func will(action plancheck.ResourceActionType) []plancheck.PlanCheck {
	return []plancheck.PlanCheck{plancheck.ExpectResourceAction(verificationAddress, action)}
}

// wantVerified asserts how many requests to verify have come, how many verifications the
// vendor made of them, and that nothing else was asked.
func wantVerified(t *testing.T, a *acctest.Account, requests, made int) {
	t.Helper()
	if got := len(a.Requests("hlr/notify")); got != requests {
		t.Errorf("%d requests to verify, want %d", got, requests)
	}
	if got := len(a.Campaigns()); got != made {
		t.Errorf("%d verifications, want %d", got, made)
	}
	a.WantRequests(t, requests)
}

// verifyBodies are the JSON objects of the requests, without the key.
func verifyBodies(t *testing.T, a *acctest.Account) string {
	t.Helper()
	var all []string
	for _, request := range a.Requests("hlr/notify") {
		var values map[string]any
		if err := json.Unmarshal(request.Body, &values); err != nil {
			t.Fatal(err)
		}
		delete(values, "apiKey")
		text, err := json.Marshal(values)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, string(text))
	}
	return strings.Join(all, "\n")
}
