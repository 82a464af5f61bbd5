package wire

import (
	"net/url"
	"strings"
)

// Route is one call of a product.
type Route struct {
	Method string
	// Path is below [BasePath]; a part in braces, such as {apiKey}, is a
	// parameter.
	Path       string
	Parameters []Parameter
	// Absent says that the documentation prints the call but this API lacks it: it answers
	// as for an unknown path.
	Absent bool
	// KeyMissing is the refusal of a call without a key; nil is code 1.
	KeyMissing *Failure
	// KeyIncorrect is the refusal of a wrong key; nil is the one of most pages.
	KeyIncorrect *Failure
	// Rate is the documented limit, nil for none.
	Rate *Rate
	// Check notes what departs from the documentation in parameters taken
	// together. Nil is nothing.
	Check func(*Call)
	// Handle answers a call whose key and account are in order.
	Handle Handler
}

// Handler answers a call, or says why it is refused.
type Handler func(*Call) (Object, *Failure)

// route finds the route of a request, with the parameters in its path.
// Without one that is there, allowed names the methods that the path does have.
func (a *API) route(method, path string) (found *Route, inPath map[string]string, allowed []string) {
	below, based := strings.CutPrefix(path, BasePath+"/")
	if !based {
		return nil, nil, nil
	}
	for i := range a.product.Routes {
		r := &a.product.Routes[i]
		values, matches := matchPath(r.Path, "/"+below)
		switch {
		case !matches:
		case r.Absent && r.Method == method:
			found = r
		case r.Absent:
		case r.Method == method:
			return r, values, nil
		default:
			allowed = append(allowed, r.Method)
		}
	}
	return found, nil, allowed
}

// matchPath compares an escaped path, so that a parameter can have a slash.
func matchPath(pattern, path string) (map[string]string, bool) {
	want, got := strings.Split(pattern, "/"), strings.Split(path, "/")
	if len(want) != len(got) {
		return nil, false
	}
	values := map[string]string{}
	for i, part := range want {
		name, variable := strings.CutPrefix(part, "{")
		switch {
		case variable && got[i] != "":
			value, err := url.PathUnescape(got[i])
			if err != nil {
				return nil, false
			}
			values[strings.TrimSuffix(name, "}")] = value
		case part != got[i]:
			return nil, false
		}
	}
	return values, true
}

// pattern names requests, as in [net/http.ServeMux]: a path with or without
// [BasePath], in which a part in braces stands for any, with a method in front or
// without. The zero value is unusable: see [readPattern].
type pattern struct{ method, path string }

func readPattern(s string) pattern {
	method, path, both := strings.Cut(s, " ")
	if !both {
		method, path = "", s
	}
	return pattern{method, belowBase(path)}
}

func (p pattern) matches(r *Request) bool {
	if p.method != "" && p.method != r.Method {
		return false
	}
	_, matches := matchPath(p.path, belowBase(r.Path))
	return matches
}

// belowBase lets a caller name a path with or without [BasePath].
func belowBase(path string) string {
	return "/" + strings.TrimPrefix(strings.TrimPrefix(path, BasePath), "/")
}
