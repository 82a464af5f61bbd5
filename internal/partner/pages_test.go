package partner

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"testing"
)

var errPage = errors.New("no page")

// fromPages is what Pages yields of some pages, and how many it fetches.
func fromPages(t *testing.T, pages [][]string, stopAt string) (items []string, fetched int, failed error) {
	t.Helper()
	fetch := func(_ context.Context, page int) ([]string, error) {
		fetched++
		if page > len(pages) {
			return nil, errPage
		}
		return pages[page-1], nil
	}
	for item, err := range Pages(t.Context(), fetch, func(item string) string { return item }) {
		if err != nil {
			return items, fetched, err
		}
		items = append(items, item)
		if item == stopAt {
			break
		}
	}
	return items, fetched, nil
}

func TestPages(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		pages   [][]string
		stopAt  string
		want    []string
		fetched int
		failed  error
	}{
		"empty":                    {pages: [][]string{{}}, fetched: 1},
		"ends with an empty page":  {pages: [][]string{{"a", "b"}, {"c"}, {}}, want: []string{"a", "b", "c"}, fetched: 3},
		"ends with the last again": {pages: [][]string{{"a", "b"}, {"c"}, {"c"}}, want: []string{"a", "b", "c"}, fetched: 3},
		"page is ignored":          {pages: [][]string{{"a", "b"}, {"a", "b"}}, want: []string{"a", "b"}, fetched: 2},
		"moved meanwhile":          {pages: [][]string{{"a", "b"}, {"b", "c"}, {}}, want: []string{"a", "b", "c"}, fetched: 3},
		"stopped":                  {pages: [][]string{{"a", "b"}, {"c"}}, stopAt: "b", want: []string{"a", "b"}, fetched: 1},
		"error":                    {pages: [][]string{{"a"}}, want: []string{"a"}, fetched: 2, failed: errPage},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			items, fetched, failed := fromPages(t, test.pages, test.stopAt)
			if !slices.Equal(items, test.want) {
				t.Errorf("items: got %v, want %v", items, test.want)
			}
			expect(t, "pages fetched", fetched, test.fetched)
			expect(t, "error", failed, test.failed)
		})
	}
}

// An item without an id can't be told from another: it must not be left out in silence.
func TestPages_WithoutID(t *testing.T) {
	t.Parallel()
	items, _, failed := fromPages(t, [][]string{{"a", ""}}, "")
	if failed == nil || len(items) != 1 {
		t.Errorf("got %v and %v", items, failed)
	}
}

// A list without an end is an error, not a list.
func TestPages_WithoutEnd(t *testing.T) {
	t.Parallel()
	n := 0
	fetch := func(_ context.Context, page int) ([]int, error) { return []int{page}, nil }
	for item, err := range Pages(t.Context(), fetch, func(page int) string { return strconv.Itoa(page) }) {
		if err != nil {
			expectContains(t, "error", err.Error(), "more than 10000 pages")
			expect(t, "items", n, maxPages)
			expect(t, "item beside the error", item, 0)
			return
		}
		n++
	}
	t.Error("no error")
}
