package diagnostic

import (
	"fmt"
	"slices"
	"strings"
)

// mostNamed keeps a diagnostic short.
const mostNamed = 5

// Few joins texts for a diagnostic. It names the first ones of many and counts the rest.
func Few(texts []string, separator string) string {
	if more := len(texts) - mostNamed; more > 0 {
		texts = append(slices.Clone(texts[:mostNamed]), fmt.Sprintf("and %d more", more))
	}
	return strings.Join(texts, separator)
}
