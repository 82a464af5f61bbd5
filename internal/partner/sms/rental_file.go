package sms

import (
	"context"
	"io"
	"net/http"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// rentalFile changes something, though its method is GET: code 34 and status 5 suggest that
// a file can be downloaded only once.
var rentalFile = partner.Operation{
	Name:   "location/file/download",
	Method: http.MethodGet,
	Path:   "/location/file/download",
	Class:  partner.Write,
	Secret: true, // the request has the token
	Codes: map[string]partner.Meaning{
		"1":  partner.MeaningKeyMissing,
		"31": partner.MeaningRefused,
		"32": partner.MeaningNotFound,
		"33": partner.MeaningRefused,
		"34": partner.MeaningRefused,
		"35": partner.MeaningRefused,
		"36": partner.MeaningRefused,
	},
}

// RentalFile downloads the numbers of a rental to w, in a form that is not documented. It
// returns how many bytes it wrote, also beside an error: they may not come a second time.
// The error is a [*partner.Error], or that of w.
//
// SMS Partner documentation: "Télécharger le fichier" / "Download the file".
func (c *Client) RentalFile(ctx context.Context, token string, w io.Writer) (int64, error) {
	return partner.Download(ctx, c.partner, &rentalFile, partner.Params{"token": token}, w)
}
