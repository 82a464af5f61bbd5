package wire

import (
	"crypto/sha1" //nolint:gosec // for the form of tokens and keys only
	"encoding/hex"
)

// Secret makes up a token or key, 40 hexadecimal characters that are the same for the same
// owner, such as "token of rental 1".
func Secret(owner string) string {
	sum := sha1.Sum([]byte(owner)) //nolint:gosec // see the import
	return hex.EncodeToString(sum[:])
}
