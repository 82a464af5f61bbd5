package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ProtonMail/go-crypto/openpgp"
	"github.com/ProtonMail/go-crypto/openpgp/packet"
)

// A release is refused for each kind of damage, and for no other reason: the rest of it
// is summed and signed again where the damage is not about the sums or the signature.
func TestCheck(t *testing.T) {
	t.Parallel()
	rsa := newSigner(t, &packet.Config{Algorithm: packet.PubKeyAlgoRSA, RSABits: 2048})
	stranger := newSigner(t, &packet.Config{Algorithm: packet.PubKeyAlgoRSA, RSABits: 2048})
	elliptic := newSigner(t, &packet.Config{Algorithm: packet.PubKeyAlgoEdDSA})
	// Both sign with their subkeys.
	subkey := withSubkey(t, &packet.Config{Algorithm: packet.PubKeyAlgoRSA, RSABits: 2048}, packet.PubKeyAlgoEdDSA)
	primary := withSubkey(t, &packet.Config{Algorithm: packet.PubKeyAlgoEdDSA}, packet.PubKeyAlgoRSA)

	for name, test := range map[string]struct {
		damage func(*testing.T, release)
		signer *openpgp.Entity // instead of rsa
		key    *openpgp.Entity // instead of the signer's
		want   string          // in the error; "" where there is none
	}{
		"whole": {},
		"no checksums": {
			damage: func(t *testing.T, r release) { remove(t, r.sums()) },
			want:   "has 0 files *SHA256SUMS",
		},
		"a version without a patch": {
			damage: func(t *testing.T, r release) {
				write(t, filepath.Join(r.dist, project+"_0.1_SHA256SUMS"), read(t, r.sums()))
				remove(t, r.sums())
			},
			want: "is not named " + project + "_X.Y.Z_SHA256SUMS",
		},
		"two versions": {
			damage: func(t *testing.T, r release) {
				write(t, filepath.Join(r.dist, project+"_0.2.0_SHA256SUMS"), read(t, r.sums()))
			},
			want: "has 2 files *SHA256SUMS",
		},
		"no zip": {
			damage: func(t *testing.T, r release) {
				remove(t, filepath.Join(r.dist, linux))
				remove(t, filepath.Join(r.dist, windows))
				r.sum(t)
			},
			want: "has no zip",
		},
		"a zip that is listed and gone": {
			damage: func(t *testing.T, r release) { remove(t, filepath.Join(r.dist, linux)) },
			want:   "SHA256SUMS lists " + linux + ", which is neither the manifest nor a zip that is there",
		},
		"a zip that is not listed": {
			damage: func(t *testing.T, r release) {
				r.zip(t, project+"_"+version+"_freebsd_arm.zip", project+"_v"+version, 0o755)
			},
			want: "SHA256SUMS lacks " + project + "_" + version + "_freebsd_arm.zip",
		},
		"a manifest that is not listed": {
			damage: func(t *testing.T, r release) {
				r.list(t, func(sums string) string {
					return strings.Replace(sums, line(t, r.manifest, project+"_"+version+"_manifest.json"), "", 1)
				})
			},
			want: "SHA256SUMS lacks " + project + "_" + version + "_manifest.json",
		},
		"an SBOM that is listed": {
			damage: func(t *testing.T, r release) {
				sbom := filepath.Join(r.dist, linux+".sbom.json")
				write(t, sbom, []byte("{}"))
				r.list(t, func(sums string) string { return sums + line(t, sbom, linux+".sbom.json") })
			},
			want: linux + ".sbom.json, which is neither the manifest nor a zip",
		},
		"a file that is listed twice": {
			damage: func(t *testing.T, r release) {
				r.list(t, func(sums string) string { return sums + line(t, r.manifest, linux) })
			},
			want: "SHA256SUMS lists " + linux + " twice",
		},
		"a line of another form": {
			damage: func(t *testing.T, r release) {
				r.list(t, func(sums string) string { return strings.Replace(sums, "  ", " *", 1) })
			},
			want: "which is not a checksum, two spaces and a name",
		},
		"a zip that was changed": {
			damage: func(t *testing.T, r release) { r.zip(t, linux, project+"_v"+version, 0o700) },
			want:   " for " + linux + ", whose checksum is ",
		},
		"a manifest that was changed": {
			damage: func(t *testing.T, r release) { write(t, r.manifest, []byte(manifest+"\n")) },
			want:   " for " + project + "_" + version + "_manifest.json, whose checksum is ",
		},
		"no signature": {
			damage: func(t *testing.T, r release) { remove(t, r.sums()+".sig") },
			want:   "no such file",
		},
		"checksums that were changed after the signature": {
			damage: func(t *testing.T, r release) {
				old := read(t, r.sums()+".sig")
				r.zip(t, linux, project+"_v"+version, 0o700)
				r.sum(t)
				write(t, r.sums()+".sig", old)
			},
			want: "the signature of SHA256SUMS is wrong",
		},
		"an armored signature": {
			damage: func(t *testing.T, r release) {
				var signature bytes.Buffer
				if err := openpgp.ArmoredDetachSign(&signature, rsa, bytes.NewReader(read(t, r.sums())), nil); err != nil {
					t.Fatal(err)
				}
				write(t, r.sums()+".sig", signature.Bytes())
			},
			want: "the signature is armored",
		},
		"a cut signature": {
			damage: func(t *testing.T, r release) {
				if err := os.Truncate(r.sums()+".sig", 40); err != nil {
					t.Fatal(err)
				}
			},
			want: "the signature of SHA256SUMS is wrong",
		},
		"the key of another":               {key: stranger, want: "the signature of SHA256SUMS is wrong"},
		"an elliptic key":                  {signer: elliptic, want: "is neither RSA nor DSA"},
		"an elliptic subkey":               {signer: subkey, want: "is neither RSA nor DSA"},
		"an RSA subkey of an elliptic key": {signer: primary, want: "is neither RSA nor DSA"},
		"a manifest with a trailing comma": {
			damage: func(t *testing.T, r release) { r.describe(t, strings.Replace(manifest, "}}", "},}", 1)) },
			want:   "the manifest is not JSON",
		},
		"a manifest of version 2": {
			damage: func(t *testing.T, r release) { r.describe(t, strings.Replace(manifest, "1,", "2,", 1)) },
			want:   "the manifest has version 2",
		},
		"a manifest without a protocol": {
			damage: func(t *testing.T, r release) { r.describe(t, `{"version": 1}`) },
			want:   "the manifest has the protocols []",
		},
		"a manifest of protocol 5": {
			damage: func(t *testing.T, r release) { r.describe(t, strings.Replace(manifest, "6.0", "5.0", 1)) },
			want:   `the manifest has the protocols ["5.0"]`,
		},
		"a zip of another version": {
			damage: func(t *testing.T, r release) {
				r.zip(t, project+"_0.0.9_freebsd_arm.zip", project+"_v"+version, 0o755)
				r.sum(t)
			},
			want: project + "_0.0.9_freebsd_arm.zip is not named",
		},
		"a zip with the variant of a platform": {
			damage: func(t *testing.T, r release) {
				r.zip(t, project+"_"+version+"_linux_arm_6.zip", project+"_v"+version, 0o755)
				r.sum(t)
			},
			want: project + "_" + version + "_linux_arm_6.zip is not named",
		},
		"an executable without the v": {
			damage: func(t *testing.T, r release) { r.zip(t, linux, project+"_"+version, 0o755); r.sum(t) },
			want:   linux + " has no file " + project + "_v" + version,
		},
		"an executable in a folder": {
			damage: func(t *testing.T, r release) { r.zip(t, linux, "bin/"+project+"_v"+version, 0o755); r.sum(t) },
			want:   linux + " has no file " + project + "_v" + version,
		},
		"an executable of Windows without .exe": {
			damage: func(t *testing.T, r release) { r.zip(t, windows, project+"_v"+version, 0o755); r.sum(t) },
			want:   windows + " has no file " + project + "_v" + version + ".exe",
		},
		"a file that can't be executed": {
			damage: func(t *testing.T, r release) { r.zip(t, linux, project+"_v"+version, 0o644); r.sum(t) },
			want:   "can't be executed: it has the mode -rw-r--r--",
		},
		"a zip that is none": {
			damage: func(t *testing.T, r release) { write(t, filepath.Join(r.dist, linux), []byte("zip")); r.sum(t) },
			want:   "not a valid zip file",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			signer := rsa
			if test.signer != nil {
				signer = test.signer
			}
			r := newRelease(t, signer)
			if test.damage != nil {
				test.damage(t, r)
			}
			if test.key != nil {
				signer = test.key
			}
			checked, err := check(r.dist, r.manifest, public(t, signer))
			switch {
			case test.want == "" && err != nil:
				t.Errorf("got the error %v", err)
			case test.want == "" && !strings.HasPrefix(checked, "0.1.0: 2 zips"):
				t.Errorf("got %q", checked)
			case test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)):
				t.Errorf("got the error %v, want %q in it", err, test.want)
			case test.want != "" && strings.Count(err.Error(), "\n") > 1:
				t.Errorf("got more than the damage:\n%v", err)
			}
		})
	}
}

// withSubkey makes a key that signs with a subkey of another algorithm.
func withSubkey(t *testing.T, config *packet.Config, algorithm packet.PublicKeyAlgorithm) *openpgp.Entity {
	t.Helper()
	signer := newSigner(t, config)
	if err := signer.AddSigningSubkey(&packet.Config{Algorithm: algorithm, RSABits: 2048}); err != nil {
		t.Fatal(err)
	}
	return signer
}

// describe changes the manifest, and sums again.
func (r release) describe(t *testing.T, content string) {
	t.Helper()
	write(t, r.manifest, []byte(content))
	r.sum(t)
}
