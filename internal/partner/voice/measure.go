package voice

import (
	"math/big"
	"regexp"
	"strings"
)

// units are those of sizes, in bytes. "Ko" is a thousand bytes by definition, and so are the
// English spellings; the documentation does not say how the vendor counts.
var units = map[string]int64{
	"": 1, "o": 1, "b": 1, "octet": 1, "octets": 1, "byte": 1, "bytes": 1,
	"k": 1e3, "ko": 1e3, "kb": 1e3, "kio": 1 << 10, "kib": 1 << 10,
	"m": 1e6, "mo": 1e6, "mb": 1e6, "mio": 1 << 20, "mib": 1 << 20,
	"g": 1e9, "go": 1e9, "gb": 1e9, "gio": 1 << 30, "gib": 1 << 30,
}

var (
	sizeForm  = regexp.MustCompile(`^([0-9]{1,18}(?:[.,][0-9]{1,18})?) *([A-Za-z]*)$`)
	clockForm = regexp.MustCompile(`^(?:([0-9]{1,6}):)?([0-9]{1,6}):([0-9]{1,6})$`)
)

// readSize reads a size such as 98.1Ko, 1,2 Mo or 512, and rounds it to a byte.
func readSize(text string) (int64, bool) {
	parts := sizeForm.FindStringSubmatch(text)
	if parts == nil {
		return 0, false
	}
	unit, known := units[strings.ToLower(parts[2])]
	size, fits := round(parts[1], unit)
	return size, known && fits
}

// readSeconds reads a duration such as 0:08, 1:02:03 or 8, and rounds it to a second. Any part
// of it can be more than 59.
func readSeconds(text string) (int64, bool) {
	if parts := clockForm.FindStringSubmatch(text); parts != nil {
		var total int64
		for _, part := range parts[1:] {
			n, _ := round("0"+part, 1) // there are no hours as a rule
			total = total*60 + n
		}
		return total, true
	}
	parts := sizeForm.FindStringSubmatch(text)
	if parts == nil || parts[2] != "" && parts[2] != "s" {
		return 0, false
	}
	return round(parts[1], 1)
}

// round returns so many units, whose number can have a point or a comma. Halves go up.
func round(digits string, unit int64) (int64, bool) {
	n, ok := new(big.Rat).SetString(strings.Replace(digits, ",", ".", 1))
	if !ok {
		return 0, false
	}
	n.Mul(n, big.NewRat(unit, 1)).Add(n, big.NewRat(1, 2))
	whole := new(big.Int).Quo(n.Num(), n.Denom())
	return whole.Int64(), whole.IsInt64()
}
