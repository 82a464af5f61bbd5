package phone_test

import (
	_ "embed"
	"strconv"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
)

//go:embed testdata/numbers.tsv
var numbersTable string

// row is a line of the table: a number as it is written in a region, and the
// number that it is, or words of its refusal.
type row struct{ region, form, written, want string }

func (r row) isRefused() bool { return !strings.HasPrefix(r.want, "+") }

func table(t *testing.T) []row {
	t.Helper()
	var rows []row
	for line := range strings.Lines(numbersTable) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(fields) != 4 {
			t.Fatalf("a line has %d fields: %s", len(fields), line)
		}
		written, err := strconv.Unquote(`"` + fields[2] + `"`) // some characters can't be seen
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		rows = append(rows, row{fields[0], fields[1], written, fields[3]})
	}
	return rows
}

// Each number of the table is read as it says, and so written it is the same phone
// as in E.164 form.
func TestTable(t *testing.T) {
	t.Parallel()
	rows := table(t)
	if len(rows) < 300 {
		t.Errorf("the table has %d rows only", len(rows))
	}
	for _, r := range rows {
		got, err := phone.E164(r.written, r.region)
		switch {
		case r.isRefused() && (err == nil || !strings.Contains(err.Error(), r.want)):
			t.Errorf("%s, %s: E164(%+q) = %q, %v; want the refusal %q", r.region, r.form, r.written, got, err, r.want)
		case r.isRefused():
		case err != nil || got != r.want:
			t.Errorf("%s, %s: E164(%+q) = %q, %v; want %s", r.region, r.form, r.written, got, err, r.want)
		case !phone.Same(r.written, r.want) && !dialsOneDigit(r):
			t.Errorf("%s, %s: %+q is not the same as %s", r.region, r.form, r.written, r.want)
		case !phone.Same(r.want, r.written) && !dialsOneDigit(r):
			t.Errorf("%s, %s: %s is not the same as %+q", r.region, r.form, r.want, r.written)
		}
	}
}

// dialsOneDigit is true for a number that can be told to be international only
// where the region is known.
func dialsOneDigit(r row) bool {
	return r.form == "dialled abroad" && strings.HasPrefix(r.written, "0 ")
}

// What a region reads is not refused before the region is known.
func TestCheck_Table(t *testing.T) {
	t.Parallel()
	for _, r := range table(t) {
		if _, err := phone.Check(r.written); err != nil && !r.isRefused() {
			t.Errorf("%s, %s: Check(%+q) = %v", r.region, r.form, r.written, err)
		}
	}
}
