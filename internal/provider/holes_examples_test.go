package provider

import (
	"os"
	"path/filepath"

	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// examples are valid values of arguments, by name, or by type and name where types
// differ. A collection of texts holds all values of its list; a nested object that
// is the second of its list takes the second value of each argument. none leaves an
// optional argument out.
//
// An argument stands here if it has a rule that anyValue does not meet: every type is
// tried with holes in each place of the configuration that is made of these.
var examples = map[string][]any{
	"phone_number":  {"06 00 00 00 00", "+33600000001"},
	"phone_numbers": {"06 00 00 00 00", "+33600000001"},
	"message_id":    {"1112"},
	"tag":           {"promo1"},
	"gamme":         {"premium"},
	"url_dlr":       {"https://example.com/dlr"},
	"url_response":  {"https://example.com/replies"},
	"notify_url":    {"https://example.com/hlr"},
	"is_unicode":    {false},
	"sandbox":       {false},
	"format":        {"xml"},
	"until":         {"final"},
	"timeout":       {"1s"},
	// Sent at once, so the wait ends with its first read: on a busy machine that can take
	// more than a second.
	"smspartner_send_sms.timeout":             {"5m"},
	"smspartner_send_bulk_sms.timeout":        {"5m"},
	"smspartner_send_long_number_sms.timeout": {"5m"},
	"smspartner_send_survey.timeout":          {"5m"},
	"on_timeout":                              {"fail"},

	"scheduled_delivery_date":                          {"2040-06-01T09:30:00+02:00"},
	"smspartner_send_sms.scheduled_delivery_date":      {none}, // not with wait
	"smspartner_send_bulk_sms.scheduled_delivery_date": {none},
	"smspartner_send_survey.scheduled_delivery_date":   {none},

	"file_url":     {none}, // not with text
	"rich_card":    {none},
	"rich_content": {none},

	"type":                                {"simple"},
	"email":                               {"a@example.com", "b@example.com"},
	"emails":                              {"a@example.com", "b@example.com"},
	"is_buyer":                            {false},
	"direction":                           {"to_subaccount"},
	"subaccount_token":                    {"T789"},
	"smspartner_subaccount_api_key.token": {"T789"},

	"smspartner_mail_subaccount_api_key.token": {"T789"},

	"interval":                       {"1s"},
	"smspartner_statistics.interval": {"custom"},
	"from":                           {"2026-01-01"},
	"to":                             {"2026-01-31"},

	"smspartner_long_number_sms.to":        {"06 00 00 00 00", "+33600000001"},
	"smspartner_send_long_number_sms.to":   {"06 00 00 00 00", "+33600000001"},
	"smspartner_long_number_sms.from":      {"07 00 00 00 00"},
	"smspartner_send_long_number_sms.from": {"07 00 00 00 00"},

	"message_wo":         {none}, // not with message
	"message_wo_version": {none},

	"smspartner_contact.date":                    {"1990-01-31"},
	"smspartner_contact.url":                     {"https://example.org"},
	"smspartner_contact.id":                      {"C456"},
	"smspartner_group_contacts.date":             {"1990-01-31"},
	"smspartner_group_contacts.url":              {"https://example.org"},
	"smspartner_call_forwarding.number":          {"07 00 00 00 00"},
	"smspartner_call_forwarding.forward_to":      {"01 00 00 00 00"},
	"smspartner_call_forwarding.voicemail_email": {none}, // not with forward_to

	"token_audio":                           {"0123456789abcdef0123456789abcdef"},
	"smspartner_voice_sms.token_audio":      {none}, // not with text
	"smspartner_send_voice_sms.token_audio": {none},
	"speech_rate":                           {0.5},
	"scheduled_date":                        {"2040-06-01T09:31:00+02:00"},
	"email_for_notification":                {"a@example.com"},
	"smspartner_voice_message.sender":       {"06 00 00 00 02"},
	"smspartner_send_voice_message.sender":  {"06 00 00 00 02"},

	"sexe":                             {"f"},
	"min_age":                          {18},
	"max_age":                          {98},
	"departments":                      {"02", "2A"},
	"zipcodes":                         {"02200", "60200"},
	"smspartner_rental_status.token":   {"TOK"},
	"smspartner_download_rental.token": {"TOK"}, // its file was downloaded before
	"smspartner_download_rental.path":  {filepath.Join(os.TempDir(), "smspartner-numbers")},

	"smspartner_mail_status.message_id": {"300"},
	"recipients":                        {"a@example.com", "b@example.com"},
	"content_type":                      {"text/csv"},
	"content_base64":                    {none}, // not with source
	"source":                            {"holes_examples_test.go"},
	"source_sha256":                     {none},

	"smspartner_voice_audio_file.token": {"0123456789abcdef0123456789abcdef"},
	"smspartner_voice_audio_files.name": {"accueil"},

	"api_key":         {"0123456789abcdef0123456789abcdef01234567"},
	"voice_api_key":   {"AbCd-1234-EfGh-5678"},
	"mail_api_key":    {"0123456789abcdef0123456789abcdef01234567"},
	"base_url":        {"https://api.smspartner.fr/v1"},
	"voice_base_url":  {"https://api.voicepartner.fr/v1"},
	"mail_base_url":   {"https://api.mailpartner.fr/v1"},
	"default_region":  {"FR"},
	"request_timeout": {"10s"},
	"max_retries":     {0},

	"e164.number": {"06 00 00 00 01"},
	"e164.region": {"FR"},

	"sms_segments.is_unicode": {false},
}

// examplesOfKeys are valid keys of maps, by type and name, if the keys have a rule.
var examplesOfKeys = map[string][]string{
	"smspartner_group_contacts.contacts": {"+33600000000", "+33600000001"},
	"smspartner_rental_estimate.volumes": {"02200", "60200"},
	"smspartner_contact_rental.volumes":  {"02200", "60200"},
}

// anyValue are the examples of an argument without an entry, by its primitive type.
var anyValue = map[string][]any{
	tftypes.String.String(): {"Example", "Another"},
	tftypes.Number.String(): {1, 2},
	tftypes.Bool.String():   {true},
}

// none is the example of an argument that can't stand beside the others.
var none any

// refusedByVendor are the types whose example the simulator refuses, since it asks for
// something that is not there.
var refusedByVendor = map[string]bool{"smspartner_cancel_message": true, "smspartner_cancel_voice_campaign": true, "smspartner_cancel_mail": true, "smspartner_download_rental": true}
