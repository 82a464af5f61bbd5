package partner

import (
	"fmt"
	"slices"
	"testing"
)

// TestObject_Lenient reads what it can, names the rest, and fails nothing.
func TestObject_Lenient(t *testing.T) {
	t.Parallel()
	o, err := parse(&status, []byte(`{"count": 1.5, "cost": "0,038", "id": 7, "list": [{"cost": "x"}, 5, {"cost": 0.5}]}`), "", redactor{})
	if err != nil {
		t.Fatal(err)
	}
	lenient := o.Lenient()
	id, count, cost := lenient.Int("id"), lenient.Int("count"), lenient.Decimal("cost")
	if id == nil || *id != 7 || count != nil || cost != nil {
		t.Errorf("got %v, %v, %v", id, count, cost)
	}
	var costs []string
	for _, item := range lenient.List("list") {
		costs = append(costs, fmt.Sprint(item.Decimal("cost")))
	}
	if want := []string{"<nil>", "0.5"}; !slices.Equal(costs, want) {
		t.Errorf("got %v, want %v", costs, want)
	}
	want := []string{
		`"count" holds "1.5", which is not a whole number`,
		`"cost" holds "0,038", which is not a number`,
		`"list[1]" holds "5", which is not an object`,
		`"list[0].cost" holds "x", which is not a number`,
	}
	if got := lenient.Unread(); !slices.Equal(got, want) {
		t.Errorf("unread is %q,\nwant %q", got, want)
	}
	if err := o.err(); err != nil {
		t.Errorf("it fails the call: %v", err)
	}
	_ = o.Int("count")
	if o.err() == nil {
		t.Error("what is read strictly no longer fails the call")
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
