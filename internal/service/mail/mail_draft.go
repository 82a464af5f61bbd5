package mail

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/schedule"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/mail"
)

// draft is a mail as described by a configuration, a plan or a state.
type draft struct {
	// Values also show what is unknown.
	attribute.Values
	attachments []attachment
	// request is what will be sent, without what is null or unknown. It has no attachments
	// until attach has read them.
	request mail.SendRequest
	// attached is what is known of the content of each attachment.
	attached []file
}

func newDraft(object types.Object) *draft {
	v := attribute.Values(object.Attributes())
	d := &draft{Values: v, attachments: attachmentsOf(v), attached: attachedIn(v), request: mail.SendRequest{
		Subject: v.Text(argSubject), HTMLContent: v.Text(argHTMLContent), Tag: v.Text(argTag), Sandbox: v.Flag(argSandbox),
		Scheduled: due(v), Variables: map[string]string{},
	}}
	for _, element := range attribute.Elements(v[argTo.Name]) {
		object, _ := element.(types.Object)
		d.request.To = append(d.request.To, address(object))
	}
	if object, ok := v[argReplyTo.Name].(types.Object); ok && !object.IsNull() && !object.IsUnknown() {
		replyTo := address(object)
		d.request.ReplyTo = &replyTo
	}
	for name, value := range d.variables() {
		d.request.Variables[name] = attribute.TextOf(value)
	}
	return d
}

// address reads an object; null or unknown parts are empty.
func address(object types.Object) mail.Address {
	parts := attribute.Values(object.Attributes())
	return mail.Address{Email: parts.Text(argEmail), Name: parts.Text(argName)}
}

// due returns when a scheduled mail leaves; the zero time for any other.
func due(v attribute.Values) time.Time {
	moment, err := schedule.Parse(v.Text(argSchedule))
	if err != nil {
		return time.Time{}
	}
	return moment
}

func (d *draft) variables() map[string]attr.Value {
	all, _ := d.Values[argVariables.Name].(types.Map)
	return maps.Clone(all.Elements())
}

// check refuses what contradicts itself. What is unknown may turn out to be null.
func (d *draft) check() diag.Diagnostics {
	var diags diag.Diagnostics
	written := map[string]string{}
	for i, to := range d.request.To {
		other, twice := written[partner.FoldEmail(to.Email)]
		if twice {
			diags.Append(validate.Invalid(inside(argTo, i, argEmail), fmt.Errorf("%s is the same address as %s: write it once, so that it gets one mail",
				validate.Quote(to.Email), validate.Quote(other))))
		}
		if to.Email != "" {
			written[partner.FoldEmail(to.Email)] = to.Email
		}
	}
	for i, a := range d.attachments {
		diags.Append(a.check(i)...)
	}
	return diags
}

// check refuses an attachment, the one at i, with no content or with two.
func (a attachment) check(i int) diag.Diagnostics {
	if len(a.Values) == 0 { // null or unknown
		return nil
	}
	source, content := !a.IsNull(argSource), !a.IsNull(argContentBase64)
	switch known := a.Known(argSource) && a.Known(argContentBase64); {
	case !source && !content:
		return diag.Diagnostics{diag.NewAttributeErrorDiagnostic(inside(argAttachments, i, argSource), "Missing "+validate.Name(inside(argAttachments, i, argSource)),
			"The attachment has no content: write the path of a file in source, or the content in content_base64.")}
	case source && content && known:
		return diag.Diagnostics{validate.Invalid(inside(argAttachments, i, argContentBase64), errors.New("the attachment has a file in source too: write one of the two"))}
	case !source && !a.IsNull(argSourceSHA256) && a.Known(argSourceSHA256):
		return diag.Diagnostics{validate.Invalid(inside(argAttachments, i, argSourceSHA256), errors.New("it is about a file in source, which the attachment does not have: leave it out"))}
	default:
		return nil
	}
}

// unset warns of names that the mail uses and nothing sets, and of values that it does not use.
func (d *draft) unset() diag.Diagnostics {
	var diags diag.Diagnostics
	warn := func(a attribute.Argument, names []string, why string) {
		for _, name := range names {
			diags.AddAttributeWarning(at(a), "Placeholder #"+name+"#", fmt.Sprintf(why, name))
		}
	}
	if variables := d.Values[argVariables.Name]; variables == nil || !variables.IsUnknown() {
		var missing []string
		set := d.variables()
		for _, name := range placeholders(d.request.HTMLContent) {
			if _, ok := set[name]; !ok {
				missing = append(missing, name)
			}
		}
		var unused []string
		for _, name := range slices.Sorted(maps.Keys(set)) {
			if d.Known(argHTMLContent) && !strings.Contains(d.request.HTMLContent, "#"+name+"#") {
				unused = append(unused, name)
			}
		}
		warn(argVariables, unused, "variables has %[1]s, but html_content has no #%[1]s#: nobody will read the value.\n\nWrite #%[1]s# into html_content, or leave the variable out.")
		warn(argHTMLContent, missing, "The mail uses #%[1]s#, but variables has no %[1]s. Recipients may read the name with its signs.\n\nSet %[1]s in variables, or correct the name: capital and small letters count.")
	}
	warn(argSubject, placeholders(d.request.Subject), "The subject has #%s#, and the vendor documents such names for html_content alone. Recipients may read the name with its signs.\n\nWrite the text itself.")
	return diags
}

// ahead refuses a moment that is over.
func (d *draft) ahead() diag.Diagnostics {
	if err := schedule.CheckAhead(d.Text(argSchedule)); err != nil {
		return diag.Diagnostics{validate.Invalid(at(argSchedule), err)}
	}
	return nil
}

// plan refuses what can't be sent when the plan is applied, and warns of what is probably
// forgotten. Engines show what a validation says twice.
func (d *draft) plan() diag.Diagnostics {
	diags := append(d.ahead(), d.unset()...)
	for i, a := range d.attachments {
		if err := a.largeNow(); err != nil {
			diags.Append(validate.Invalid(inside(argAttachments, i, argSource), err))
		}
	}
	return diags
}

// attach reads the attachments.
func (d *draft) attach() diag.Diagnostics {
	var diags diag.Diagnostics
	d.attached = nil
	for i, a := range d.attachments {
		content, found, err := a.read()
		if err != nil {
			where := inside(argAttachments, i, argSource)
			if _, ok := errors.AsType[*otherFileError](err); ok {
				where = inside(argAttachments, i, argSourceSHA256)
			}
			diags.AddAttributeError(where, unable, fmt.Sprintf("Nothing was sent. The file %s can't be attached: %s.", validate.Quote(a.Text(argSource)), err))
			continue
		}
		d.attached = append(d.attached, found)
		d.request.Attachments = append(d.request.Attachments, mail.Attachment{
			Filename: a.Text(argFilename), ContentType: a.Text(argContentType), Content: content,
		})
	}
	return diags
}
