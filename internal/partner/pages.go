package partner

import (
	"context"
	"fmt"
	"iter"
)

// maxPages ends the reading of a list that does not end by itself.
const maxPages = 10_000

// Pages goes through the items of a list that the vendor gives page by page, from page 1
// on. The list ends with a page that is empty or has no item that is new by its id, since
// neither the size of a page nor what comes after the last one is documented. An error
// of fetch is the last thing that it yields, with no item.
func Pages[T any](ctx context.Context, fetch func(ctx context.Context, page int) ([]T, error), id func(T) string) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		seen := map[string]bool{}
		for page := 1; page <= maxPages; page++ {
			items, err := fetch(ctx, page)
			if err != nil {
				yield(none, err)
				return
			}
			before := len(seen)
			for _, item := range items {
				switch name := id(item); {
				case name == "":
					yield(none, fmt.Errorf("page %d of the list has an item without an id", page))
					return
				case seen[name]:
					continue
				default:
					seen[name] = true
				}
				if !yield(item, nil) {
					return
				}
			}
			if len(seen) == before {
				return
			}
		}
		yield(none, fmt.Errorf("the list has more than %d pages", maxPages))
	}
}
