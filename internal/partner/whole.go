package partner

import "fmt"

// The names, in any spelling, by which lists say how long they are and which part they are.
var (
	countNames = []string{"total", "count", "nbdata", "nbdatas", "nbtotal"}
	pageNames  = []string{"currentpage", "page"}
	pagesNames = []string{"nbpages", "pages", "totalpages", "lastpage"}
)

// Page returns the number that a list gives itself among its pages; nil if it gives none.
func (o *Object) Page() *int64 { return o.firstInt(pageNames) }

// Pages returns how many pages a list says that it has; nil if it does not say.
func (o *Object) Pages() *int64 { return o.firstInt(pagesNames) }

func (o *Object) firstInt(names []string) *int64 {
	for _, name := range o.Spellings(names...) {
		return o.Int(name)
	}
	return nil
}

// Count is how many items the vendor says that a list has, nil if it does not say. what
// names the items. doubt says, as a clause, why that can't be known.
func (o *Object) Count(what string) (total *int64, doubt string) {
	for _, claim := range o.Claims(countNames...) {
		n := o.Int(claim.Name)
		switch {
		case claim.Odd || n == nil:
			doubt = fmt.Sprintf("the number of %s, %q, can't be read", what, claim.Name)
		case total != nil && *total != *n:
			doubt = fmt.Sprintf("it counts %d %s in one place and %d in another", *total, what, *n)
		default:
			total = n
		}
	}
	return total, doubt
}

// RejectPart rejects a list of this length that says that it is part of a longer one.
func (o *Object) RejectPart(length int) {
	if total, doubt := o.Count("items"); doubt != "" || total != nil && *total != int64(length) {
		o.Reject("its list is not whole by its own count")
	}
	for _, page := range append(o.Claims(pageNames...), o.Claims(pagesNames...)...) {
		if n := o.Int(page.Name); n == nil || *n > 1 {
			o.Reject("its list is one of several pages")
		}
	}
}

// SameText compares texts as they are, for [Object.Only] and [Object.Identifier].
func SameText(a, b string) bool { return a == b }

// SameValue compares values that may be missing.
func SameValue[T comparable](a, b *T) bool { return a == b || a != nil && b != nil && *a == *b }
