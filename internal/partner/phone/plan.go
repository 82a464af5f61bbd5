package phone

import (
	"regexp"
	"slices"
	"strings"

	"github.com/nyaruka/phonenumbers"
)

// france are the regions of the French plan, one for each calling code: a number
// of any of them is dialled in all in the same way, with a 0 before nine digits.
var france = []string{"FR", "GP", "RE", "GF", "MQ", "PM"}

// sharers are the regions in which national numbers of others are dialled like
// their own. Where regions share one calling code, too, the library knows. From
// San Marino the numbers of Italy are dialled so, but not the other way round:
// those of San Marino that are (0549) have Italy's calling code as well.
var sharers = map[string][]string{
	"FR": france, "GP": france, "BL": france, "MF": france, "RE": france, "YT": france, "GF": france, "MQ": france, "PM": france,
	"SM": {"IT"},
}

// minShared is the least number of digits of a number that is dialled across
// calling codes. Shorter ones are local.
const minShared = 9

// overseas are the first digits of numbers that the French plan gave to a region
// overseas. The library counts some of them among those of France itself, too.
var overseas = map[string]string{"262": "RE", "263": "RE", "269": "YT", miquelon: "PM", "590": "GP", "594": "GF", "596": "MQ"}

// miquelon is dialled before the six digits of Saint-Pierre-et-Miquelon, whose
// calling code it is as well.
const miquelon = "508"

// elsewhere returns the number of another region that is dialled like one of this
// region, where first, which this region makes of it, is not in use: 0692 12 34 56
// in FR is a mobile of La Réunion. More than one such number is none.
func elsewhere(digits, region string, first reading) (reading, bool) {
	regions := sharers[region]
	if len(regions) == 0 || len(digits) < minShared {
		return reading{}, false
	}
	if slices.Contains(regions, "FR") {
		if r := fromOverseas(digits); r.rank == inUse {
			return r, true
		}
	}
	if first.rank == inUse {
		return reading{}, false
	}
	var found []reading
	for _, other := range regions {
		r := interpret(digits, other)
		if r.rank == inUse && r.national && !slices.ContainsFunc(found, func(f reading) bool { return f.e164 == r.e164 }) {
			found = append(found, r)
		}
	}
	if len(found) != 1 {
		return reading{}, false
	}
	return found[0], true
}

// fromOverseas reads a number that begins with the digits of a region overseas.
func fromOverseas(digits string) reading {
	number := strings.TrimPrefix(digits, "0")
	if len(number) != minShared {
		return reading{}
	}
	region := overseas[number[:3]]
	if region == "" {
		return reading{}
	}
	return interpret(strings.TrimPrefix(number, miquelon), region)
}

// machines are the ranges for machines, by calling code, that the library does not
// know since nobody calls them: they are longer than the other numbers. These are
// of the plans of France (ARCEP), Spain, Norway (Nkom) and Sweden (PTS).
var machines = map[int32]*regexp.Regexp{
	33: regexp.MustCompile(`^700\d{10}$`),
	34: regexp.MustCompile(`^59\d{11}$`),
	46: regexp.MustCompile(`^71[09]\d{10}$`),
	47: regexp.MustCompile(`^58\d{10}$`),
}

func isMachine(n *phonenumbers.PhoneNumber) bool {
	known := machines[n.GetCountryCode()]
	return known != nil && known.MatchString(phonenumbers.GetNationalSignificantNumber(n))
}
