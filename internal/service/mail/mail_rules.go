package mail

import (
	"encoding/base64"
	"errors"
	"fmt"
	"mime"
	"regexp"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/mail"
)

// checkLine is the rule of a subject and of a name.
func checkLine(text string) error {
	switch {
	case strings.TrimSpace(text) == "":
		return errors.New("it is blank: write a text")
	case strings.ContainsAny(text, "\r\n"):
		return fmt.Errorf("%s has a line break: write one line", validate.Quote(text))
	default:
		return validate.Visible(text)
	}
}

func checkHTML(text string) error {
	if strings.TrimSpace(text) == "" {
		return errors.New("it is blank: write what the mail says")
	}
	return nil
}

var variableName = regexp.MustCompile(`^[^\s#]+$`)

// checkVariable is the rule of a variable's name.
func checkVariable(name string) error {
	switch {
	case name == readOnline || name == unsubscribeLink:
		return fmt.Errorf("the vendor puts a link of its own in place of #%s#: leave it out", name)
	case !variableName.MatchString(name):
		return fmt.Errorf("%s is no name of a variable: write it without blanks and without the signs # around it, as in FIRSTNAME", validate.Quote(name))
	default:
		return nil
	}
}

// extension matches the end of a name that programs take for the type of a file.
var extension = regexp.MustCompile(`(?i)\.(?:7z|apk|avi|bat|bmp|bz2|cmd|com|css|csv|dll|docx?|eml|exe|gif|gz|html?|ics|jar|jpe?g|js|json|log|md|mp[34]|msg|msi|od[pst]|pdf|png|pptx?|rtf|scr|sh|sql|svg|tar|tgz|tiff?|txt|vbs|wav|webp|xlsx?|xml|ya?ml|zip)$`)

func checkFilename(name string) error {
	switch found := extension.FindString(name); {
	case found != "":
		return fmt.Errorf("%s ends with %s: write the name without its extension, and the type in content_type", validate.Quote(name), found)
	case strings.ContainsAny(name, `/\`):
		return fmt.Errorf("%s is a path: write the name alone, and the path in source", validate.Quote(name))
	default:
		return checkLine(name)
	}
}

func checkContentType(text string) error {
	kind, _, err := mime.ParseMediaType(text)
	if err != nil || !strings.Contains(kind, "/") {
		return fmt.Errorf(`%s is not a MIME type: write one such as "application/pdf"`, validate.Quote(text))
	}
	return nil
}

func checkSource(path string) error {
	if strings.TrimSpace(path) == "" {
		return errors.New("it is blank: write the path of a file")
	}
	return validate.Visible(path)
}

var sha256Form = regexp.MustCompile(`^[0-9a-fA-F]{64}$`)

func checkSHA256(text string) error {
	if !sha256Form.MatchString(text) {
		return fmt.Errorf("%s is not a SHA-256 of 64 hexadecimal digits: write filesha256() of the file", validate.Quote(text))
	}
	return nil
}

func checkBase64(text string) error {
	content, err := base64.StdEncoding.DecodeString(text)
	switch {
	case err != nil:
		return errors.New("it is not in base64: write base64encode() of a text, or filebase64() of a file")
	case len(content) == 0:
		return errEmpty
	case len(content) > mail.MaxAttachment:
		return tooLarge(int64(len(content)))
	default:
		return nil
	}
}

var errEmpty = errors.New("it is empty: leave the attachment out, or write its content")

func tooLarge(size int64) error {
	return fmt.Errorf("it has %d bytes, and Mail Partner takes at most 5 MB: send a link to the file instead", size)
}

// The names that stand for links of the vendor.
const (
	readOnline      = "READ_ONLINE"
	unsubscribeLink = "UNSUBSCRIBE_LINK"
)

// placeholder matches the beginning of a text that the vendor replaces. Colours and addresses
// have one sign # alone.
var placeholder = regexp.MustCompile(`#([\p{L}_][\p{L}\p{N}_.-]*)#`)

// placeholders returns the names that a text uses, each once, without those of the vendor.
func placeholders(text string) []string {
	var names []string
	seen := map[string]bool{readOnline: true, unsubscribeLink: true}
	for {
		at := placeholder.FindStringSubmatchIndex(text)
		if at == nil {
			return names
		}
		if name := text[at[2]:at[3]]; !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
		text = text[at[3]:] // the sign after a name can begin the next one
	}
}
