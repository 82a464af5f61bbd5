package provider

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
)

// schemas asks for them as an engine does. The answer has those of every type
// of every kind, each checked with its ValidateImplementation.
func schemas(t *testing.T) *tfprotov6.GetProviderSchemaResponse {
	t.Helper()
	resp, err := NewServer("test").GetProviderSchema(t.Context(), &tfprotov6.GetProviderSchemaRequest{})
	if err != nil {
		t.Fatal(err)
	}
	return resp
}

func TestSchemas_Implementation(t *testing.T) {
	t.Parallel()
	resp := schemas(t)
	for _, d := range resp.Diagnostics {
		t.Errorf("%s: %s", d.Summary, d.Detail)
	}
	if resp.DataSourceSchemas["smspartner_message_status"] == nil {
		t.Error("smspartner_message_status is not there")
	}
}

// Each heading of the documentation is that of one section.
func TestServices_Sections(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, service := range Services() {
		if service.Section == "" || seen[service.Section] {
			t.Errorf("there is no section, or two, called %q", service.Section)
		}
		seen[service.Section] = true
	}
}

// The Registry's page is made of the descriptions.
func TestSchemas_Descriptions(t *testing.T) {
	t.Parallel()
	resp := schemas(t)
	checkBlock(t, "provider", resp.Provider.Block)
	for _, s := range subjects(t) {
		checkBlock(t, s.String(), s.schema.Block)
	}
	for name, f := range resp.Functions {
		checkDescription(t, "function."+name, f.Description, f.DescriptionKind)
		for _, p := range f.Parameters {
			checkDescription(t, "function."+name+"."+p.Name, p.Description, p.DescriptionKind)
		}
	}
}

func checkBlock(t *testing.T, where string, block *tfprotov6.SchemaBlock) {
	t.Helper()
	checkDescription(t, where, block.Description, block.DescriptionKind)
	checkAttributes(t, where, block.Attributes)
	for _, nested := range block.BlockTypes {
		checkBlock(t, where+"."+nested.TypeName, nested.Block)
	}
}

func checkAttributes(t *testing.T, where string, attributes []*tfprotov6.SchemaAttribute) {
	t.Helper()
	for _, a := range attributes {
		checkDescription(t, where+"."+a.Name, a.Description, a.DescriptionKind)
		if a.NestedType != nil {
			checkAttributes(t, where+"."+a.Name, a.NestedType.Attributes)
		}
	}
}

func checkDescription(t *testing.T, where, text string, kind tfprotov6.StringKind) {
	t.Helper()
	if !strings.HasSuffix(text, ".") || kind != tfprotov6.StringKindMarkdown {
		t.Errorf("%s: the description %q (%s) is not a sentence in Markdown", where, text, kind)
	}
	for _, said := range otherWords.FindAllString(text, -1) {
		t.Errorf("%s: %q: write \"Default: `x`.\", \"1 to 500 numbers\", \"at most 20 characters\" or \"at least `1s`\" in %q", where, said, text)
	}
	for _, said := range defaults.FindAllString(text, -1) {
		if !defaultForm.MatchString(said) {
			t.Errorf("%s: %q is not of the form \"Default: `x`.\" in %q", where, said, text)
		}
	}
}

// Defaults and limits are stated in one form.
var (
	otherWords = regexp.MustCompile(`(?i)\bby default\b|\(default\)|\bdefaults\b|\bmax(imum|imal)?\b|\bmin(imum|imal)?\b|\bup to\b|\b(no|not) more than\b|` +
		`\bor (more|less|fewer)\b|\bone or more\b|\bbetween \d|\bfrom \d[\d.]* to \d[\d.]*[^\d:]`)
	defaults    = regexp.MustCompile(`(?i)[^ ]*( |^)[^ ]*\bdefault\b.{0,20}`)
	defaultForm = regexp.MustCompile("(^|[.] )(Default|Vendor's default): (`|the key of )|Vendor's default: `")
)

// Each type that sends what can be commercial names the hours in which the vendor holds that,
// and no other type does.
func TestSchemas_QuietHours(t *testing.T) {
	t.Parallel()
	for _, s := range subjects(t) {
		name := strings.TrimPrefix(strings.TrimPrefix(s.name, "smspartner_"), "send_")
		sends := slices.Contains([]string{"sms", "bulk_sms", "long_number_sms", "survey", "rcs", "rcs_message", "mail"}, name)
		if noted := strings.Contains(s.schema.Block.Description, "-> **Commercial "); noted != sends {
			t.Errorf("%s notes the hours: %t, want %t", s, noted, sends)
		}
	}
}

// The engine does not hide a sensitive number in what the provider says, so each
// argument that takes one says so.
func TestSchemas_PhoneNumbersNamed(t *testing.T) {
	t.Parallel()
	resp := schemas(t)
	found := 0
	check := func(where, description string) {
		found++
		if !strings.HasSuffix(description, phone.Named) {
			t.Errorf("%s: the description does not end with %q: %s", where, phone.Named, description)
		}
	}
	var walk func(where string, attributes []*tfprotov6.SchemaAttribute)
	walk = func(where string, attributes []*tfprotov6.SchemaAttribute) {
		for _, a := range attributes {
			at := where + "." + a.Name
			if !a.Required && !a.Optional {
				continue
			}
			if slices.Contains([]string{"phone_number", "phone_numbers", "from", "to"}, a.Name) && !strings.Contains(where, "_mail") {
				check(at, a.Description)
			}
			if a.NestedType != nil {
				walk(at, a.NestedType.Attributes)
			}
		}
	}
	for _, s := range subjects(t) {
		if s.name != "smspartner_statistics" { // whose from and to are days
			walk(s.String(), s.schema.Block.Attributes)
		}
	}
	check("function.e164", resp.Functions["e164"].Parameters[0].Description)
	if found < 15 {
		t.Errorf("only %d arguments with phone numbers", found)
	}
}

