package contacts

import (
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	phones "github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// contactModel is a contact that is managed alone.
type contactModel struct {
	ID          types.String `tfsdk:"id"`
	GroupID     types.String `tfsdk:"group_id"`
	PhoneNumber phone.Number `tfsdk:"phone_number"`
	detailsModel
	ShortURL  types.String `tfsdk:"short_url"`
	StopSMS   types.Bool   `tfsdk:"stop_sms"`
	CreatedAt types.String `tfsdk:"created_at"`
}

// fill takes over what the vendor says about the contact. It never changes the group:
// contact/detail names groups by other ids. has is the number that the contact had so far:
// another spelling of it changes nothing.
func (m *contactModel) fill(c sms.Contact, has string) {
	m.ID = types.StringValue(c.ID)
	if number := e164Of(c); number != nil && !isSpelling(c.PhoneNumber, has) { // the type of the attribute refuses what is no number
		m.PhoneNumber = phone.Number{StringValue: types.StringValue(*number)}
	}
	m.detailsModel = m.keep(c.ContactDetails)
	m.ShortURL = optional(c.ShortURL)
	m.StopSMS = types.BoolPointerValue(c.StopSMS)
	m.CreatedAt = framework.DateValue(c.CreatedAt)
}

// isSpelling reports whether an answer names the number that a contact had so far.
func isSpelling(answered, has string) bool { return has != "" && phones.Same(answered, has) }

// detailsModel is what a contact says beside the number.
type detailsModel struct {
	Firstname types.String `tfsdk:"firstname"`
	Lastname  types.String `tfsdk:"lastname"`
	Date      types.String `tfsdk:"date"`
	URL       types.String `tfsdk:"url"`
	Custom1   types.String `tfsdk:"custom1"`
	Custom2   types.String `tfsdk:"custom2"`
	Custom3   types.String `tfsdk:"custom3"`
	Custom4   types.String `tfsdk:"custom4"`
}

// details are what is sent: null is an empty text.
func (m detailsModel) details() sms.ContactDetails {
	return sms.ContactDetails{
		Firstname: m.Firstname.ValueString(), Lastname: m.Lastname.ValueString(),
		Date: m.Date.ValueString(), URL: m.URL.ValueString(),
		Custom: [4]string{m.Custom1.ValueString(), m.Custom2.ValueString(), m.Custom3.ValueString(), m.Custom4.ValueString()},
	}
}

// isKnown reports whether each detail has a value, or null.
func (m detailsModel) isKnown() bool {
	for _, text := range []types.String{m.Firstname, m.Lastname, m.Date, m.URL, m.Custom1, m.Custom2, m.Custom3, m.Custom4} {
		if text.IsUnknown() {
			return false
		}
	}
	return true
}

// keep is m with those details that differ in an answer. Empty and null are one, and so are
// texts that look the same.
func (m detailsModel) keep(answered sms.ContactDetails) detailsModel {
	return detailsModel{
		Firstname: keep(m.Firstname, answered.Firstname), Lastname: keep(m.Lastname, answered.Lastname),
		Date: keep(m.Date, answered.Date), URL: keep(m.URL, answered.URL),
		Custom1: keep(m.Custom1, answered.Custom[0]), Custom2: keep(m.Custom2, answered.Custom[1]),
		Custom3: keep(m.Custom3, answered.Custom[2]), Custom4: keep(m.Custom4, answered.Custom[3]),
	}
}

func keep(mine types.String, answered string) types.String {
	if partner.Readable(mine.ValueString()) == partner.Readable(answered) {
		return mine
	}
	return optional(answered)
}

// optional is null for an empty text, as which the vendor writes what is not set.
func optional(text string) types.String {
	if text == "" {
		return types.StringNull()
	}
	return types.StringValue(text)
}

// detail is one argument of a contact that can be changed.
type detail struct {
	name, description string
	rule              validate.Rule
}

const (
	longestContactName = 32
	longestContactText = 255
)

var details = []detail{
	{"firstname", "First name, at most 32 characters.", atMost(longestContactName)},
	{"lastname", "Last name, at most 32 characters.", atMost(longestContactName)},
	{"date", "A date such as a birthday, as `YYYY-MM-DD`. The vendor can send messages on this date.", checkContactDate},
	{"url", "A web address, at most 255 characters, that begins with `http://` or `https://`.", checkContactURL},
	{"custom1", custom, atMost(longestContactText)},
	{"custom2", custom, atMost(longestContactText)},
	{"custom3", custom, atMost(longestContactText)},
	{"custom4", custom, atMost(longestContactText)},
}

// Descriptions of attributes that several types have.
const (
	custom           = "A free text, at most 255 characters."
	contactID        = "The contact's id, a string that SMS Partner assigns. Vendor's name: `contactId`."
	contactNumber    = "The contact's phone number."
	contactShortURL  = "The vendor's `shortUrl`, whose meaning is not documented."
	contactStopSMS   = "Whether the number is on the STOP list, as the vendor's `stopSms` says."
	contactCreatedAt = "When the contact was created, in RFC 3339 form with the offset of Paris. Vendor's name: `createdAt`."
)

// atMost is the rule of a text with a longest length.
func atMost(longest int) validate.Rule {
	return func(text string) error {
		if length := utf8.RuneCountInString(text); length > longest {
			return fmt.Errorf("%s has %d characters: write at most %d", validate.Quote(text), length, longest)
		}
		return validate.Visible(text)
	}
}

func checkContactDate(date string) error {
	if _, err := time.Parse(time.DateOnly, date); date != "" && err != nil {
		return fmt.Errorf(`%s is not a date: write year, month and day, such as "1990-01-31"`, validate.Quote(date))
	}
	return nil
}

func checkContactURL(address string) error {
	switch {
	case address == "":
		return nil
	case !strings.HasPrefix(address, "http://") && !strings.HasPrefix(address, "https://"):
		return errors.New("the address does not begin with http:// or https://")
	}
	if err := validate.WebAddress(address); err != nil {
		return err
	}
	return atMost(longestContactText)(address)
}

var phoneNumberPath = path.Root("phone_number")

// contactFaults explains the refusals of calls on one contact.
var contactFaults = diagnostic.Faults{
	ByCode: map[string]diagnostic.Fault{
		"1": {Missing: "group id, or no contact id"},
		"2": {Missing: "contact"},
		"15": {
			Attribute: phoneNumberPath,
			What:      "The group has a contact with this number already.",
			Do:        "Import that contact, or use another number.",
		},
		"404": {
			What: "SMS Partner does not know the contact.",
			Do:   "Run again: the next refresh sees whether the contact is gone.",
		},
	},
	Parameters: map[string]path.Path{"phoneNumber": phoneNumberPath},
}
