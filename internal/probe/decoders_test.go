package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/mail"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/voice"
)

type decoder func(ctx context.Context, r replay) error

func ofSMS(ask func(context.Context, *sms.Client, replay) error) decoder {
	return func(ctx context.Context, r replay) error { return ask(ctx, sms.New(r.config()), r) }
}

func (r replay) config() partner.Config {
	return partner.Config{BaseURL: "https://api.example.com/v1", APIKey: "key-of-this-test", Answer: r}
}

// decoders are the provider's, by product and operation.
var decoders = map[string]decoder{
	"SMS Partner GET /me": ofSMS(func(ctx context.Context, c *sms.Client, _ replay) error { _, err := c.Credits(ctx); return err }),
	"SMS Partner GET /message-status": ofSMS(func(ctx context.Context, c *sms.Client, r replay) error {
		_, err := c.MessageStatus(ctx, r.asked("messageId"), r.asked("phoneNumber"), partner.JSON)
		return err
	}),
	"SMS Partner GET /bulk-status": ofSMS(func(ctx context.Context, c *sms.Client, r replay) error {
		_, err := c.BulkStatus(ctx, r.asked("messageId"))
		return err
	}),
	"SMS Partner GET /bulk-status-by-tag": ofSMS(func(ctx context.Context, c *sms.Client, r replay) error {
		_, err := c.TagStatus(ctx, r.asked("tag"))
		return err
	}),
	"SMS Partner POST /multi-status": ofSMS(func(ctx context.Context, c *sms.Client, r replay) error {
		var pairs []sms.Pair
		for _, item := range r.items("SMSStatut_List") {
			pairs = append(pairs, sms.Pair{MessageID: textOf(item["messageId"]), PhoneNumber: textOf(item["phoneNumber"])})
		}
		if len(pairs) == 0 {
			pairs = []sms.Pair{{MessageID: "1", PhoneNumber: "+33600000001"}}
		}
		_, err := c.MultiStatus(ctx, pairs)
		return err
	}),
	"SMS Partner GET /statistics/cost-resume": ofSMS(func(ctx context.Context, c *sms.Client, _ replay) error {
		_, err := c.Statistics(ctx, sms.LastMonth, time.Time{}, time.Time{})
		return err
	}),
	"SMS Partner POST /lookup": ofSMS(func(ctx context.Context, c *sms.Client, r replay) error {
		_, err := c.Lookup(ctx, []string{r.asked("phoneNumbers")})
		return err
	}),
	"SMS Partner POST /group/add": ofSMS(func(ctx context.Context, c *sms.Client, r replay) error {
		_, err := c.AddGroup(ctx, r.asked("name"), func(string) bool { return false })
		return err
	}),
	"SMS Partner GET /group/list": ofSMS(func(ctx context.Context, c *sms.Client, _ replay) error { _, err := c.Groups(ctx); return err }),
	"SMS Partner POST /group/delete": ofSMS(func(ctx context.Context, c *sms.Client, r replay) error {
		return c.DeleteGroup(ctx, r.asked("groupId"))
	}),
	"SMS Partner POST /contact/add": ofSMS(func(ctx context.Context, c *sms.Client, r replay) error {
		if list := r.items("contactsList"); len(list) > 0 {
			var contacts []sms.NewContact
			for _, item := range list {
				contacts = append(contacts, sms.NewContact{PhoneNumber: textOf(item["phoneNumber"])})
			}
			_, err := c.AddContacts(ctx, r.asked("groupId"), contacts)
			return err
		}
		_, err := c.AddContact(ctx, r.asked("groupId"), r.asked("phoneNumber"), sms.ContactDetails{})
		return err
	}),
	"SMS Partner POST /contact/update": ofSMS(func(ctx context.Context, c *sms.Client, r replay) error {
		return c.UpdateContact(ctx, r.asked("contactId"), r.asked("phoneNumber"), sms.ContactDetails{})
	}),
	"SMS Partner POST /contact/delete": ofSMS(func(ctx context.Context, c *sms.Client, r replay) error {
		return c.DeleteContact(ctx, r.asked("contactId"))
	}),
	"SMS Partner GET /contact/detail": ofSMS(func(ctx context.Context, c *sms.Client, r replay) error {
		_, err := c.Contact(ctx, r.asked("contactId"))
		return err
	}),
	"SMS Partner GET /contact/list": ofSMS(func(ctx context.Context, c *sms.Client, r replay) error {
		for _, err := range c.Contacts(ctx, r.asked("groupId")) {
			if err != nil {
				return err
			}
		}
		return nil
	}),
	"SMS Partner GET /stop-sms/list": ofSMS(func(ctx context.Context, c *sms.Client, _ replay) error { _, err := c.StopNumbers(ctx); return err }),
	"SMS Partner POST /stop-sms/add": ofSMS(func(ctx context.Context, c *sms.Client, r replay) error {
		_, err := c.AddStop(ctx, r.asked("phoneNumber"))
		return err
	}),
	"SMS Partner GET /stop-sms/delete": ofSMS(func(ctx context.Context, c *sms.Client, r replay) error { return c.DeleteStop(ctx, r.asked("id")) }),
	"SMS Partner POST /send":           ofSMS(send),
	"SMS Partner POST /bulk-send":      ofSMS(send),
	"SMS Partner GET /message-cancel": ofSMS(func(ctx context.Context, c *sms.Client, r replay) error {
		_, err := c.CancelMessage(ctx, r.asked("messageId"))
		return err
	}),
	"SMS Partner POST /hlr/notify": ofSMS(func(ctx context.Context, c *sms.Client, r replay) error {
		_, err := c.Verify(ctx, sms.VerifyRequest{Numbers: []string{r.asked("phoneNumbers")}})
		return err
	}),
	"Voice Partner GET /me/{apiKey}": ofVoice(func(ctx context.Context, c *voice.Client, _ replay) error { _, err := c.Credits(ctx); return err }),
	"Voice Partner GET /audios/{apiKey}": ofVoice(func(ctx context.Context, c *voice.Client, _ replay) error {
		_, err := c.AudioFiles(ctx)
		return err
	}),
	"Voice Partner POST /audio-file/rename": ofVoice(func(ctx context.Context, c *voice.Client, r replay) error {
		_, err := c.RenameAudioFile(ctx, r.asked("tokenAudio"), "probe")
		return err
	}),
	"Voice Partner DELETE /campaign/cancel/{apiKey}/" + unknownText: ofVoice(func(ctx context.Context, c *voice.Client, _ replay) error {
		_, err := c.Cancel(ctx, unknownText)
		return err
	}),
	"Mail Partner GET /me": ofMail(func(ctx context.Context, c *mail.Client, _ replay) error { _, err := c.Credits(ctx); return err }),
	"Mail Partner GET /bulk-status": ofMail(func(ctx context.Context, c *mail.Client, r replay) error {
		_, err := c.BulkStatus(ctx, r.asked("messageId"))
		return err
	}),
	"Mail Partner GET /unsubscribe/list": ofMail(func(ctx context.Context, c *mail.Client, _ replay) error {
		_, err := c.Unsubscribes(ctx)
		return err
	}),
	"Mail Partner POST /send": ofMail(func(ctx context.Context, c *mail.Client, _ replay) error {
		_, err := c.Send(ctx, mail.SendRequest{Subject: "Probe", HTMLContent: "<p>", To: []mail.Address{{Email: "mail1@example.com"}}})
		return err
	}),
	"Mail Partner GET /message-cancel": ofMail(func(ctx context.Context, c *mail.Client, r replay) error {
		_, err := c.CancelMessage(ctx, r.asked("messageId"))
		return err
	}),
}

