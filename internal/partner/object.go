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
	_ "time/tzdata" // Windows and minimal images have no time zones of their own.
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
	return fmt.Sprintf("%q holds %q, which is not %s", o.within+name, o.redact.excerpt([]byte(got), 80), want)
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

// Paris is where the vendor's dates without a zone are read. The vendor states
// no zone; its statistics begin at midnight in Paris, in summer and in winter.
var Paris = mustLoadLocation("Europe/Paris")

func mustLoadLocation(name string) *time.Location {
	location, err := time.LoadLocation(name)
	if err != nil {
		panic(err) // time/tzdata is linked in
	}
	return location
}

var dateForms = []string{
	time.DateTime,
	time.RFC3339Nano,
	"2006-01-02T15:04:05.999999999-0700",
}

// Time reads "2015-02-07 22:39:46" in Paris time, Unix seconds as a number or
// a string, and RFC 3339. The result is in Paris time.
func (o *Object) Time(name string) *time.Time {
	text, ok := o.scalar(name)
	if !ok || noDate[text] {
		return nil
	}
	date, ok := parseDate(text)
	if !ok {
		o.skip(name, "a date in a form that the vendor documents", text)
		return nil
	}
	return &date
}

// noDate holds how the vendor's language and database write an absent date.
var noDate = map[string]bool{"0": true, "false": true, "0000-00-00": true, "0000-00-00 00:00:00": true}

func parseDate(text string) (time.Time, bool) {
	date, err := parseSeconds(text)
	for _, form := range dateForms {
		if err == nil {
			break
		}
		date, err = time.ParseInLocation(form, text, Paris)
	}
	date = date.In(Paris)
	// RFC 3339 has no form for other years.
	return date, err == nil && date.Year() >= 1 && date.Year() <= 9999
}

func parseSeconds(text string) (time.Time, error) {
	seconds, err := strconv.ParseUint(text, 10, 38) // 38 bits reach the year 10680
	return time.Unix(int64(seconds), 0), err
}
