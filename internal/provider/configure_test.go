package provider

import (
	"errors"
	"net/http"
	"testing"
	"testing/synctest"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// The key and the address that a request goes to show where they came from.
func TestConfigure_Precedence(t *testing.T) {
	t.Parallel()
	const configKey, envKey = "key-of-the-configuration", "key-of-the-environment"
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
				block = config{"api_key": configKey, "base_url": configURL + test.slash}
			} else {
				want, other = other, want
			}
			if test.inEnv {
				env = environment{envAPIKey: envKey, envBaseURL: envURL + test.slash}
			}
			data := configured(t, block, env)
			if n := want.Connections() + other.Connections(); n > 0 {
				t.Errorf("Configure opened %d connections", n)
			}
			status, err := data.Client.MessageStatus(t.Context(), "1111", "+33600000000", partner.JSON)
			if err != nil || status.Statut != "Delivered" {
				t.Fatalf("%v, %v", status, err)
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
}

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
	const missing = "Set the environment variable SMSPARTNER_API_KEY, or api_key in the provider block, to the key on the API page of the SMS Partner dashboard."
	for name, test := range map[string]struct {
		env                       environment
		argument, summary, detail string
	}{
		"no key":    {nil, "api_key", "Missing API key", missing},
		"empty key": {environment{envAPIKey: ""}, "api_key", "Missing API key", missing},
		"blank key": {
			environment{envAPIKey: " \t"},
			"api_key", "Invalid environment variable SMSPARTNER_API_KEY",
			"The API key is empty: copy it from the API page of the SMS Partner dashboard.",
		},
		"key with a line break": {
			environment{envAPIKey: key + "\n"},
			"api_key", "Invalid environment variable SMSPARTNER_API_KEY",
			"The API key contains a blank or a line break, which no key has: remove it, for example with trimspace().",
		},
		"address": {
			environment{envAPIKey: key, envBaseURL: "http://api.smspartner.fr/v1"},
			"base_url", "Invalid environment variable SMSPARTNER_BASE_URL",
			`Plain http would send the API key unencrypted to "api.smspartner.fr": use https; http is for this machine only, such as "http://127.0.0.1:8080/v1".`,
		},
		"address with the key": {
			environment{envAPIKey: key, envBaseURL: "https://api.smspartner.fr/v1/me?apiKey=" + key},
			"base_url", "Invalid environment variable SMSPARTNER_BASE_URL",
			`The address must end with the path: remove the "?" or "#" and what follows.`,
		},
		"region": {
			environment{envAPIKey: key, envDefaultRegion: "France"},
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

// Values that are not known yet are no error until something needs them.
func TestConfigure_Unknown(t *testing.T) {
	t.Parallel()
	for _, argument := range []string{"api_key", "base_url", "default_region", "request_timeout", "max_retries"} {
		t.Run(argument, func(t *testing.T) {
			t.Parallel()
			data := configured(t, config{argument: tftypes.UnknownValue}, nil)
			if data.Client != nil || len(data.Unknown) != 1 || data.Unknown[0] != argument {
				t.Errorf("client %v, unknown %v", data.Client, data.Unknown)
			}
			region := map[bool]string{true: "", false: "FR"}[argument == "default_region"]
			if data.DefaultRegion != region {
				t.Errorf("the region is %q, want %q", data.DefaultRegion, region)
			}
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
				_, err := data.Client.MessageStatus(t.Context(), "1111", "+33600000000", partner.JSON)
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