func ofVoice(ask func(context.Context, *voice.Client, replay) error) decoder {
	return func(ctx context.Context, r replay) error { return ask(ctx, voice.New(r.config()), r) }
}

func ofMail(ask func(context.Context, *mail.Client, replay) error) decoder {
	return func(ctx context.Context, r replay) error { return ask(ctx, mail.New(r.config()), r) }
}

func send(ctx context.Context, c *sms.Client, r replay) error {
	request := sms.SendRequest{Kind: sms.Single, Numbers: []string{r.asked("phoneNumbers")}, Text: "Probe"}
	if list := r.items("SMSList"); len(list) > 0 {
		request = sms.SendRequest{Kind: sms.Bulk}
		for _, item := range list {
			request.Texts = append(request.Texts, sms.NumberText{Number: textOf(item["phoneNumber"]), Text: "Probe"})
		}
	}
	_, err := c.Send(ctx, request)
	return err
}

// TestDecoders reads every fixture, those of the vendor's servers too, as the provider does.
func TestDecoders(t *testing.T) {
	t.Parallel()
	folders, err := os.ReadDir(fixtureFolder)
	if err != nil {
		t.Fatal(err)
	}
	read := map[string]bool{}
	for _, folder := range folders {
		for file, f := range readFixtures(t, filepath.Join(fixtureFolder, folder.Name())) {
			r := replay{f}
			if r.notMade() {
				continue
			}
			name := f.Product + " " + f.Operation
			decode, known := decoders[name]
			if !known {
				t.Errorf("%s/%s: no decoder is named for %s", folder.Name(), file, name)
				continue
			}
			read[name] = true
			if problem := r.judge(decode(t.Context(), r)); problem != "" {
				t.Errorf("%s/%s: %s: %s", folder.Name(), file, name, problem)
			}
		}
	}
	for name := range decoders {
		if !read[name] && name != "SMS Partner POST /hlr/notify" {
			t.Errorf("no fixture is read by the decoder of %s", name)
		}
	}
	if names := product.All(); len(names) != 3 || !slices.ContainsFunc(names, func(p product.Product) bool { return p.Name == "Mail Partner" }) {
		t.Error("the products have other names than the fixtures")
	}
}
