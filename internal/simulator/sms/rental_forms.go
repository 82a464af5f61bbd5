package sms

import "time"

// RentalForms are the forms of contact rental.
type RentalForms struct {
	// RentalOpCapital writes the operation with a capital in the answers, as old pages do.
	RentalOpCapital bool `flag:"rental-op-capital" help:"write the operation of a rental with a capital"`
	// RentalLocalityKeys swaps the two names of a locality: Localite in location/optin, and
	// Location in location/status.
	RentalLocalityKeys bool `flag:"rental-locality-keys" help:"write Location for Localite in location/optin, and the other way round in location/status"`
	// RentalMinAge18 refuses the age 18, as the page of the call has it; its code says
	// greater than 17.
	RentalMinAge18 bool `flag:"rental-min-age-18" help:"refuse the minimum age 18 of a rental"`
	// RentalNeedsLocality refuses criteria without a locality, with code 25.
	RentalNeedsLocality bool `flag:"rental-needs-locality" help:"refuse a rental without departments and zip codes (code 25)"`
	// RentalToken is where the answer of op rent, which is not documented, has the token:
	// "nested" in the object location, "none", or beside success, for which empty stands.
	RentalToken string `flag:"rental-token" value:"place" help:"where the answer to op rent has the token: beside success (default), nested in location, or none"`
	// RentalNoCost leaves localities and cost out of the answer of op rent.
	RentalNoCost bool `flag:"rental-no-cost" help:"leave the cost out of the answer to op rent"`
	// RentalCalculNoCost leaves the cost out of the answer of op calcul, which is not
	// documented.
	RentalCalculNoCost bool `flag:"rental-calcul-no-cost" help:"leave the cost out of the answer to op calcul"`
	// RentalStatus is how location/status writes the status: "number" as in the table of
	// its page, "other" in a sentence that no documentation has, or in words of the table
	// and the sample, for which empty stands.
	RentalStatus string `flag:"rental-status" value:"form" help:"status of a rental as number, in other words than the documented ones (other), or in these (default)"`
	// RentalFile is the form of the file, which is not documented: "csv", "json", or a
	// number in each line, for which empty stands.
	RentalFile string `flag:"rental-file" value:"form" help:"form of a rental's file: a number in each line (default), csv or json"`
	// RentalFileAgain gives the file of a rental more than once, where code 34 suggests
	// that it is given once.
	RentalFileAgain bool `flag:"rental-file-again" help:"give the file of a rental more than once"`
	// RentalGeneration is how long the file of a rental takes to be there.
	RentalGeneration time.Duration `flag:"rental-generation" help:"how long the file of a rental takes to be there"`
}
