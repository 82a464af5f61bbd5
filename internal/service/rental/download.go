package rental

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

const unableToDownload = "Unable to download rental"

// shownToken is from how many characters on a part of a path is taken for the token: a
// shorter one can be there by chance.
const shownToken = 8

// longestPath is as long as Linux takes a path.
const longestPath = 4096

// checkPath makes the rule of the path of a file.
func checkPath(token types.String) validate.Rule {
	return func(value string) error {
		_, name := filepath.Split(value)
		switch secret := token.ValueString(); {
		case value == "":
			return errors.New("the path is empty: name the file to make")
		case len(value) > longestPath:
			return fmt.Errorf("the path has more than %d bytes: write a shorter one", longestPath)
		case strings.ContainsRune(value, 0):
			return errors.New("the path contains a null character, which no file name has: remove it")
		case name == "" || name == "." || name == "..":
			return fmt.Errorf("%s is a folder: add the name of the file to make", shown(value))
		case len(secret) >= shownToken && strings.Contains(value, secret):
			return errors.New("the path contains the token, which messages would show: use another name")
		default:
			return nil
		}
	}
}

// fileFaults explains the refusals of a download.
var fileFaults = diagnostic.Faults{ByCode: map[string]diagnostic.Fault{
	"31": {Attribute: path.Root("token"), Missing: "token of a rental"},
	"32": {
		Attribute: path.Root("token"), What: "SMS Partner knows no rental with this token.",
		Do: "Check the token: it is in the attribute token of smspartner_contact_rental, and belongs to the account that rented.",
	},
	"33": {
		Attribute: path.Root("token"), What: "SMS Partner has no file for this rental.",
		Do: "It may not be made yet: read the status with the data source smspartner_rental_status, which can wait until the file is ready.",
	},
	"34": {
		Attribute: path.Root("token"), What: "The file of this rental has been used already.",
		Do: "SMS Partner seems to give a file once: look for it where it was downloaded before, such as a file with \".partial-\" in its name. " +
			"If nobody downloaded it, ask the support of SMS Partner.",
	},
	"35": {
		Attribute: path.Root("token"), What: "The file of this rental is being downloaded.",
		Do: "If another run downloads it, let that end. Otherwise read the status with the data source smspartner_rental_status before you run again.",
	},
	"36": {
		Attribute: path.Root("token"), What: "The rental failed, so it has no file.",
		Do: "Look in the dashboard whether it was charged, and ask the support of SMS Partner.",
	},
}}

// download has get write the file of a rental to a path, and returns how many bytes it has.
// Nothing that came is lost.
func download(ctx context.Context, to string, overwrite bool, get func(context.Context, io.Writer) (int64, error)) (int64, diag.Diagnostics) {
	d, err := newDestination(to, overwrite)
	if err != nil {
		detail := "Nothing was downloaded, and SMS Partner was not asked: " + err.Error() + "."
		if strings.HasPrefix(to, "~") {
			detail += "\n\nTerraform does not expand ~: use pathexpand()."
		}
		return 0, diag.Diagnostics{diag.NewAttributeErrorDiagnostic(path.Root("path"), unableToDownload, detail)}
	}
	n, err := get(ctx, d)
	_, ofVendor := errors.AsType[*partner.Error](err)
	switch {
	case err == nil:
		if err := d.finish(); err != nil {
			return n, failed("The file came, but it is not at %s: %s.\n\nIt is complete, with %d bytes, in %s: move it yourself. SMS Partner may not give it again.",
				shown(to), err, n, shown(d.partial.Name()))
		}
		return n, nil
	case n > 0:
		return n, failed("%s\n\n%d bytes came. They are kept in %s, since SMS Partner may not give the file again: look whether they are all of it. %s before you run again.",
			happened(err), n, shown(d.keep()), readStatus)
	}
	var diags diag.Diagnostics
	if ofVendor {
		_, _, diags = once.Run(ctx, once.Write{Verb: once.Download, Object: "rental", Faults: fileFaults},
			func(context.Context) (struct{}, error) { return struct{}{}, err },
			func(context.Context, *partner.Error) (once.Trace[struct{}], error) {
				return once.Trace[struct{}]{Saw: "Nothing of the file came, and SMS Partner may give it only once.", Look: readStatus}, nil
			})
	} else {
		diags = failed("%s\n\nNothing of the file is kept, and SMS Partner may give it only once. %s before you run again.", happened(err), readStatus)
	}
	if err := d.drop(); err != nil {
		diags.AddWarning("Unable to remove partial file", "Nothing was downloaded, but an empty file is left: "+err.Error()+". Remove it yourself.")
	}
	return 0, diags
}

const readStatus = "Read the status with the data source smspartner_rental_status, which tells whether the file counts as downloaded,"

func failed(format string, args ...any) diag.Diagnostics {
	return diag.Diagnostics{diag.NewErrorDiagnostic(unableToDownload, fmt.Sprintf(format, args...))}
}

// happened says why a download failed.
func happened(err error) string {
	if _, ok := errors.AsType[*partner.Error](err); !ok {
		return "The file can't be written: " + err.Error() + "."
	}
	return diagnostic.Happened(err, fileFaults)
}
