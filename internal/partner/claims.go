package partner

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Claim is what an object says about itself under one name, such as which message it is
// about.
type Claim struct {
	// Name is the vendor's spelling, such as "message_id".
	Name string
	// Text is empty if Odd.
	Text string
	// Odd says that the value is neither a text nor a number, or that there are two.
	Odd bool
}

// Claims returns what the object says under any spelling of some names, which are given in
// lower case without underscores: the vendor writes messageId in one answer and message_id
// in the next. A null or blank value is no claim.
func (o *Object) Claims(names ...string) []Claim {
	var claims []Claim
	for _, name := range o.Spellings(names...) {
		raw := o.values[name]
		odd := len(raw) > 0 && !isScalar(raw) && string(raw) != "null" || string(raw) == "true" || string(raw) == "false" || o.isTwice(name)
		text, said := "", false
		if !odd {
			text, said = o.scalar(name)
		}
		if odd || said {
			claims = append(claims, Claim{name, text, odd})
		}
	}
	return claims
}

// Only returns the object's one value under any spelling of some names, as Claims takes
// them; nil if it has none. Two values that differ by same, or one that can't be read, prove
// nothing and fail the call.
func (o *Object) Only(same func(a, b string) bool, names ...string) *string {
	var first *Claim
	for _, claim := range o.Claims(names...) {
		switch {
		case claim.Odd:
			o.Reject(fmt.Sprintf("its %s is no single text or number", o.quotedName(claim)))
		case first == nil:
			first = &claim
		case same(first.Text, claim.Text):
		case o.redact.silent: // the values can be tokens
			o.Reject(fmt.Sprintf("its %s and its %s differ", o.quotedName(*first), o.quotedName(claim)))
		default:
			o.Reject(fmt.Sprintf("its %s is %q, but its %s is %q", o.quotedName(*first), first.Text, o.quotedName(claim), claim.Text))
		}
	}
	if first == nil {
		return nil
	}
	return &first.Text
}

// Identifier is Only for the vendor's id of an object. Only a whole key is taken out of it, not
// a piece: in examples and tests, ids and keys are alike, such as 0123456789abcdef.
func (o *Object) Identifier(same func(a, b string) bool, names ...string) *string {
	whole := *o
	whole.redact.piece = max(o.redact.piece, o.redact.length)
	return whole.Only(same, names...)
}

// quotedName leads to a claim from the answer.
func (o *Object) quotedName(claim Claim) string {
	return fmt.Sprintf("%q", strings.TrimPrefix(o.Name()+"."+claim.Name, "."))
}

// Spellings returns the names of members that are spellings of these names, which are
// given in lower case without underscores.
func (o *Object) Spellings(names ...string) []string {
	var spelled []string
	for name := range o.values {
		if slices.Contains(names, plainName(name)) {
			spelled = append(spelled, name)
		}
	}
	slices.Sort(spelled)
	return spelled
}

// respell gives a member its documented name where the answer has it in one other spelling
// alone: the vendor writes messageId in one answer and message_id in the next.
func (o *Object) respell(name string) {
	said := func(name string) bool { return len(o.values[name]) > 0 && string(o.values[name]) != "null" }
	spelled := slices.DeleteFunc(o.Spellings(plainName(name)), func(other string) bool { return !said(other) })
	if len(spelled) != 1 || spelled[0] == name {
		return
	}
	if o.isTwice(spelled[0]) {
		o.twice = append(o.twice, name)
	}
	o.values[name] = o.values[spelled[0]]
	delete(o.values, spelled[0])
}

var separatorsOfNames = strings.NewReplacer("_", "", "-", "")

func plainName(name string) string { return strings.ToLower(separatorsOfNames.Replace(name)) }

// contradiction says what in an object contradicts the success that it reports; empty if
// nothing does. codes are the codes of success. If bySuccess is false, the object's
// "success" does not count.
func (o *Object) contradiction(codes []string, bySuccess bool) string {
	for _, code := range o.Claims("code") {
		if code.Odd {
			return "reports success, but its code can't be read"
		}
		if !slices.ContainsFunc(codes, func(success string) bool { return SameCode(success, code.Text) }) {
			return "reports success, but has code " + code.Text
		}
	}
	for _, name := range slices.Sorted(maps.Keys(o.values)) {
		switch plainName(name) {
		case "success":
			if !bySuccess {
				continue
			}
			if success := o.Bool(name); success == nil && !isEmpty(o.values[name]) || success != nil && !*success {
				return fmt.Sprintf("reports success, but not as %q", name)
			}
		case "error", "errors", "errorcode":
			if !isEmpty(o.values[name]) || o.isTwice(name) {
				return fmt.Sprintf("reports success, but has %q", name)
			}
		}
	}
	return ""
}

// SameCode compares codes, which the vendor writes as numbers and as texts.
func SameCode(a, b string) bool {
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	return a == b || errX == nil && errY == nil && x == y
}

// Report is an item's own account of its success or failure.
type Report struct {
	// Code is the vendor's code; empty if there is none.
	Code   string
	Failed bool
	// Contradiction says, as a clause such as "lookup[2] reports success, but has code
	// 4", why neither can be believed; empty as a rule.
	Contradiction string
}

// Report reads whether the object, an item of a list, reports success. Its code alone is
// enough, and so is "success" alone.
func (o *Object) Report() Report {
	var r Report
	if claims := o.Claims("code"); len(claims) > 0 {
		r.Code = claims[0].Text
	}
	success := o.Bool("success")
	r.Failed = r.Code != "" && !SameCode(r.Code, CodeSuccess)
	if success != nil {
		r.Failed = !*success
	}
	switch {
	case success == nil && (!isEmpty(o.values["success"]) || o.isTwice("success")):
		r.Contradiction = "says neither that it succeeded nor that it failed"
	case !r.Failed:
		r.Contradiction = o.contradiction(successCodes, true)
	case SameCode(r.Code, CodeSuccess):
		r.Contradiction = "reports a failure, but has code " + r.Code
	}
	if r.Contradiction != "" {
		r.Contradiction = o.Name() + " " + r.Contradiction
	}
	return r
}

// Name leads to the object from the answer, such as "lookup[2]"; for the answer itself
// it is empty.
func (o *Object) Name() string { return strings.TrimSuffix(o.within, ".") }
