package simulator

import (
	"io"
	"maps"
	"net/http"
	"strconv"
	"strings"
)

// answer is an HTTP answer before it is written. code is the vendor's, for the
// log.
type answer struct {
	status int
	header http.Header
	body   string
	code   int
	// content is what the simulator answers itself, for the log.
	content object
}

func (a answer) write(w http.ResponseWriter) {
	maps.Copy(w.Header(), a.header)
	w.WriteHeader(a.status)
	// A client that has gone is no concern of the account.
	_, _ = io.WriteString(w, a.body)
}

// answer runs a call, or refuses a request that is none.
func (s *Simulator) answer(c *call, allowed []string) answer {
	variant := s.options.Variant
	switch {
	case variant.Degraded:
		if variant.DegradedCarriedOut && c != nil {
			_, _ = s.perform(c) // Whatever came of it, the answer does not tell.
		}
		return s.render(degraded(), formatJSON, http.StatusOK)
	case c == nil && len(allowed) > 0:
		a := page(http.StatusMethodNotAllowed)
		a.header.Set("Allow", strings.Join(allowed, ", "))
		return a
	case c == nil:
		return page(http.StatusNotFound)
	case !s.options.NoRateLimits && !s.limiter.allow(c.endpoint, s.now()):
		// The status is documented, its body is not known.
		return answer{status: http.StatusTooManyRequests, code: http.StatusTooManyRequests}
	}
	result, failed := s.perform(c)
	if failed == nil {
		a := s.render(result, c.format(), http.StatusOK)
		a.content = result
		return a
	}
	a := s.render(failed.value(variant, c.format()), c.format(), failed.status(variant))
	a.code = failed.code
	return a
}

func degraded() object {
	return success(field{"message", text("Request queued for processing")})
}

// perform checks in order: syntax, key, account, and in the handler the
// parameters.
func (s *Simulator) perform(c *call) (object, *failure) {
	if c.malformed {
		return nil, &jsonMalformed
	}
	if refused := s.authorize(c); refused != nil {
		return nil, refused
	}
	return c.endpoint.handle(s, c)
}

func (s *Simulator) render(o object, format string, status int) answer {
	tree := s.options.Variant.retype("", o)
	a := answer{status: status, header: http.Header{"Content-Type": {"application/" + format}}, code: http.StatusOK}
	if format == formatXML {
		a.body = xmlDocument(tree)
	} else {
		a.body = jsonDocument(tree, s.options.Variant.EscapeUnicode)
	}
	return a
}

// page is the answer to a request that no endpoint takes. The vendor's is not
// known; a client must cope with a body that is not JSON.
func page(status int) answer {
	title := strconv.Itoa(status) + " " + http.StatusText(status)
	return answer{
		status: status,
		header: http.Header{"Content-Type": {"text/html; charset=utf-8"}},
		body:   "<!DOCTYPE html>\n<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1></body></html>\n",
	}
}
