package partner

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // Windows and minimal images have no time zones of their own.
)

// Object is one object of an answer. The vendor's types vary by operation and
// by year, so each value is read in whatever of its documented forms it has;
// what is absent, null or empty is nil. A value that has none of them is
// remembered, and fails the call under its name.
type Object struct {
	values map[string]json.RawMessage
	errs   []error
}

func (o *Object) err() error { return errors.Join(o.errs...) }

func (o *Object) fail(name, want, got string) {
	o.errs = append(o.errs, fmt.Errorf("%q holds %q, which is not %s", name, excerpt([]byte(got), 80), want))
}

// scalar returns the text of a string, a number or a boolean.
func (o *Object) scalar(name string) (string, bool) {
	raw := o.values[name]
	if len(raw) == 0 || string(raw) == "null" {
		return "", false
	}
	switch raw[0] {
	case '"':
		var text string
		if err := json.Unmarshal(raw, &text); err != nil {
			return "", false
		}
		text = strings.TrimSpace(text)
		return text, text != ""
	case '{', '[':
		return "", false
	default:
		return string(raw), true
	}
}

// Text reads a string; numbers keep the digits that the vendor wrote.
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
		o.fail(name, "true or false", text)
		return nil
	}
	return &b
}

// Int reads 200 and "200".
func (o *Object) Int(name string) *int64 {
	text, ok := o.scalar(name)
	if !ok {
		return nil
	}
	i, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		o.fail(name, "a whole number", text)
		return nil
	}
	return &i
}

// decimalPrecision is the precision in which the engines read numbers from a
// configuration, in bits. A cost in the same precision equals the literal that
// a person compares it with, which 0.049 as a float64 does not.
const decimalPrecision = 512

// Decimal reads an amount, 0.045 and "0.045", without rounding it to binary.
func (o *Object) Decimal(name string) *big.Float {
	text, ok := o.scalar(name)
	if !ok {
		return nil
	}
	amount, err := parseDecimal(text)
	if err != nil {
		o.fail(name, "a number", text)
		return nil
	}
	return amount
}

func parseDecimal(text string) (*big.Float, error) {
	// big.Float would take hundreds of megabytes for 1e999999999, and reads
	// hexadecimal and infinity: no amount needs either.
	if _, err := strconv.ParseFloat(text, 64); err != nil || strings.ContainsAny(text, "xXpPiInN_") {
		return nil, errors.New("not a decimal number")
	}
	amount, _, err := big.ParseFloat(text, 10, decimalPrecision, big.ToNearestEven)
	return amount, err
}

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

// lastSecond is the end of the year 9999, beyond which RFC 3339 has no form.
const lastSecond = 253402300799

// Time reads "2015-02-07 22:39:46" in Paris time, Unix seconds as a number or
// a string, and RFC 3339. The result is in Paris time.
func (o *Object) Time(name string) *time.Time {
	text, ok := o.scalar(name)
	if !ok {
		return nil
	}
	if seconds, err := strconv.ParseInt(text, 10, 64); err == nil && seconds >= 0 && seconds <= lastSecond {
		date := time.Unix(seconds, 0).In(Paris)
		return &date
	}
	for _, form := range dateForms {
		if date, err := time.ParseInLocation(form, text, Paris); err == nil {
			date = date.In(Paris)
			return &date
		}
	}
	o.fail(name, "a date in a form that the vendor documents", text)
	return nil
}

// objects returns the objects of a list, skipping what is none.
func (o *Object) objects(name string) []*Object {
	var raws []json.RawMessage
	if err := json.Unmarshal(o.values[name], &raws); err != nil {
		return nil
	}
	items := make([]*Object, 0, len(raws))
	for _, raw := range raws {
		values := map[string]json.RawMessage{}
		if err := json.Unmarshal(raw, &values); err == nil {
			items = append(items, &Object{values: values})
		}
	}
	return items
}
