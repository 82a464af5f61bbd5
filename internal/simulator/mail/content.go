package mail

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"io"
	"maps"
	"mime"
	"path"
	"slices"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// The limits of what goes with a mail. An attachment is measured without base64.
const (
	maxVariables   = 8
	maxAttachments = 3
	maxAttachment  = 5 << 20
)

var (
	variablesParameter   = wire.Parameter{Name: "variables", Each: &wire.Parameter{}}
	attachmentsParameter = wire.Parameter{Name: "attachments", Members: []wire.Parameter{
		{Name: "base64Content"},
		{Name: "contentType", Check: isMediaType},
		{Name: "filename", Check: isBareName},
	}}
)

// programs are the content types that no attachment has by default, which is our choice.
var programs = []string{
	"application/x-msdownload", "application/x-msdos-program", "application/vnd.microsoft.portable-executable",
	"application/x-sh", "application/x-bat", "application/java-archive", "application/javascript", "text/javascript",
}

// checkLimits notes more variables and attachments than documented, and larger ones.
func checkLimits(c *wire.Call, places PlaceForms) {
	if variables, _ := places.find(c, variablesParameter).(map[string]any); len(variables) > maxVariables {
		c.Note("parameter %q has more than %d members", variablesParameter.Name, maxVariables)
	}
	attachments, _ := places.find(c, attachmentsParameter).([]any)
	if len(attachments) > maxAttachments {
		c.Note("parameter %q has more than %d items", attachmentsParameter.Name, maxAttachments)
	}
	for i, item := range attachments {
		switch read, err := readAttachment(item); {
		case err != nil:
			c.Note("item %d of parameter %q is not in base64", i, attachmentsParameter.Name)
		case read.Length > maxAttachment:
			c.Note("item %d of parameter %q has more than %d bytes", i, attachmentsParameter.Name, maxAttachment)
		}
	}
}

func (v Variant) readVariables(c *wire.Call, made *Mail) []wire.Fault {
	members, _ := v.find(c, variablesParameter).(map[string]any)
	var faults []wire.Fault
	if len(members) > maxVariables {
		faults = v.limit(variablesParameter.Name, "Le nombre de variables est de 8 maxi")
	}
	made.Variables = map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(members)) {
		if _, isText := members[name].(string); !isText {
			faults = append(faults, v.limit(variablesParameter.Name, "La variable "+name+" n'est pas un texte")...)
		}
		made.Variables[name] = wire.MemberText(members[name])
	}
	return faults
}

func (v Variant) readAttachments(c *wire.Call, made *Mail) []wire.Fault {
	list, _ := v.find(c, attachmentsParameter).([]any)
	name := attachmentsParameter.Name
	var faults []wire.Fault
	if len(list) > maxAttachments {
		faults = v.limit(name, "Le nombre de pièces jointes est de 3 maxi")
	}
	for _, item := range list {
		read, err := readAttachment(item)
		switch {
		case strings.TrimSpace(read.Name) == "":
			faults = append(faults, mistake(name, attachmentNameEmpty))
		case !v.allows(read.Type):
			faults = append(faults, mistake(name, attachmentForbidden))
		case isMediaType(read.Type) != "":
			faults = append(faults, v.limit(name, "Le type de la pièce jointe est invalide")...)
		case err != nil, read.Length == 0:
			faults = append(faults, v.limit(name, "Le contenu de la pièce jointe est invalide")...)
		case read.Length > maxAttachment:
			faults = append(faults, v.limit(name, "La taille de la pièce jointe est de 5 Mo maxi")...)
		}
		made.Attachments = append(made.Attachments, read)
	}
	return faults
}

// readAttachment measures an attachment and forgets its content.
func readAttachment(content any) (Attachment, error) {
	members, _ := content.(map[string]any)
	read := Attachment{Name: wire.MemberText(members["filename"]), Type: wire.MemberText(members["contentType"])}
	hash := sha256.New()
	encoded := strings.NewReader(wire.MemberText(members["base64Content"]))
	var err error
	read.Length, err = io.Copy(hash, base64.NewDecoder(base64.StdEncoding, encoded))
	read.SHA256 = hex.EncodeToString(hash.Sum(nil))
	return read, err
}

func (f RefusalForms) allows(contentType string) bool {
	name, _, _ := strings.Cut(strings.ToLower(contentType), ";")
	if f.AttachmentTypes != nil {
		return slices.Contains(f.AttachmentTypes, name)
	}
	return !slices.Contains(programs, name)
}

func isMediaType(v string) string {
	if name, _, err := mime.ParseMediaType(v); err != nil || !strings.Contains(name, "/") {
		return "is not a MIME type"
	}
	return ""
}

// extensions are those that a file name is not to have: a name may have a dot.
var extensions = []string{
	".csv", ".doc", ".docx", ".exe", ".gif", ".gz", ".htm", ".html", ".ics", ".jpeg", ".jpg", ".json", ".log", ".md",
	".pdf", ".png", ".ppt", ".pptx", ".svg", ".tar", ".txt", ".xls", ".xlsx", ".xml", ".zip",
}

func isBareName(v string) string {
	if slices.Contains(extensions, strings.ToLower(path.Ext(v))) {
		return "has an extension"
	}
	return ""
}
