package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// page tells of a body that is neither whole JSON nor XML in the vendor's form: where a name
// or a number stands in such a text cannot be known, so none of it is shown.
func (v *veil) page(a *answer, s style) string {
	kind, _, _ := strings.Cut(a.header.Get("Content-Type"), ";")
	kind = strings.TrimSpace(kind)
	if !mediaType.MatchString(kind) {
		kind = "no usual content type"
	}
	size := fmt.Sprintf("%d bytes", len(a.body))
	if len(a.body) >= maxBody {
		size += " or more"
	}
	told := fmt.Sprintf("(%s, %s, %s)", formOf(a), size, kind)
	return v.wordsAs(told, s)
}

var mediaType = regexp.MustCompile(`^(text|application)/[a-z.+-]{2,30}$`)

func formOf(a *answer) string {
	begin := strings.ToLower(strings.TrimSpace(string(a.body[:min(len(a.body), 100)])))
	switch {
	case begin == "":
		return "nothing"
	case strings.HasPrefix(begin, "<!doctype html"), strings.HasPrefix(begin, "<html"):
		return "a page of HTML"
	case strings.HasPrefix(begin, "<"):
		return "text with tags"
	case strings.HasPrefix(begin, "{"), strings.HasPrefix(begin, "["):
		return "JSON that is not whole"
	default:
		return "text"
	}
}

// xmlNames are those of the vendor's XML, in which all else stands by its position.
var xmlNames = []string{"result", "entry", "username", "firstname", "lastname"}

// xml renders XML in the vendor's form without attributes and comments, and with each text
// replaced: it has no name that tells what it is.
func (v *veil) xml(body []byte, s style) (string, error) {
	d := xml.NewDecoder(bytes.NewReader(body))
	var out strings.Builder
	var path []string
	for {
		start := d.InputOffset()
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) && len(path) == 0 && out.Len() > 0 {
			return out.String(), nil
		}
		if err != nil {
			return "", err
		}
		raw := string(body[start:d.InputOffset()])
		switch token := token.(type) {
		case xml.StartElement:
			name := token.Name.Local
			if token.Name.Space != "" || !slices.Contains(xmlNames, name) || (name == "result") != (out.Len() == 0) {
				return "", errNotTheirs
			}
			path = append(path, name)
			out.WriteString("<" + name + ">")
		case xml.EndElement:
			if len(path) == 0 || path[len(path)-1] != token.Name.Local {
				return "", errNotTheirs
			}
			path = path[:len(path)-1]
			out.WriteString("</" + token.Name.Local + ">")
		case xml.CharData:
			if len(path) == 0 && strings.TrimSpace(string(token)) != "" {
				return "", errNotTheirs
			}
			out.WriteString(v.xmlText(string(token), strings.HasPrefix(raw, "<![CDATA["), len(path), s))
		default: // comments and the like say nothing of the form
		}
	}
}

var errNotTheirs = errors.New("this is not the vendor's XML")

// ofScalars is how deep the values lie that do not belong to an object or a list.
const ofScalars = 2

func (v *veil) xmlText(text string, isData bool, depth int, s style) string {
	bare := strings.TrimSpace(text)
	if bare == "" {
		return strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) {
				return r
			}
			return -1
		}, text)
	}
	hidden := bare
	if bare != "true" && bare != "false" && (depth != ofScalars || !wholeCode.MatchString(bare)) {
		k, known := v.seen[bare]
		if !known {
			k = kindOf("", bare)
		}
		hidden = v.placeholder(k, bare, s)
	}
	if isData {
		hidden = "<![CDATA[" + hidden + "]]>"
	}
	return hidden
}
