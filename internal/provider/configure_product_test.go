package provider

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// each runs a test for each product.
func each(t *testing.T, test func(*testing.T, product.Product)) {
	t.Helper()
	for _, of := range product.All() {
		t.Run(of.Name, func(t *testing.T) {
			t.Parallel()
			test(t, of)
		})
	}
}

// ask makes a call of SMS Partner with the client of any product: a simulated account
// tells whether its key came.
func ask(ctx context.Context, data *framework.ProviderData, of product.Product) error {
	_, err := sms.New(*data.Access[of].Config).MessageStatus(ctx, "1111", "+33600000000", partner.JSON)
	return err
}

// credits asks a product for the account's credits.
func credits(ctx context.Context, data *framework.ProviderData, of product.Product) error {
	var err error
	switch of {
	case product.SMS:
		client, _ := data.SMS("Unable to ask")
		_, err = client.Credits(ctx)
	case product.Voice:
		client, _ := data.Voice("Unable to ask")
		_, err = client.Credits(ctx)
	case product.Mail:
		client, _ := data.Mail("Unable to ask")
		_, err = client.Credits(ctx)
	}
	return err
}

// reach is what a type of the product gets.
func reach(data *framework.ProviderData, of product.Product) diag.Diagnostics {
	const summary = "Unable to ask"
	var diags diag.Diagnostics
	switch of {
	case product.SMS:
		_, diags = data.SMS(summary)
	case product.Voice:
		_, diags = data.Voice(summary)
	case product.Mail:
		_, diags = data.Mail(summary)
	}
	return diags
}

// The key and the address that a request goes to show where they came from.
func TestConfigure_Precedence(t *testing.T) {
	t.Parallel()
	const configKey, envKey = "key-of-the-configuration", "key-of-the-environment"
	each(t, func(t *testing.T, of product.Product) {
		for name, test := range map[string]struct {
			inConfig, inEnv bool
			slash           string
		}{
			"configuration":                       {inConfig: true},
			"environment":                         {inEnv: true},
			"configuration over environment":      {inConfig: true, inEnv: true},
			"configuration with a trailing slash": {inConfig: true, slash: "/"},
			"environment with a trailing slash":   {inEnv: true, slash: "/"},
		} {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				want, configURL := simulator.Start(t, simulator.Options{APIKey: configKey})
				other, envURL := simulator.Start(t, simulator.Options{APIKey: envKey})
				block, env := config{}, environment{}
				if test.inConfig {
					block = config{of.KeyArgument: configKey, of.URLArgument: configURL + test.slash}
				} else {
					want, other = other, want
				}
				if test.inEnv {
					env = environment{of.KeyVariable: envKey, of.URLVariable: envURL + test.slash}
				}
				data := configured(t, block, env)
				if n := want.Connections() + other.Connections(); n > 0 {
					t.Errorf("Configure opened %d connections", n)
				}
				if diags := reach(data, of); len(diags) > 0 {
					t.Fatal(diags)
				}
				if err := ask(t.Context(), data, of); err != nil {
					t.Fatal(err)
				}
				requests := want.Requests("message-status")
				if len(requests) != 1 || len(other.Requests()) != 0 {
					t.Fatalf("%d requests, and %d to the other account", len(requests), len(other.Requests()))
				}
				const agent = "terraform-provider-smspartner/1.2.3 (Terraform 1.15.0)"
				if got := requests[0].Header.Get("User-Agent"); got != agent {
					t.Errorf("User-Agent %q, want %q", got, agent)
				}
			})
		}
	})
}

// The key of SMS Partner serves Voice and Mail Partner where theirs is absent, and theirs
// serves nobody else.
func TestConfigure_KeyOfAnotherProduct(t *testing.T) {
	t.Parallel()
	const ofSMS, own = "key-of-sms-partner", "key-of-its-own"
	each(t, func(t *testing.T, of product.Product) {
		wantOwn := ofSMS
		if of != product.SMS {
			wantOwn = own
		}
		for name, test := range map[string]struct {
			block config
			env   environment
			want  string
		}{
			"argument of SMS Partner":                   {config{"api_key": ofSMS}, nil, ofSMS},
			"variable of SMS Partner":                   {config{}, environment{"SMSPARTNER_API_KEY": ofSMS}, ofSMS},
			"empty variable, argument of SMS Partner":   {config{"api_key": ofSMS}, environment{of.KeyVariable: ""}, ofSMS},
			"own argument over that of SMS Partner":     {config{"api_key": ofSMS}.with(config{of.KeyArgument: wantOwn}), nil, wantOwn},
			"own variable over argument of SMS Partner": {config{"api_key": ofSMS}, environment{of.KeyVariable: own}, wantOwn},
		} {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				_, url := simulator.Start(t, simulator.Options{APIKey: test.want})
				data := configured(t, test.block.with(config{of.URLArgument: url}), test.env)
				if err := ask(t.Context(), data, of); err != nil {
					t.Error(err)
				}
			})
		}
	})
}

