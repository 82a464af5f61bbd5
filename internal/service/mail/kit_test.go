package mail_test

import (
	"fmt"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// mailKey is a key of Mail Partner alone.
const mailKey = "89abcdef0123456789abcdef0123456789abcdef"

// account has a key of Mail Partner's own.
func account(t *testing.T) *acctest.Account {
	t.Helper()
	return acctest.NewAccount(t, simulator.Options{MailAPIKey: mailKey})
}

// provider is a provider block with that key.
func provider(a *acctest.Account, more ...string) string {
	return a.MailProvider(append([]string{fmt.Sprintf("mail_api_key = %q", mailKey)}, more...)...)
}
