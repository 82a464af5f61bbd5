package simulator

import (
	"slices"
	"strings"
)

// endpoint is one call of the vendor's API.
type endpoint struct {
	method string
	// path is below [BasePath]; a part in braces, such as {apiKey}, is a
	// parameter.
	path       string
	parameters []parameter
	rate       rate
	// check notes what departs from the documentation in parameters taken
	// together. Nil is nothing.
	check func(*call)
	// handle answers a call whose key and account are in order.
	handle func(*Simulator, *call) (object, *failure)
}

// endpoints lists the sections of the API, a line each.
func endpoints() []endpoint {
	return slices.Concat(
		creditsEndpoints(),
		messageStatusEndpoints(),
		multiStatusEndpoints(),
		bulkStatusEndpoints(),
		statisticsEndpoints(),
		sendEndpoints(),
		bulkSendEndpoints(),
		longNumberEndpoints(),
		surveyEndpoints(),
		cancelEndpoints(),
		lookupEndpoints(),
	)
}

// route finds the endpoint for a request, with the parameters in its path.
// Without one, allowed names the methods that the path does have.
func (s *Simulator) route(method, path string) (found *endpoint, inPath map[string]string, allowed []string) {
	below, based := strings.CutPrefix(path, BasePath+"/")
	if !based {
		return nil, nil, nil
	}
	for i := range s.table {
		e := &s.table[i]
		values, matches := matchPath(e.path, "/"+below)
		switch {
		case !matches:
		case e.method == method:
			return e, values, nil
		default:
			allowed = append(allowed, e.method)
		}
	}
	return nil, nil, allowed
}

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
			values[strings.TrimSuffix(name, "}")] = got[i]
		case part != got[i]:
			return nil, false
		}
	}
	return values, true
}

// endpointPath lets a caller name a path with or without [BasePath].
func endpointPath(path string) string {
	return "/" + strings.TrimPrefix(strings.TrimPrefix(path, BasePath), "/")
}
