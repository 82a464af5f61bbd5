package partner

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Layout names the values of the vendor's XML, which is positional: <result>
// holds one <entry> per JSON value, in JSON order, without its name. A value
// that is itself an object or a list is a group of <entry>.
type Layout []Slot

// Slot names one value of a Layout.
type Slot struct {
	Name string
	// List names the values of each object of a nested list.
	List Layout
}

// Names makes a Layout of plain values.
func Names(names ...string) Layout {
	layout := make(Layout, len(names))
	for i, name := range names {
		layout[i] = Slot{Name: name}
	}
	return layout
}

// errorLayout is the same for every operation: what follows the code is a text
// or a list of problems.
var (
	errorLayout   = Names("success", "code", "message")
	problemLayout = Names("elementId", "message")
)

const (
	// maxDepth is far above the deepest documented answer, which has 4 levels.
	maxDepth   = 16
	entryName  = "entry"
	resultName = "result"
)

// node is an XML element: its text, or the elements inside it.
type node struct {
	name     string
	text     string
	children []node
}

// parseXML turns an answer into the object that the same answer would be in
// JSON, so that both are decoded by the same code.
func parseXML(layout Layout, body []byte, redact redactor) (*Object, error) {
	decoder := xml.NewDecoder(bytes.NewReader(body))
	// The answer is known to be in UTF-8, whatever its first line declares.
	decoder.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	start, err := firstElement(decoder)
	if err != nil {
		return nil, err
	}
	// Before the rest, which in HTML is seldom correct XML.
	if start.Name.Local != resultName {
		kind := "XML"
		if strings.EqualFold(start.Name.Local, "html") {
			kind = "HTML"
		}
		return nil, fmt.Errorf("the answer is %s, not the vendor's: it starts with %q", kind, redact.excerpt(body, 80))
	}
	reader := xmlReader{decoder: decoder}
	root, err := reader.inside(start, 0)
	if err != nil {
		return nil, err
	}
	if len(root.children) == 0 {
		return nil, errors.New("the XML answer holds no values")
	}
	if success, _ := strconv.ParseBool(root.children[0].text); !success {
		layout = errorLayout
		if len(root.children) > 2 && len(root.children[2].children) > 0 {
			layout = Layout{errorLayout[0], errorLayout[1], {Name: "errors", List: problemLayout}}
		}
	} else if len(root.children) < len(layout) {
		// Without names, a missing value shifts all that follow.
		return nil, fmt.Errorf("the XML answer has %d values where %d are documented, so none can be told by its position",
			len(root.children), len(layout))
	}
	values, err := root.values(layout)
	if err != nil {
		return nil, err
	}
	return newObject(values, nil, redact), nil
}

func firstElement(decoder *xml.Decoder) (xml.StartElement, error) {
	for {
		token, err := decoder.Token()
		if err != nil {
			return xml.StartElement{}, xmlError(err)
		}
		if start, ok := token.(xml.StartElement); ok {
			return start, nil
		}
	}
}

// xmlReader counts the elements that it reads: an answer can hold a million.
type xmlReader struct {
	decoder  *xml.Decoder
	elements int
}

// inside reads the rest of an element.
func (r *xmlReader) inside(start xml.StartElement, depth int) (node, error) {
	if depth > maxDepth {
		return node{}, fmt.Errorf("the XML answer is nested more than %d levels deep", maxDepth)
	}
	if r.elements++; r.elements > maxItems {
		return node{}, fmt.Errorf("the XML answer holds more than %d values", maxItems)
	}
	n := node{name: start.Name.Local}
	var text strings.Builder
	for {
		token, err := r.decoder.Token()
		if err != nil {
			return node{}, xmlError(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			child, err := r.inside(token, depth+1)
			if err != nil {
				return node{}, err
			}
			n.children = append(n.children, child)
		case xml.CharData:
			text.Write(token)
		case xml.EndElement:
			n.text = strings.TrimSpace(text.String())
			return n, nil
		}
	}
}

func xmlError(err error) error {
	var syntax *xml.SyntaxError
	switch {
	case errors.Is(err, io.EOF), errors.As(err, &syntax) && strings.Contains(syntax.Msg, "unexpected EOF"):
		return errors.New("the XML answer breaks off before its end")
	case syntax != nil:
		return fmt.Errorf("the answer is not correct XML in line %d: %q", syntax.Line, syntax.Msg)
	default:
		return fmt.Errorf("the answer is not correct XML: %q", err.Error())
	}
}

// values gives the children of n their names. An element with a name of its
// own, as in the credits answer, keeps it.
func (n node) values(layout Layout) (map[string]json.RawMessage, error) {
	values := make(map[string]json.RawMessage, len(n.children))
	for i, child := range n.children {
		slot := Slot{Name: child.name}
		if child.name == entryName {
			if i >= len(layout) {
				continue // values that the vendor added after the documented ones
			}
			slot = layout[i]
		}
		raw, err := child.raw(slot)
		if err != nil {
			return nil, err
		}
		if before, twice := values[slot.Name]; twice && !sameValue(before, raw) {
			return nil, fmt.Errorf("the XML answer gives two values for %q", slot.Name)
		}
		values[slot.Name] = raw
	}
	return values, nil
}

func (n node) raw(slot Slot) (json.RawMessage, error) {
	switch {
	case slot.List != nil:
		items := make([]any, 0, len(n.children))
		for _, child := range n.children {
			if len(child.children) == 0 {
				items = append(items, child.text)
				continue
			}
			item, err := child.values(slot.List)
			if err != nil {
				return nil, err
			}
			items = append(items, item)
		}
		return json.Marshal(items)
	case len(n.children) > 0:
		return nil, fmt.Errorf("%q holds a group of values in the XML answer, not one value", slot.Name)
	default:
		return json.Marshal(n.text)
	}
}
