package partner

import (
	"strconv"
	"time"
	_ "time/tzdata" // Windows and minimal images have no time zones of their own.
)

// Paris is where the vendor's dates without a zone are read. The vendor states
// no zone; its statistics begin at midnight in Paris, in summer and in winter.
var Paris = mustLoadLocation("Europe/Paris")

func mustLoadLocation(name string) *time.Location {
	location, err := time.LoadLocation(name)
	if err != nil {
		panic(err) // time/tzdata is linked in
	}
	return location
}

var dateForms = []string{
	time.DateTime,
	time.RFC3339Nano,
	"2006-01-02T15:04:05.999999999-0700",
}

// Time reads "2015-02-07 22:39:46" in Paris time, Unix seconds as a number or
// a string, RFC 3339, and a date with its zone as PHP writes an object. The result is in
// Paris time.
func (o *Object) Time(name string) *time.Time {
	values, twice := asValues(o.values[name])
	if values["date"] == nil || o.isTwice(name) {
		return o.date(name, parseDate)
	}
	date := o.nest(values, twice, name+".")
	if _, said := date.scalar("timezone"); !said {
		return date.date("date", parseDate)
	}
	zone := As(date, "timezone", "a time zone", zoneNamed)
	if zone == nil {
		return nil
	}
	return date.date("date", func(text string) (time.Time, bool) { return parseDateIn(text, *zone) })
}

func (o *Object) date(name string, parse func(string) (time.Time, bool)) *time.Time {
	text, ok := o.scalar(name)
	if !ok || noDate[text] {
		return nil
	}
	date, ok := parse(text)
	if !ok {
		o.skip(name, "a date in a form that the vendor documents", text)
		return nil
	}
	return &date
}

// zoneNamed reads the zone of a date as PHP writes it: an offset, an abbreviation or a
// name. In summer, the abbreviation CET stands for another time than the zone of this name.
func zoneNamed(text string) (*time.Location, bool) {
	if offset, err := time.Parse("-07:00", text); err == nil {
		_, seconds := offset.Zone()
		return time.FixedZone(text, seconds), true
	}
	if hours, ok := abbreviations[text]; ok {
		return time.FixedZone(text, hours*int(time.Hour/time.Second)), true
	}
	zone, err := time.LoadLocation(text)
	return zone, err == nil && text != time.Local.String()
}

// abbreviations are those of France and of Greenwich, with their hours from it.
var abbreviations = map[string]int{"CET": 1, "CEST": 2, "UTC": 0, "GMT": 0, "Z": 0}

// noDate holds how the vendor's language and database write an absent date.
var noDate = map[string]bool{"0": true, "false": true, "0000-00-00": true, "0000-00-00 00:00:00": true}

func parseDate(text string) (time.Time, bool) { return parseDateIn(text, Paris) }

// parseDateIn reads a date that is in a zone where it names none.
func parseDateIn(text string, zone *time.Location) (time.Time, bool) {
	date, err := parseSeconds(text)
	for _, form := range dateForms {
		if err == nil {
			break
		}
		date, err = time.ParseInLocation(form, text, zone)
	}
	date = date.In(Paris)
	// RFC 3339 has no form for other years.
	return date, err == nil && date.Year() >= 1 && date.Year() <= 9999
}

func parseSeconds(text string) (time.Time, error) {
	seconds, err := strconv.ParseUint(text, 10, 38) // 38 bits reach the year 10680
	return time.Unix(int64(seconds), 0), err
}
