package partner

import (
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
)

// File is a parameter that is written in base64 and read only while its request is sent, so
// that it is never in memory as a whole. It is a member of the parameters, or of an object in
// a list of them.
type File struct {
	// Size is how many bytes Open gives.
	Size int64
	// Open is called for each attempt. An error of it, or of reading, leaves the request
	// unfinished, so that it is certainly not carried out.
	Open func() (io.ReadCloser, error)
	// mark stands for the content until the request is sent. Nobody can guess it, so that no
	// other parameter contains it.
	mark string
}

// NewFile returns a parameter of so many bytes.
func NewFile(size int64, open func() (io.ReadCloser, error)) *File {
	return &File{Size: size, Open: open, mark: rand.Text()}
}

// MarshalJSON implements [json.Marshaler].
func (f *File) MarshalJSON() ([]byte, error) { return json.Marshal(f.mark) }

// filesIn returns the files among parameters.
func filesIn(value any) []*File {
	var files []*File
	switch value := value.(type) {
	case *File:
		files = append(files, value)
	case Params:
		for _, member := range value {
			files = append(files, filesIn(member)...)
		}
	case map[string]any:
		return filesIn(Params(value))
	case []map[string]any:
		for _, item := range value {
			files = append(files, filesIn(item)...)
		}
	}
	return files
}

// content reads a file in base64. It ends with an error unless the file has its size.
type content struct {
	file io.Reader
	left int64
	raw  []byte
	// encoded is what is read already and not yet passed on.
	encoded []byte
}

// errOtherSize says that a file is not what it was.
var errOtherSize = errors.New("the file has another size than before")

func (f *File) content(file io.Reader) io.Reader {
	return &content{file: file, left: f.Size, raw: make([]byte, 3<<10)} // whole groups of base64
}

func (c *content) Read(b []byte) (int, error) {
	if len(c.encoded) == 0 {
		n, err := io.ReadFull(c.file, c.raw)
		c.left -= int64(n)
		switch atEnd := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF); {
		case err != nil && !atEnd:
			return 0, err
		case c.left < 0 || atEnd && c.left != 0:
			return 0, errOtherSize
		case n == 0:
			return 0, io.EOF
		}
		c.encoded = base64.StdEncoding.AppendEncode(c.encoded[:0], c.raw[:n])
	}
	n := copy(b, c.encoded)
	c.encoded = c.encoded[n:]
	return n, nil
}
