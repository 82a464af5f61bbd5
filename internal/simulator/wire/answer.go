package wire

import (
	"crypto/subtle"
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
	// content is what the product answers itself, for the log.
	content Object
}

func (a answer) write(w http.ResponseWriter) {
	maps.Copy(w.Header(), a.header)
	w.WriteHeader(a.status)
	// The account does not notice that a client has gone.
	_, _ = io.WriteString(w, a.body)
}

// answer runs a call, or refuses a request that is no call.
func (a *API) answer(c *Call, allowed []string) answer {
	forms := a.product.Forms
	switch {
	case forms.Degraded:
		if forms.DegradedCarriedOut && c != nil {
			_, _ = a.perform(c) // The degraded answer hides the result.
		}
		return a.render(degraded(), formatJSON, http.StatusOK)
	case c == nil && len(allowed) > 0:
		refusal := page(http.StatusMethodNotAllowed)
		refusal.header.Set("Allow", strings.Join(allowed, ", "))
		return refusal
	case c == nil:
		return page(http.StatusNotFound)
	}
	answered := a.limit(c)
	if headers := a.headers(c.route.Rate); headers != nil {
		maps.Copy(headers, answered.header)
		answered.header = headers
	}
	return answered
}

// limit carries out a call that is within its rate.
func (a *API) limit(c *Call) answer {
	switch rate := c.route.Rate; {
	case a.allow(rate, a.Now()):
		return a.carryOut(c)
	case rate.Refusal == nil:
		return answer{status: http.StatusTooManyRequests, code: http.StatusTooManyRequests}
	default:
		return a.refuse(rate.Refusal, c)
	}
}

func (a *API) carryOut(c *Call) answer {
	result, failed := a.perform(c)
	if failed != nil {
		return a.refuse(failed, c)
	}
	if file, is := result.file(); is {
		return file
	}
	done := a.render(result, c.format(), http.StatusOK)
	done.content = result
	return done
}

func (a *API) refuse(f *Failure, c *Call) answer {
	if f.Page {
		return page(f.HTTPStatus)
	}
	refusal := a.render(f.value(a.product.Forms, c.format()), c.format(), f.status(a.product.Forms))
	refusal.code, refusal.content = f.Code, f.Body
	return refusal
}

func degraded() Object {
	return Success(Text("message", "Request queued for processing"))
}

// perform checks in order: syntax, key, account, and in the handler the
// parameters.
func (a *API) perform(c *Call) (Object, *Failure) {
	key := c.Text(KeyParameter.Name)
	switch {
	case c.malformed:
		return nil, jsonMalformed
	case key == "" && c.route.KeyMissing != nil:
		return nil, c.route.KeyMissing
	case key == "":
		return nil, keyRequired
	}
	admit := a.admitterOf(key)
	switch {
	case admit == nil && c.route.KeyIncorrect != nil:
		return nil, c.route.KeyIncorrect
	case admit == nil:
		return nil, keyIncorrect
	}
	return admit(c, c.route.Handle)
}

// admitterOf returns what carries out the calls of a key; nil for a wrong key.
func (a *API) admitterOf(key string) Admit {
	switch {
	case subtle.ConstantTimeCompare([]byte(key), []byte(a.options.APIKey)) == 1:
		return a.product.Admit
	case a.product.AdmitOther != nil:
		return a.product.AdmitOther(key)
	default:
		return nil
	}
}

func (a *API) render(o Object, format string, status int) answer {
	tree := a.product.Forms.retype("", o)
	rendered := answer{status: status, header: http.Header{"Content-Type": {"application/" + format}}, code: http.StatusOK}
	if format == formatXML {
		rendered.body = xmlDocument(tree)
	} else {
		rendered.body = jsonDocument(tree, a.product.Forms.EscapeUnicode)
	}
	return rendered
}

// page is the answer to a request that no route takes. The vendor's is not
// known; a client must cope with a body that is not JSON.
func page(status int) answer {
	title := strconv.Itoa(status) + " " + http.StatusText(status)
	return answer{
		status: status,
		header: http.Header{"Content-Type": {"text/html; charset=utf-8"}},
		body:   "<!DOCTYPE html>\n<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1></body></html>\n",
	}
}
