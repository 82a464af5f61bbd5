package subaccounts

import (
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
	partnermail "github.com/smspartner/terraform-provider-smspartner/internal/partner/mail"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/subaccount"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/mail"
	simulated "github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
	accounts "github.com/smspartner/terraform-provider-smspartner/internal/simulator/subaccount"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// forms are those of both products, as far as the product has them.
func forms(f simulated.SubaccountForms) simulator.Options {
	return simulator.Options{
		Variant:     simulator.Variant{SubaccountForms: f},
		MailVariant: mail.Variant{SubaccountForms: mail.SubaccountForms{SubaccountListDelay: f.SubaccountListDelay, SubaccountWholeEuros: f.SubaccountWholeEuros}},
	}
}

// side is a product in a world.
type side struct {
	*wire.API
	*accounts.Accounts

	client func(maxRetries int) *subaccount.Client
}

func (k kind) in(w *bubble.World) side {
	if k.product == product.Mail {
		return side{w.Mail.API, w.Mail.Accounts, func(maxRetries int) *subaccount.Client {
			return partnermail.New(w.MailConfig(maxRetries)).Subaccounts()
		}}
	}
	return side{w.API, w.Accounts, func(maxRetries int) *subaccount.Client { return sms.New(w.Config(maxRetries)).Subaccounts() }}
}

// onBoth runs a test for each product.
func onBoth(t *testing.T, test func(t *testing.T, k kind)) {
	t.Helper()
	for _, k := range []kind{ofSMS, ofMail} {
		t.Run(k.product.Name, func(t *testing.T) {
			t.Parallel()
			test(t, k)
		})
	}
}