func TestSchemas_SensitiveKey(t *testing.T) {
	t.Parallel()
	for _, a := range schemas(t).Provider.Block.Attributes {
		if a.Sensitive != strings.HasSuffix(a.Name, "api_key") {
			t.Errorf("%s: sensitive is %v", a.Name, a.Sensitive)
		}
	}
}

// What can be known of the provider block is refused when it is validated.
func TestValidateConfig(t *testing.T) {
	t.Parallel()
	const key = "0123456789abcdef"
	for name, test := range map[string]struct {
		block        config
		argument     string
		detailStarts string
	}{
		"nothing":            {config{}, "", ""},
		"other products":     {config{"voice_api_key": "AbCd-1234-EfGh", "voice_base_url": "https://voice.example/v1", "mail_api_key": key, "mail_base_url": "http://localhost:1/v1"}, "", ""},
		"voice key, empty":   {config{"voice_api_key": ""}, "voice_api_key", "The API key is empty: copy it from the API page of the Voice Partner dashboard"},
		"mail key, blank":    {config{"mail_api_key": key + " "}, "mail_api_key", "The API key contains a blank or a line break"},
		"voice URL, query":   {config{"voice_base_url": "https://api.voicepartner.fr/v1?apiKey=" + key}, "voice_base_url", "The address must end with the path"},
		"voice URL, no host": {config{"voice_base_url": "https://"}, "voice_base_url", `The address names no host: write one such as "https://api.voicepartner.fr/v1"`},
		"mail URL, user":     {config{"mail_base_url": "https://" + key + "@api.mailpartner.fr/v1"}, "mail_base_url", "The address contains a user name or password: the API takes none, only the key in mail_api_key"},
		"everything":         {config{"api_key": key, "base_url": "http://[::1]:8080/v1/", "default_region": "be", "request_timeout": "1s", "max_retries": 0}, "", ""},
		"most retries":       {config{"max_retries": 20}, "", ""},
		"unknown":            {config{"api_key": tftypes.UnknownValue, "base_url": tftypes.UnknownValue, "default_region": tftypes.UnknownValue, "request_timeout": tftypes.UnknownValue, "max_retries": tftypes.UnknownValue}, "", ""},
		"empty key":          {config{"api_key": ""}, "api_key", "The API key is empty"},
		"blank key":          {config{"api_key": "  "}, "api_key", "The API key is empty"},
		"key, cut off":       {config{"api_key": "0123456"}, "api_key", "The API key has fewer than 8 characters"},
		"key, line break":    {config{"api_key": key + "\n"}, "api_key", "The API key contains a blank or a line break"},
		"base URL, typo":     {config{"base_url": "htps://api.smspartner.fr/v1"}, "base_url", `The address must start with "https://"`},
		"base URL, empty":    {config{"base_url": ""}, "base_url", `The address must start with "https://"`},
		"base URL, query":    {config{"base_url": "https://api.smspartner.fr/v1?apiKey=" + key}, "base_url", "The address must end with the path"},
		"base URL, http":     {config{"base_url": "http://api.smspartner.fr/v1"}, "base_url", "Plain http would send the API key unencrypted"},
		"region":             {config{"default_region": "FRA"}, "default_region", `"FRA" is not a known country`},
		"timeout, no unit":   {config{"request_timeout": "10"}, "request_timeout", `"10" is not a duration`},
		"timeout, empty":     {config{"request_timeout": ""}, "request_timeout", `"" is not a duration`},
		"timeout, short":     {config{"request_timeout": "100ms"}, "request_timeout", `"100ms" is too short: write "1s" or more`},
		"retries, negative":  {config{"max_retries": -1}, "max_retries", "-1 is out of range: write a whole number from 0 to 20"},
		"retries, very many": {config{"max_retries": 21}, "max_retries", "21 is out of range: write a whole number from 0 to 20"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			value, _ := test.block.value(t)
			sent, err := tfprotov6.NewDynamicValue(value.Type(), value)
			if err != nil {
				t.Fatal(err)
			}
			resp, err := NewServer("test").ValidateProviderConfig(t.Context(), &tfprotov6.ValidateProviderConfigRequest{Config: &sent})
			if err != nil {
				t.Fatal(err)
			}
			if test.argument == "" {
				if len(resp.Diagnostics) > 0 {
					t.Errorf("refused: %s", resp.Diagnostics[0].Detail)
				}
				return
			}
			if len(resp.Diagnostics) != 1 {
				t.Fatalf("got %v, want one error", resp.Diagnostics)
			}
			got := resp.Diagnostics[0]
			if !got.Attribute.Equal(tftypes.NewAttributePath().WithAttributeName(test.argument)) || !strings.HasPrefix(got.Detail, test.detailStarts) {
				t.Errorf("got %s: %s, want %s...", got.Attribute, got.Detail, test.detailStarts)
			}
			if strings.Contains(got.Summary+got.Detail, key) {
				t.Errorf("the key shows: %s: %s", got.Summary, got.Detail)
			}
		})
	}
}
