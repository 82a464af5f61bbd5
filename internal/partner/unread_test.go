package partner

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// What can't be read is left out and named, and withholds nothing.
func TestObject_Unread(t *testing.T) {
	t.Parallel()
	o, err := parse(&status, []byte(`{"count": 1.5, "cost": "free", "id": 7, "flag": {"a": 1}, "none": [], "list": [{"cost": "x"}, 5, {"a": 1, "a": 2}, {"cost": 0.5}]}`), "", redactor{})
	if err != nil {
		t.Fatal(err)
	}
	id, count, cost := o.Int("id"), o.Int("count"), o.Decimal("cost")
	if id == nil || *id != 7 || count != nil || cost != nil || o.Bool("flag") != nil || o.Text("none") != nil {
		t.Errorf("got %v, %v, %v", id, count, cost)
	}
	_ = o.Int("count") // is named once
	var costs []string
	for _, item := range o.LooseList("list") {
		costs = append(costs, fmt.Sprint(item.Decimal("cost")))
	}
	if want := []string{"<nil>", "<nil>", "0.5"}; !slices.Equal(costs, want) {
		t.Errorf("got %v, want %v", costs, want)
	}
	want := []string{
		`"count" holds "1.5", which is not a whole number`,
		`"cost" holds "free", which is not a number`,
		`"flag" holds "{\"a\": 1}", which is not a single value`,
		`"list[1]" holds "5", which is not an object`,
		`"list[0].cost" holds "x", which is not a number`,
	}
	if got := o.Unread(); !slices.Equal(got, want) {
		t.Errorf("unread is %q,\nwant %q", got, want)
	}
	if err := o.err(); err != nil || o.rejected != "" {
		t.Errorf("it fails the call: %v %s", err, o.rejected)
	}
	if _ = o.List("list"); o.err() == nil {
		t.Error("what has lost its place does not fail the call")
	}
}

// Of two values for one name none can be believed, which fails the call only where it
// needs the value.
func TestObject_Twice(t *testing.T) {
	t.Parallel()
	o, err := parse(&status, []byte(`{"cost": 1, "cost": 2, "same": 1, "same": "1", "id": 5, "id": 6, "list": [{}], "list": []}`), "", redactor{})
	if err != nil {
		t.Fatal(err)
	}
	if o.Decimal("cost") != nil || *o.Int("same") != 1 {
		t.Error("two values are one, or one is none")
	}
	expect(t, "unread", strings.Join(o.Unread(), "\n"), `"cost" holds "two values", which is not one value`)
	expect(t, "claim", o.Claims("id")[0].Odd, true)
	expect(t, "rejected", o.rejected, "")
	o.List("list")
	expect(t, "rejected", o.rejected, `it gives two values for "list"`)
}

// An empty list under "errors", however it is written, is no error.
func TestInterpret_NoErrors(t *testing.T) {
	t.Parallel()
	for value, empty := range map[string]bool{
		`[ ]`: true, "[\n]": true, `" "`: true, `"0"`: true, `"false"`: true, `[null]`: true, `{}`: true, `[{}, ""]`: true, `0`: true,
		`1`: false, `"Non"`: false, `[0, 1]`: false, `{"a": 0}`: false, `true`: false,
	} {
		_, failed := interpreted(&status, 200, nil, `{"success": true, "statut": "Delivered", "errors": `+value+`}`, "")
		expect(t, value, failed == nil, empty)
	}
}

// TestError_Data keeps what an answer holds that is an error all the same.
func TestError_Data(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]string{
		`{"success": true, "statut": "Delivered"}`:                "Delivered",
		`{"success": false, "code": 200, "statut": 4711}`:         "4711",
		`{"success": false, "code": 4}`:                           "",
		`{"success": true, "statut": ["Delivered"]}`:              "",
		`{"success": false, "code": 4, "": "x"}`:                  "",
		`{"success": false, "code": 4, "statut": "a\u001b\nb c"}`: "a\uFFFD b c",
	} {
		_, failed := interpreted(&status, 404, nil, body, "")
		expect(t, body, failed.Data, want)
	}
	op := status
	op.Data = ""
	_, failed := interpreted(&op, 404, nil, `{"success": false, "code": 4, "": "x"}`, "")
	expect(t, "data of an operation without", failed.Data, "")
}

// Members that are objects are read by name; another member is left out and named, and an
// empty list is an object without members.
func TestObject_LooseMap(t *testing.T) {
	t.Parallel()
	o, err := parse(&status, []byte(`{"detail": {"33": {"cost": 0.09}, "32": 5, "1": {"cost": "x"}, "49": {"a": 1}, "49": {"a": 2}, "0123456789": {}}, "none": [], "null": null, "text": "a", "twice": {}, "twice": {"a": {}}}`), "", redactor{})
	if err != nil {
		t.Fatal(err)
	}
	var costs []string
	members := o.LooseMap("detail")
	for _, name := range []string{"1", "32", "33", "49"} {
		if member := members[name]; member != nil {
			costs = append(costs, fmt.Sprintf("%s: %v", name, member.Decimal("cost")))
		}
	}
	if want := []string{"1: <nil>", "33: 0.09"}; !slices.Equal(costs, want) {
		t.Errorf("got %v, want %v", costs, want)
	}
	for _, name := range []string{"none", "null", "absent", "text", "twice"} {
		if got := o.LooseMap(name); got != nil {
			t.Errorf("%s: got %v", name, got)
		}
	}
	want := []string{
		`"detail" holds "0123456789", which is not a short name`,
		`"detail.32" holds "5", which is not an object`,
		`"detail.49" holds "two values", which is not one object`,
		`"detail.1.cost" holds "x", which is not a number`,
		`"text" holds "\"a\"", which is not an object`,
		`"twice" holds "two values", which is not one object`,
	}
	if got := o.Unread(); !slices.Equal(got, want) {
		t.Errorf("unread is %q,\nwant %q", got, want)
	}
	if err := o.err(); err != nil || o.rejected != "" {
		t.Errorf("it fails the call: %v %s", err, o.rejected)
	}
}
