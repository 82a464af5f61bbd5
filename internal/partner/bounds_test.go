package partner

import (
	"runtime"
	"strings"
	"testing"
)

// filled repeats an item as often as it fits into an answer.
func filled(before, item, after string) string {
	return before + strings.Repeat(item, (maxAnswer-len(before)-len(after))/len(item)) + after
}

// TestInterpret_Memory has answers of the greatest length hold as much as
// possible: an engine makes ten reads at once. Before there were bounds, some
// took gigabytes. It runs alone, since the counter is that of the process.
func TestInterpret_Memory(t *testing.T) { //nolint:paralleltest // see above
	const bound = 32 * maxAnswer
	op := status
	op.Data, op.DataKind, op.Layout = "list", List, append(Names("success"), Slot{Name: "list", List: Names("a")})
	for name, body := range map[string]string{ //nolint:paralleltest // see above
		"problems as texts":    filled(`{"success": false, "code": 4, "errors": ["a"`, `,"a"`, `]}`),
		"problems as objects":  filled(`{"success": false, "code": 4, "error": [{"code":4}`, `,{"code":4}`, `]}`),
		"problems of no kind":  filled(`{"success": false, "code": 4, "error": [1`, `,1`, `]}`),
		"a message of numbers": filled(`{"success": false, "code": 4, "message": [1`, `,1`, `]}`),
		"items of no kind":     filled(`{"success": true, "list": [1`, `,1`, `]}`),
		"items that are empty": filled(`{"success": true, "list": [{}`, `,{}`, `]}`),
		"items with errors":    filled(`{"success": true, "list": [{"code":"x"}`, `,{"code":"x"}`, `]}`),
		"values":               filled(`{"success": true, "a": 1`, `, "a": 1`, `}`),
		"values in XML":        filled(`<result><entry>true</entry>`, `<a/>`, `</result>`),
		"items in XML":         filled(`<result><entry>true</entry><entry>`, `<a/>`, `</entry></result>`),
		"problems in XML":      filled(`<result><entry>false</entry><entry>4</entry><entry>`, `<a/>`, `</entry></result>`),
	} {
		t.Run(name, func(t *testing.T) {
			a := &answer{status: 200, body: []byte(body)}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			reply, failed := interpret(&dialect, &op, a, newRedactor(plainKey))
			if failed == nil {
				for _, item := range reply.object.List("list") {
					_ = decodeValues(item)
				}
				failed = reply.verdict(&dialect, &op)
			}
			runtime.ReadMemStats(&after)
			allocated := after.TotalAlloc - before.TotalAlloc
			if failed == nil {
				t.Error("this counts as success")
			}
			if allocated > bound {
				t.Errorf("it took %d MiB, more than %d", allocated>>20, bound>>20)
			}
		})
	}
}