func TestConfigure_DefaultURL(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, of product.Product) {
		ended, cancel := context.WithCancel(t.Context())
		cancel() // nothing goes out
		err := credits(ended, configured(t, config{"api_key": "key-of-sms-partner"}, nil), of)
		failed, ok := errors.AsType[*partner.Error](err)
		if !ok {
			t.Fatal(err)
		}
		if want := map[string]string{
			"SMS Partner": "api.smspartner.fr", "Voice Partner": "api.voicepartner.fr", "Mail Partner": "api.mailpartner.fr",
		}[failed.Product]; failed.Host != want || failed.Product != of.Name {
			t.Errorf("the call of %s goes to %s, want %s", failed.Product, failed.Host, want)
		}
	})
}

// A missing key is no error until a type of that product needs it.
func TestConfigure_MissingKey(t *testing.T) {
	t.Parallel()
	missing := map[product.Product]string{
		product.SMS: "The provider has no API key of SMS Partner.\n\n" +
			"Set the environment variable SMSPARTNER_API_KEY, or api_key in the provider block, to the key on the API page of the SMS Partner dashboard.",
		product.Voice: "The provider has no API key of Voice Partner.\n\n" +
			"Set the environment variable VOICEPARTNER_API_KEY, or voice_api_key in the provider block, to the key on the API page of the Voice Partner dashboard." +
			" Where neither is set, the provider uses api_key, or SMSPARTNER_API_KEY.",
		product.Mail: "The provider has no API key of Mail Partner.\n\n" +
			"Set the environment variable MAILPARTNER_API_KEY, or mail_api_key in the provider block, to the key on the API page of the Mail Partner dashboard." +
			" Where neither is set, the provider uses api_key, or SMSPARTNER_API_KEY.",
	}
	for name, test := range map[string]struct {
		block   config
		env     environment
		lacking []product.Product
	}{
		"none":                     {config{}, nil, product.All()},
		"empty variables":          {config{}, environment{"SMSPARTNER_API_KEY": "", "VOICEPARTNER_API_KEY": "", "MAILPARTNER_API_KEY": ""}, product.All()},
		"only that of Mail":        {config{"mail_api_key": "key-of-mail"}, nil, []product.Product{product.SMS, product.Voice}},
		"only that of Voice":       {config{}, environment{"VOICEPARTNER_API_KEY": "key-of-voice"}, []product.Product{product.SMS, product.Mail}},
		"only that of SMS":         {config{"api_key": "key-of-sms"}, nil, nil},
		"none, and others unknown": {config{"request_timeout": tftypes.UnknownValue, "base_url": tftypes.UnknownValue}, nil, product.All()},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			data := configured(t, test.block, test.env)
			lacks := map[product.Product]bool{}
			for _, of := range test.lacking {
				lacks[of] = true
			}
			for _, of := range product.All() {
				var want diag.Diagnostics
				if lacks[of] {
					want = diag.Diagnostics{diag.NewErrorDiagnostic("Unable to ask", missing[of])}
				}
				if got := reach(data, of); !got.Equal(want) {
					t.Errorf("%s: got %v, want %v", of.Name, got, want)
				}
			}
		})
	}
}

// Values that are not known yet are no error until a type needs them.
func TestConfigure_Unknown(t *testing.T) {
	t.Parallel()
	everyKey := config{"api_key": "key-of-sms", "voice_api_key": "key-of-voice", "mail_api_key": "key-of-mail"}
	for name, test := range map[string]struct {
		block    config
		argument string
		blocks   []product.Product
		region   string
	}{
		"key of SMS":       {everyKey, "api_key", []product.Product{product.SMS}, "FR"},
		"key of SMS alone": {config{}, "api_key", product.All(), "FR"},
		"key of Voice":     {everyKey, "voice_api_key", []product.Product{product.Voice}, "FR"},
		"key of Mail":      {everyKey, "mail_api_key", []product.Product{product.Mail}, "FR"},
		"address of SMS":   {everyKey, "base_url", []product.Product{product.SMS}, "FR"},
		"address of Voice": {everyKey, "voice_base_url", []product.Product{product.Voice}, "FR"},
		"address of Mail":  {everyKey, "mail_base_url", []product.Product{product.Mail}, "FR"},
		"region":           {everyKey, "default_region", []product.Product{product.SMS, product.Voice}, ""},
		"timeout":          {everyKey, "request_timeout", product.All(), "FR"},
		"retries":          {everyKey, "max_retries", product.All(), "FR"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			data := configured(t, test.block.with(config{test.argument: tftypes.UnknownValue}), nil)
			if data.DefaultRegion != test.region {
				t.Errorf("the region is %q, want %q", data.DefaultRegion, test.region)
			}
			blocked := map[product.Product]bool{}
			for _, of := range test.blocks {
				blocked[of] = true
			}
			for _, of := range product.All() {
				got := reach(data, of)
				if !blocked[of] {
					if len(got) > 0 {
						t.Errorf("%s: got %v", of.Name, got)
					}
					continue
				}
				want := "The provider is needed now, but its " + test.argument + " will be known only after something else is applied."
				if test.argument == "api_key" && of != product.SMS {
					want += fmt.Sprintf(" It uses api_key for %s, since %s is not set.", of.Name, of.KeyArgument)
				}
				if len(got) != 1 || !strings.HasPrefix(got[0].Detail(), want+"\n\nUse values that are known") {
					t.Errorf("%s: got %v, want %q", of.Name, got, want)
				}
			}
		})
	}
}
