package sms

import (
	"net/url"
	"strconv"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// rentalCriteria reads the criteria of a rental, or says what is wrong with them.
func (a *Account) rentalCriteria(c *wire.Call) (map[string]string, *wire.Failure) {
	given, isObject := c.Structure("parameters").(map[string]any)
	op := c.Text("op")
	switch {
	case !isObject || len(given) == 0:
		return nil, wire.Refusal(3, "Le paramètre parameters est requis", "The parameters field is required")
	case op == "":
		return nil, wire.Refusal(4, "Le paramètre op est requis", "The op parameter is required")
	case !isNotification(c.Text("urlNotification")):
		return nil, wire.Refusal(5, "Le paramètre urlNotification n'est pas une URL valide", "The urlNotification parameter is not a valid URL")
	case op != "calcul" && op != "price" && op != "rent":
		return nil, wire.Refusal(6, "Cette opération n'est pas autorisé", "This operation is not authorized")
	}
	criteria := map[string]string{}
	for name, value := range given {
		criteria[name] = wire.MemberText(value)
	}
	if failed := a.checkPeople(criteria); failed != nil {
		return nil, failed
	}
	if failed := checkInterests(criteria); failed != nil {
		return nil, failed
	}
	if a.options.Variant.RentalNeedsLocality && len(localitiesOf(criteria)) == 0 {
		return nil, wire.Refusal(25, "Le paramètre Localite est requis", "The Localite parameter is required")
	}
	return criteria, nil
}

func isNotification(address string) bool {
	u, err := url.Parse(address)
	return address == "" || err == nil && u.Host != ""
}

// checkPeople checks sex and ages.
func (a *Account) checkPeople(criteria map[string]string) *wire.Failure {
	youngest := 17
	if a.options.Variant.RentalMinAge18 {
		youngest = 18
	}
	sexe, minAge, maxAge := criteria["sexe"], criteria["minAge"], criteria["maxAge"]
	least, _ := strconv.Atoi(minAge)
	most, err := strconv.Atoi(maxAge)
	switch {
	case sexe == "":
		return wire.Refusal(7, "Le paramètre sexe est requis", "The sex parameter is required")
	case rentalSexes[sexe] == "":
		return wire.Refusal(8, "Le paramètre sexe doit être uniquement m,h or f", "The sex parameter must be only m, h, or f")
	case minAge == "":
		return wire.Refusal(9, "Le paramètre minAge est requis", "The minAge parameter is required")
	case least <= youngest:
		return wire.Refusal(12, "Le paramètre minAge doit être supérieur à 17", "The minAge parameter must be greater than 17")
	case maxAge == "":
		return wire.Refusal(13, "Le paramètre maxAge est requis", "The maxAge parameter is required")
	case err != nil || most >= 99:
		return wire.Refusal(14, "Le paramètre maxAge doit être inférieur à 99", "The maxAge parameter must be less than 99")
	}
	return nil
}

// checkInterests checks the ids of the vendor's lists.
func checkInterests(criteria map[string]string) *wire.Failure {
	_, interest := criteria["interest"]
	_, subInterest := criteria["subInterest"]
	if !interest && !subInterest {
		return wire.Refusal(19, "Les paramètres interest ou subInterest sont requis", "The interest or subInterest parameters are required")
	}
	for _, id := range []struct {
		name              string
		empty, notGreater *wire.Failure
	}{
		{
			"interest",
			wire.Refusal(16, "Le paramètre interest ne peut pas être vide", "The interest parameter cannot be empty"),
			wire.Refusal(15, "Le paramètre interest doit être supérieur à 0", "The interest parameter must be greater than 0"),
		},
		{
			"subInterest",
			wire.Refusal(17, "Le paramètre subInterest ne doit pas être vide", "The subInterest parameter must not be empty"),
			wire.Refusal(18, "Le paramètre subInterest doit être supérieur à 0", "The subInterest parameter must be greater than 0"),
		},
		{
			"category",
			wire.Refusal(22, "Le paramètre category ne doit pas être vide", "The category parameter must not be empty"),
			wire.Refusal(23, "Le paramètre category doit être supérieur à 0", "The category parameter must be greater than 0"),
		},
	} {
		text, given := criteria[id.name]
		number, err := strconv.Atoi(text)
		switch {
		case !given:
		case text == "":
			return id.empty
		case err != nil || number <= 0:
			return id.notGreater
		}
	}
	return nil
}
