package partner

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Object is one object of an answer. The vendor's types vary by operation and by year, so
// each value is read in whatever of its documented forms it has; what is absent, null or
// empty is nil. A value in any other form is nil too, and Unread names it: one bad value
// must not withhold the others. No value contains the key.
type Object struct {
	values map[string]json.RawMessage
	// twice are the names with two values: neither value can be believed.
	twice  []string
	redact redactor
	// within leads to the object from the answer, such as "credits.".
	within string
	*verdict
}

// verdict is what is wrong with an answer. Its objects share it.
type verdict struct {
	// errs fail the call, unread does not.
	errs   []error
	unread []string
	// rejected and refusal are the caller's verdicts on the whole answer.
	rejected string
	refusal  *itemRefusal
	// waited is how long the vendor's limits held up the call.
	waited time.Duration
}

// maxErrors is how many values of an answer are blamed: the first ones tell
// enough.
const maxErrors = 10

func newObject(values map[string]json.RawMessage, twice []string, redact redactor) *Object {
	return &Object{values: values, twice: twice, redact: redact, verdict: &verdict{}}
}

func (v *verdict) err() error { return errors.Join(v.errs...) }

func (v *verdict) failed(err error) {
	if len(v.errs) < maxErrors {
		v.errs = append(v.errs, err)
	}
}

// Unread returns the values of the answer that could not be read so far, each as a clause
// such as `"cost" holds "free", which is not a number`. It returns only the first of many.
func (v *verdict) Unread() []string { return v.unread }

func (o *Object) clause(name, want, got string) string {
	return fmt.Sprintf("%q holds %q, which is not %s", o.redact.text(o.within+name), o.redact.excerpt([]byte(got), 80), want)
}

// fail fails the call for a value whose place can't be left empty.
func (o *Object) fail(name, want, got string) { o.failed(errors.New(o.clause(name, want, got))) }

// skip leaves out a value that can't be read.
func (o *Object) skip(name, want, got string) {
	if len(o.unread) == maxErrors {
		return
	}
	if clause := plain(o.clause(name, want, got), maxWords); !slices.Contains(o.unread, clause) {
		o.unread = append(o.unread, clause)
	}
}

// Waited returns how long the vendor's limits held up the call, whether the client kept them
// or the vendor refused to go on. It is 0 as a rule.
func (v *verdict) Waited() time.Duration { return v.waited }

func (o *Object) isTwice(name string) bool { return slices.Contains(o.twice, name) }

// scalar returns the text of a string, a number or a boolean.
func (o *Object) scalar(name string) (string, bool) {
	raw := o.values[name]
	if o.isTwice(name) {
		o.skip(name, "one value", "two values")
		return "", false
	}
	if !isScalar(raw) {
		if !isEmpty(raw) {
			o.skip(name, "a single value", string(raw))
		}
		return "", false
	}
	text := string(raw)
	if raw[0] == '"' {
		if err := json.Unmarshal(raw, &text); err != nil {
			return "", false
		}
	}
	if len(text) > maxScalar {
		o.skip(name, fmt.Sprintf("at most %d bytes long", maxScalar), text)
		return "", false
	}
	text = Readable(o.redact.text(text))
	return text, text != ""
}

// Text reads a string; numbers keep the digits that the vendor wrote. It is fit
// for a terminal, where plans and messages show it: in one line, with plain
// spaces around and for line breaks and other blanks, and U+FFFD for what is not
// printable, such as escape sequences and what turns the text around.
func (o *Object) Text(name string) *string {
	text, ok := o.scalar(name)
	if !ok {
		return nil
	}
	return &text
}

// As reads a text in a form that one call has: read returns false for another one. want ends
// the clause of Unread, as in "is not a duration".
func As[T any](o *Object, name, want string, read func(text string) (T, bool)) *T {
	text, ok := o.scalar(name)
	if !ok {
		return nil
	}
	value, ok := read(text)
	if !ok {
		o.skip(name, want, text)
		return nil
	}
	return &value
}

// Bool reads true, "true", 1, "1" and their opposites.
func (o *Object) Bool(name string) *bool {
	text, ok := o.scalar(name)
	if !ok {
		return nil
	}
	b, err := strconv.ParseBool(text)
	if err != nil {
		o.skip(name, "true or false", text)
		return nil
	}
	return &b
}

// Int reads 200, "200" and 200.0.
func (o *Object) Int(name string) *int64 {
	text, ok := o.scalar(name)
	if !ok {
		return nil
	}
	whole, fraction, isDecimal := strings.Cut(text, ".")
	if isDecimal && (fraction == "" || strings.Trim(fraction, "0") != "") {
		whole = text // not whole: ParseInt refuses it
	}
	i, err := strconv.ParseInt(whole, 10, 64)
	if err != nil {
		o.skip(name, "a whole number", text)
		return nil
	}
	return &i
}

// Decimal reads an amount, 0.045, "0.045" and "0,045", without rounding it to
// binary.
func (o *Object) Decimal(name string) *big.Float {
	text, ok := o.scalar(name)
	if !ok {
		return nil
	}
	// One comma is the decimal one, as France writes it; beside a point it could
	// be either's.
	written := text
	if !strings.Contains(text, ".") {
		written = strings.Replace(text, ",", ".", 1)
	}
	if decimalForm.MatchString(written) {
		if amount, _, err := big.ParseFloat(written, 10, decimalPrecision, big.ToNearestEven); err == nil {
			return amount
		}
	}
	o.skip(name, "a number", text)
	return nil
}

// decimalForm keeps out what big.Float would also read: infinity, hexadecimal numbers, and
// lengths and exponents that no amount has and that are slow to read.
var decimalForm = regexp.MustCompile(`^[+-]?[0-9]{0,40}\.?[0-9]{1,40}(?:[eE][+-]?[0-9]{1,2})?$`)
