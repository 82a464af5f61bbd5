package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/ProtonMail/go-crypto/openpgp"
	"github.com/ProtonMail/go-crypto/openpgp/packet"
)

// taken are the algorithms of the keys that the Registry takes.
var taken = []packet.PublicKeyAlgorithm{packet.PubKeyAlgoRSA, packet.PubKeyAlgoRSASignOnly, packet.PubKeyAlgoDSA}

// checkSignature verifies a signature as `terraform init` does, with the same library and
// its defaults. The key may be armored, as the registries show it, or not.
func checkSignature(sums []byte, path string, key []byte) error {
	keys, err := openpgp.ReadArmoredKeyRing(bytes.NewReader(key))
	if err != nil {
		keys, err = openpgp.ReadKeyRing(bytes.NewReader(key))
	}
	if err != nil {
		return fmt.Errorf("the public key can't be read: %w", err)
	}
	signature, err := os.ReadFile(path) //nolint:gosec // a file of the release
	if err != nil {
		return err
	}
	if bytes.HasPrefix(signature, []byte("-----BEGIN")) {
		return errors.New("the signature is armored, and the Registry takes a binary one: leave out --armor")
	}
	made, signer, err := openpgp.VerifyDetachedSignature(keys, bytes.NewReader(sums), bytes.NewReader(signature), nil)
	if err != nil {
		return fmt.Errorf("the signature of SHA256SUMS is wrong: %w", err)
	}
	// A key can have subkeys of other algorithms, and one of them can have signed.
	if !slices.Contains(taken, signer.PrimaryKey.PubKeyAlgo) || !slices.Contains(taken, made.PubKeyAlgo) {
		return fmt.Errorf("the key %s, or the subkey %X that signed, is neither RSA nor DSA: the Registry takes no other", signer.PrimaryKey.KeyIdString(), *made.IssuerKeyId)
	}
	return nil
}
