package wire

import "net/http"

// file is an answer that is no object.
type file struct{ contentType, content string }

func (file) isValue() {}

// File is the answer of a call that downloads: content as it stands.
func File(contentType, content string) Object {
	return Object{{value: file{contentType, content}}}
}

// file returns the answer to a download; false for others.
func (o Object) file() (answer, bool) {
	if len(o) != 1 {
		return answer{}, false
	}
	f, is := o[0].value.(file)
	return answer{
		status: http.StatusOK, header: http.Header{"Content-Type": {f.contentType}}, code: http.StatusOK, body: f.content,
	}, is
}
