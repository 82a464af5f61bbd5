package provider

import (
	"errors"
	"net/http"
	"testing"
	"testing/synctest"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

func TestConfigure_DefaultRegion(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		block config
		env   environment
		want  string
	}{
		"default":                        {config{}, environment{}, "FR"},
		"empty environment":              {config{}, environment{envDefaultRegion: ""}, "FR"},
		"environment":                    {config{}, environment{envDefaultRegion: "BE"}, "BE"},
		"configuration over environment": {config{"default_region": "CH"}, environment{envDefaultRegion: "BE"}, "CH"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			data := configured(t, test.block.with(config{"api_key": "key"}), test.env)
			if data.DefaultRegion != test.want {
				t.Errorf("%q, want %q", data.DefaultRegion, test.want)
			}
		})
	}
}

// An action without a client is of no use, nor is any other type.
func TestConfigure_DataOfEveryKind(t *testing.T) {
	t.Parallel()
	resp := configure(t, config{"api_key": "key"}, nil)
	for kind, data := range map[string]any{
		"data sources":        resp.DataSourceData,
		"resources":           resp.ResourceData,
		"ephemeral resources": resp.EphemeralResourceData,
		"actions":             resp.ActionData,
		"list resources":      resp.ListResourceData,
	} {
		if data == nil || data != resp.DataSourceData {
			t.Errorf("%s get %v", kind, data)
		}
	}
}

func TestConfigure_Errors(t *testing.T) {
	t.Parallel()
	const key = "0123456789abcdef"
	for name, test := range map[string]struct {
		env                       environment
		argument, summary, detail string
	}{
		"blank key": {
			environment{product.SMS.KeyVariable: " \t"},
			"api_key", "Invalid environment variable SMSPARTNER_API_KEY",
			"The API key is empty: copy it from the API page of the SMS Partner dashboard.",
		},
		"key with a line break": {
			environment{product.SMS.KeyVariable: key + "\n"},
			"api_key", "Invalid environment variable SMSPARTNER_API_KEY",
			"The API key contains a blank or a line break, which no key has: remove it, for example with trimspace().",
		},
		"key of Voice Partner": {
			environment{"VOICEPARTNER_API_KEY": "short"},
			"voice_api_key", "Invalid environment variable VOICEPARTNER_API_KEY",
			"The API key has fewer than 8 characters, so it can't be whole: copy it again from the API page of the Voice Partner dashboard.",
		},
		"key of SMS Partner, which serves all": {
			environment{product.SMS.KeyVariable: "short"},
			"api_key", "Invalid environment variable SMSPARTNER_API_KEY",
			"The API key has fewer than 8 characters, so it can't be whole: copy it again from the API page of the SMS Partner dashboard.",
		},
		"address of Mail Partner": {
			environment{"MAILPARTNER_BASE_URL": "https://me@api.mailpartner.fr/v1"},
			"mail_base_url", "Invalid environment variable MAILPARTNER_BASE_URL",
			"The address contains a user name or password: the API takes none, only the key in mail_api_key.",
		},
		"address": {
			environment{product.SMS.KeyVariable: key, product.SMS.URLVariable: "http://api.smspartner.fr/v1"},
			"base_url", "Invalid environment variable SMSPARTNER_BASE_URL",
			`Plain http would send the API key unencrypted to "api.smspartner.fr": use https; http is for this machine only, such as "http://127.0.0.1:8080/v1".`,
		},
		"address with the key": {
			environment{product.SMS.KeyVariable: key, product.SMS.URLVariable: "https://api.smspartner.fr/v1/me?apiKey=" + key},
			"base_url", "Invalid environment variable SMSPARTNER_BASE_URL",
			`The address must end with the path: remove the "?" or "#" and what follows.`,
		},
		"region": {
			environment{product.SMS.KeyVariable: key, envDefaultRegion: "France"},
			"default_region", "Invalid environment variable SMSPARTNER_DEFAULT_REGION",
			`"France" is not a known country: write an ISO 3166 country code of two letters, such as "FR".`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			resp := configure(t, config{}, test.env)
			wantError(t, resp.Diagnostics, test.argument, test.summary, test.detail)
		})
	}
}

// Every retry has the same failure here, so they are counted without waiting.
func TestConfigure_MaxRetries(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		block config
		want  int
	}{
		"default": {config{}, 5},
		"none":    {config{"max_retries": 0}, 1},
		"two":     {config{"max_retries": 2}, 3},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			vendor, url := simulator.Start(t, simulator.Options{})
			// Without the header a connection would stay open, and the bubble's
			// clock stands still for what waits on the network.
			vendor.Script("message-status", simulator.Step{
				Status: http.StatusServiceUnavailable, Header: http.Header{"Connection": {"close"}}, Repeat: true,
			})
			data := configured(t, test.block.with(config{"api_key": simulator.DefaultAPIKey, "base_url": url}), nil)
			synctest.Test(t, func(t *testing.T) {
				_, err := client(t, data).MessageStatus(t.Context(), "1111", "+33600000000", partner.JSON)
				if failed, ok := errors.AsType[*partner.Error](err); !ok || failed.Attempts != test.want {
					t.Errorf("got %v", err)
				}
			})
			if n := len(vendor.Requests()); n != test.want {
				t.Errorf("%d requests, want %d", n, test.want)
			}
		})
	}
}
