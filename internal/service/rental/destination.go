package rental

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// destination is the file that a download makes. What comes goes to a partial file beside
// it first, which is moved when it is complete. The partial file has its telling name from
// the start, so that a run which is killed leaves what came as well.
type destination struct {
	path      string
	overwrite bool
	partial   *os.File
}

// ownerOnly is the mode of the files: they hold the phone numbers of people.
const ownerOnly fs.FileMode = 0o600

// newDestination proves that the file can be written: it makes the partial file.
func newDestination(path string, overwrite bool) (*destination, error) {
	folder, name := filepath.Dir(path), filepath.Base(path)
	if err := checkFolder(folder); err != nil {
		return nil, err
	}
	d := &destination{path: path, overwrite: overwrite}
	if err := d.checkPath(); err != nil {
		return nil, err
	}
	// Its mode is ownerOnly, and there was no such file.
	partial, err := os.CreateTemp(folder, name+".partial-*")
	if err != nil {
		return nil, fmt.Errorf("no file can be written in %s: %s", shown(folder), cause(err))
	}
	d.partial = partial
	if err := d.prove(); err != nil {
		_ = d.drop()
		return nil, fmt.Errorf("%s can't be written in full: %s", shown(path), cause(err))
	}
	return d, nil
}

// proof is how much is written to prove that there is room: a list of tens of thousands of
// numbers.
const proof = 1 << 20

// prove writes to the partial file, and empties it: an empty file can be made on a full
// disk too.
func (d *destination) prove() error {
	if _, err := d.partial.Write(make([]byte, proof)); err != nil {
		return err
	}
	if err := d.partial.Sync(); err != nil {
		return err
	}
	if err := d.partial.Truncate(0); err != nil {
		return err
	}
	_, err := d.partial.Seek(0, io.SeekStart)
	return err
}

// shown quotes a path, and leaves the separators of Windows as they are.
func shown(path string) string { return strings.ReplaceAll(strconv.Quote(path), `\\`, `\`) }

func checkFolder(folder string) error {
	switch info, err := os.Stat(folder); {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("there is no folder %s, and the provider makes none", shown(folder))
	case err != nil:
		return fmt.Errorf("the folder %s can't be used: %s", shown(folder), cause(err))
	case !info.IsDir():
		return fmt.Errorf("%s is no folder", shown(folder))
	default:
		return nil
	}
}

// checkPath refuses a path at which the file would replace something that it may not.
func (d *destination) checkPath() error {
	info, err := os.Lstat(d.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("%s can't be used: %s", shown(d.path), cause(err))
	case info.IsDir():
		return fmt.Errorf("%s is a folder: add the name of a file", shown(d.path))
	case info.Mode()&fs.ModeSymlink != 0:
		return fmt.Errorf("%s is a symbolic link, which the provider does not follow: name the file itself", shown(d.path))
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s is there already and is no regular file", shown(d.path))
	case !d.overwrite:
		return fmt.Errorf("there is a file %s already: write another path, or set overwrite = true", shown(d.path))
	default:
		return nil
	}
}

// Write adds to the partial file.
func (d *destination) Write(b []byte) (int, error) {
	n, err := d.partial.Write(b)
	if err != nil {
		return n, errors.New(cause(err))
	}
	return n, nil
}

// finish moves the complete partial file to its path. After an error, it is where kept says.
func (d *destination) finish() error {
	err := d.partial.Sync()
	if closed := d.partial.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = d.move()
	}
	if err != nil {
		return errors.New(cause(err))
	}
	return nil
}

func (d *destination) move() error {
	if d.overwrite {
		if err := d.checkPath(); err != nil {
			return err
		}
		return os.Rename(d.partial.Name(), d.path)
	}
	// A file that somebody else made meanwhile stays: only a file made here is replaced.
	place, err := os.OpenFile(d.path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, ownerOnly)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("something else made %s meanwhile", shown(d.path))
	}
	if err != nil {
		return err
	}
	if err := errors.Join(place.Close(), os.Rename(d.partial.Name(), d.path)); err != nil {
		_ = os.Remove(d.path)
		return err
	}
	return nil
}

// keep leaves the partial file where it is, and returns its name.
func (d *destination) keep() string {
	// What reached the file can be read also if these fail.
	_ = d.partial.Sync()
	_ = d.partial.Close()
	return d.partial.Name()
}

// drop removes the partial file.
func (d *destination) drop() error {
	_ = d.partial.Close()
	if err := os.Remove(d.partial.Name()); err != nil {
		return fmt.Errorf("%s can't be removed: %s", shown(d.partial.Name()), cause(err))
	}
	return nil
}

// cause is what the system says, without the name of its call and the path.
func cause(err error) string {
	if failed, ok := errors.AsType[*fs.PathError](err); ok {
		return failed.Err.Error()
	}
	if failed, ok := errors.AsType[*os.LinkError](err); ok {
		return failed.Err.Error()
	}
	return err.Error()
}
