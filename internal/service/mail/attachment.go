package mail

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/mail"
)

// attachment is one as a configuration, a plan or a state describes it.
type attachment struct{ attribute.Values }

// attachmentsOf returns the elements of a list. A null or unknown element has no values.
func attachmentsOf(values attribute.Values) []attachment {
	var all []attachment
	for _, element := range attribute.Elements(values[argAttachments.Name]) {
		object, _ := element.(types.Object)
		all = append(all, attachment{attribute.Values(object.Attributes())})
	}
	return all
}

// file is what is known of the content of an attachment.
type file struct {
	size   int64
	sha256 string
}

// errChanged says that the file is not the one that was announced.
var errChanged = errors.New("the file was changed while the mail was being sent")

// otherFileError says that the file is not the one of source_sha256.
type otherFileError struct{ sha256 string }

func (e *otherFileError) Error() string {
	return fmt.Sprintf("the file has the SHA-256 %s, not this one: the file was changed after the plan", e.sha256)
}

// read reads the content once, for its size and SHA-256, and returns what sends it.
func (a attachment) read() (*partner.File, file, error) {
	if content, err := base64.StdEncoding.DecodeString(a.Text(argContentBase64)); err == nil && !a.IsNull(argContentBase64) {
		sum := sha256.Sum256(content)
		open := func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(content)), nil }
		return partner.NewFile(int64(len(content)), open), file{int64(len(content)), hex.EncodeToString(sum[:])}, nil
	}
	path := a.Text(argSource)
	content, err := openFile(path)
	if err != nil {
		return nil, file{}, err
	}
	defer func() { _ = content.Close() }()
	sum := sha256.New()
	size, err := io.Copy(sum, io.LimitReader(content, mail.MaxAttachment+1))
	found := file{size, hex.EncodeToString(sum.Sum(nil))}
	switch want := strings.ToLower(a.Text(argSourceSHA256)); {
	case err != nil:
		return nil, file{}, errors.New(plain(err))
	case size == 0:
		return nil, file{}, errEmpty
	case size > mail.MaxAttachment:
		return nil, file{}, cmp.Or(a.largeNow(), tooLarge(size))
	case want != "" && want != found.sha256:
		return nil, file{}, &otherFileError{found.sha256}
	}
	return partner.NewFile(size, func() (io.ReadCloser, error) {
		content, err := openFile(path)
		if err != nil {
			return nil, err
		}
		return &unchanged{content, sha256.New(), found.sha256}, nil
	}), found, nil
}

func openFile(path string) (*os.File, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, errors.New(plain(err))
	case !info.Mode().IsRegular():
		return nil, errors.New("it is not a file")
	}
	content, err := os.Open(path) //nolint:gosec // the user's own file
	if err != nil {
		return nil, errors.New(plain(err))
	}
	return content, nil
}

// plain is an error of a file without the path, which the argument has.
func plain(err error) string {
	if inner, ok := errors.AsType[*os.PathError](err); ok {
		return inner.Err.Error()
	}
	return err.Error()
}

// unchanged is a file that must have the SHA-256 of its first reading: the state says what was
// sent.
type unchanged struct {
	*os.File
	sum  hash.Hash
	want string
}

func (u *unchanged) Read(b []byte) (int, error) {
	n, err := u.File.Read(b)
	u.sum.Write(b[:n])
	if errors.Is(err, io.EOF) && hex.EncodeToString(u.sum.Sum(nil)) != u.want {
		return n, errChanged
	}
	return n, err
}

// largeNow returns an error if a file that is there already is too large. What is not there
// may be made before the mail is sent.
func (a attachment) largeNow() error {
	if info, err := os.Stat(a.Text(argSource)); err == nil && info.Size() > mail.MaxAttachment {
		return tooLarge(info.Size())
	}
	return nil
}
