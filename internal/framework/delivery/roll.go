package delivery

import (
	"maps"
	"slices"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// Roll holds who must be in a list of recipients. A list that lacks one of them may be old,
// cut off or about another message.
type Roll struct {
	// numbers are the required recipients, in E.164 form, each once; asked indexes them.
	numbers []string
	asked   *phone.Index
	// others are further phones in the lists so far, by their first spelling.
	others *phone.Index
	// most is the highest count of a phone in one list: two messages with a tag can go to
	// one phone.
	most map[string]int
}

// NewRoll makes a roll of zero or more numbers in E.164 form.
func NewRoll(numbers []string) *Roll {
	unique := slices.Clone(numbers)
	slices.Sort(unique)
	unique = slices.Compact(unique)
	return &Roll{numbers: unique, asked: phone.NewIndex(unique...), others: phone.NewIndex(), most: map[string]int{}}
}

// Call makes the deliveries of a list, and adds the missing recipients: those required, and
// those in an earlier list.
func (r *Roll) Call(items []sms.StatusItem) []Delivery {
	deliveries := make([]Delivery, 0, len(items)+len(r.numbers))
	written := make([]string, 0, len(items))
	for _, item := range items {
		name := "a recipient without a number"
		if item.PhoneNumber != nil {
			name = *item.PhoneNumber
			written = append(written, name)
		}
		deliveries = append(deliveries, New(name, item))
	}
	now := r.count(written)
	var absent []string
	for _, number := range r.numbers {
		if now[number] == 0 {
			absent = append(absent, number)
		}
	}
	for _, who := range slices.Sorted(maps.Keys(r.most)) {
		for range r.most[who] - max(now[who], 1) {
			absent = append(absent, who)
		}
		if now[who] == 0 && !slices.Contains(r.numbers, who) {
			absent = append(absent, who)
		}
	}
	for who, times := range now {
		r.most[who] = max(r.most[who], times)
	}
	for _, number := range absent {
		deliveries = append(deliveries, Delivery{Name: number, Number: &number})
	}
	return deliveries
}

// count returns how often each phone is in a list. A national number that fits several
// phones counts for the one that the other rows leave over, or for none: one row proves one
// delivery.
func (r *Roll) count(written []string) map[string]int {
	now := map[string]int{}
	var ambiguous [][]string
	for _, number := range written {
		switch found := r.asked.Find(number); len(found) {
		case 0:
			now[r.other(number)]++
		case 1:
			now[found[0]]++
		default:
			ambiguous = append(ambiguous, found)
		}
	}
	for _, candidates := range ambiguous {
		left := slices.DeleteFunc(candidates, func(number string) bool { return now[number] > 0 })
		if len(left) == 1 {
			now[left[0]]++
		}
	}
	return now
}

// other returns the first spelling of a phone that was not asked for.
func (r *Roll) other(number string) string {
	if found := r.others.Find(number); len(found) > 0 {
		return found[0]
	}
	r.others.Add(number)
	return number
}
