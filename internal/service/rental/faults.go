package rental

import (
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
)

// criteriaFaults explains the refusals of the call that counts, tells a price and rents.
var criteriaFaults = diagnostic.Faults{
	ByCode: map[string]diagnostic.Fault{
		"3": {Missing: "criteria"},
		"4": {Missing: "operation"},
		"5": {
			What: "SMS Partner does not take the address to notify.",
			Do:   "The provider sends none. Report it as a bug of the provider.",
		},
		"6": {
			What: "SMS Partner does not allow this operation.",
			Do:   "Ask the support of SMS Partner whether this account may rent contacts.",
		},
		"7":  {Attribute: path.Root("sexe"), Missing: "sex"},
		"8":  {Attribute: path.Root("sexe"), What: "SMS Partner does not know this value.", Do: "Write m, h or f."},
		"9":  {Attribute: path.Root("min_age"), Missing: "minimum age"},
		"11": {What: "The credit of the account does not pay for this rental.", Do: "Buy credit in the dashboard, or ask for fewer contacts."},
		"12": {
			Attribute: path.Root("min_age"), What: "The minimum age is too low for SMS Partner.",
			Do: "Write a higher age: the documentation says more than 17 in one place, and more than 18 in another.",
		},
		"13": {Attribute: path.Root("max_age"), Missing: "maximum age"},
		"14": {Attribute: path.Root("max_age"), What: "The maximum age is too high for SMS Partner.", Do: "Write an age below 99."},
		"15": unknownID("interest"),
		"16": unknownID("interest"),
		"17": unknownID("sub_interest"),
		"18": unknownID("sub_interest"),
		"19": {Attribute: path.Root("interest"), Missing: "interest"},
		"22": unknownID("category"),
		"23": unknownID("category"),
		"24": noLocality,
		"25": noLocality,
		"26": {
			Attribute: path.Root("volumes"), What: "SMS Partner misses the volume of a place.",
			Do: "Write in volumes how many contacts you want of each zip code or department.",
		},
		"27": tooMany,
		"28": tooMany,
		"31": aboutFile,
		"32": aboutFile,
		"33": aboutFile,
		"34": aboutFile,
		"35": aboutFile,
		"36": aboutFile,
		"61": {
			What: "SMS Partner finds nobody for these criteria, or finds them invalid.",
			Do:   "Check the ids and places, and widen the criteria.",
		},
	},
}

func unknownID(argument string) diagnostic.Fault {
	return diagnostic.Fault{
		Attribute: path.Root(argument), What: "SMS Partner does not take this id.",
		Do: "Write an id from the page of categories in the vendor's documentation.",
	}
}

var (
	noLocality = diagnostic.Fault{
		Attribute: path.Root("zipcodes"), What: "SMS Partner misses a place.",
		Do: "Write zipcodes or departments. The documentation does not say when they are required.",
	}
	tooMany = diagnostic.Fault{
		Attribute: path.Root("volumes"), What: "More contacts are wanted than there are.",
		Do: "Write lower numbers: without volumes, the data source smspartner_rental_estimate tells how many there are.",
	}
	aboutFile = diagnostic.Fault{
		What: "SMS Partner answers about the file of a rental, which this call does not ask for.",
		Do:   "Go by the words above, and look at the rentals in the dashboard.",
	}
)

// statusFaults explains the refusals of the call that reads a rental.
var statusFaults = diagnostic.Faults{
	ByCode: map[string]diagnostic.Fault{
		"31": {Attribute: path.Root("token"), Missing: "token"},
		"32": {
			Attribute: path.Root("token"), What: "SMS Partner knows no rental with this token.",
			Do: "Check that the token is that of the rental, and that the API key belongs to the account that rented.",
		},
	},
	Parameters: map[string]path.Path{"token": path.Root("token")},
}
