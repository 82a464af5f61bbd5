package sms

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// rentalSentences are the words of the table on the status page, and for the last one the
// sentence of its sample.
var rentalSentences = map[RentalStage]string{
	RentalRequested:  "Request made",
	RentalGenerating: "File being generated",
	RentalReady:      "File ready to download",
	RentalFailed:     "Rental failed",
	RentalDownloaded: "File downloaded by user from api",
}

// rentalSexes are the vendor's words, of which the sample has only femme.
var rentalSexes = map[string]string{"m": "mixte", "h": "homme", "f": "femme"}

func (a *Account) rentalStatus(c *wire.Call) (wire.Object, *wire.Failure) {
	r, failed := a.askedRental(c)
	if failed != nil {
		return nil, failed
	}
	v := a.options.Variant
	stage := a.stageOf(r)
	if stage == RentalDownloading {
		stage = RentalReady
	}
	status := wire.Text("status", rentalSentences[stage])
	switch v.RentalStatus {
	case "number":
		status = wire.Integer("status", int(stage))
	case "other":
		status = wire.Text("status", "Etape "+strconv.Itoa(int(stage)))
	}
	key := "Location"
	if v.RentalLocalityKeys {
		key = "Localite"
	}
	rows := []wire.Object{}
	for _, l := range r.Localities {
		kind := "cp"
		if !isZip(l.Name) {
			kind = "dep"
		}
		rows = append(rows, wire.Object{
			wire.Text("Type", kind), wire.Text(key, l.Name),
			wire.Text("VolumeDesired", strconv.Itoa(l.Wanted)), wire.Text("Volume", strconv.Itoa(l.Volume)),
		})
	}
	total := wire.Amount(r.Quantity()) * priceRental
	location := append(rentalEcho(r.Criteria),
		wire.List("details_localisation", rows),
		wire.Nested("cost",
			wire.Integer("quantity", r.Quantity()),
			wire.Text("total", total.Rat().FloatString(3)), wire.Text("cost_unity", priceRental.Rat().FloatString(3)),
		),
	)
	answer := wire.Object{wire.Boolean("success", true), wire.Text("token", r.Token), status, wire.Nested("location", location...)}
	if stage == RentalReady || stage == RentalDownloaded {
		answer = append(answer, wire.Nested("file", wire.Text("phoneNumbers", strconv.Itoa(r.Quantity()))))
	}
	return answer, nil
}

// rentalEcho are the criteria in the order and the types of the sample.
func rentalEcho(criteria map[string]string) []wire.Field {
	fields := []wire.Field{wire.Text("sexe", rentalSexes[criteria["sexe"]])}
	for _, name := range []string{"minAge", "maxAge", "zipcode", "department", "interest", "subInterest", "category"} {
		given := criteria[name]
		number, err := strconv.Atoi(given)
		switch {
		case given == "":
		case err == nil && (name == "minAge" || name == "maxAge" || name == "category"):
			fields = append(fields, wire.Integer(name, number))
		default:
			fields = append(fields, wire.Text(name, given))
		}
	}
	return fields
}

// askedRental is the rental of a token.
func (a *Account) askedRental(c *wire.Call) (*Rental, *wire.Failure) {
	token := c.Text("token")
	if token == "" {
		return nil, wire.Refusal(31, "Le paramètre token est requis", "The token parameter is required")
	}
	r := a.rental(token)
	if r == nil {
		return nil, wire.Refusal(32, "La demande de location est introuvable", "The rental request is not found")
	}
	return r, nil
}

func (a *Account) rentalDownload(c *wire.Call) (wire.Object, *wire.Failure) {
	r, failed := a.askedRental(c)
	if failed != nil {
		return nil, failed
	}
	v := a.options.Variant
	switch stage := a.stageOf(r); {
	case stage == RentalRequested, stage == RentalGenerating:
		return nil, wire.Refusal(33, "Le fichier de location est introuvable", "The rental file is not found")
	case stage == RentalDownloaded && !v.RentalFileAgain:
		return nil, wire.Refusal(34, "Le fichier de location a déjà été utilisé", "The rental file has already been used")
	case stage == RentalDownloading:
		return nil, wire.Refusal(35, "Le fichier de location est en cours de téléchargement", "The rental file is being downloaded")
	case stage == RentalFailed:
		return nil, wire.Refusal(36, "La location du fichier a échoué", "The rental of the file has failed")
	}
	downloaded := RentalDownloaded
	r.Stage = &downloaded
	numbers := r.Numbers()
	switch cmp.Or(v.RentalFile, "text") {
	case "csv":
		return wire.File("text/csv", "phoneNumber\n"+strings.Join(numbers, "\n")+"\n"), nil
	case "json":
		return wire.File("application/json", `{"success": true, "phoneNumbers": ["`+strings.Join(numbers, `", "`)+`"]}`), nil
	default:
		return wire.File("text/plain", strings.Join(numbers, "\n")+"\n"), nil
	}
}
