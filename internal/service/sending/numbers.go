package sending

import (
	"slices"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
)

// absent returns the numbers, in E.164 form, that the vendor did not write. One number of
// the vendor's matches at most one of these.
func absent(numbers, written []string) []string {
	left := make(map[string]int, len(written))
	for _, number := range written {
		left[number]++
	}
	// Most are written alike, so few are left to compare by meaning.
	numbers = slices.DeleteFunc(slices.Clone(numbers), func(number string) bool {
		left[number]--
		return left[number] >= 0
	})
	var others []string
	for _, number := range written {
		if left[number]--; left[number] >= 0 {
			others = append(others, number)
		}
	}
	return slices.DeleteFunc(numbers, func(number string) bool {
		i := slices.IndexFunc(others, func(other string) bool { return phone.Same(other, number) })
		if i >= 0 {
			others = slices.Delete(others, i, i+1)
		}
		return i >= 0
	})
}
