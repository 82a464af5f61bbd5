package delivery

import (
	"maps"
	"slices"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// Roll is who must be in a list of recipients. A list that lacks one of them may be
// old, cut off or about something else.
type Roll struct {
	// numbers are those asked for, in E.164 form, each once, and asked is their index.
	numbers []string
	asked   *phone.Index
	// others are further phones that the lists so far held, by their first spelling.
	others *phone.Index
	// most is how often one list held a phone: two messages with a tag can have gone to
	// one.
	most map[string]int
}

// NewRoll makes a roll of numbers in E.164 form, which may be none.
func NewRoll(numbers []string) *Roll {
	unique := slices.Clone(numbers)
	slices.Sort(unique)
	unique = slices.Compact(unique)
	return &Roll{numbers: unique, asked: phone.NewIndex(unique...), others: phone.NewIndex(), most: map[string]int{}}
}

// Call makes the deliveries of a list, and adds those who are not in it: who was asked
// for, and who was in a list before.
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

// count tells how often each phone is in a list. A national number that can be that of
// several is the one whom the rest of the list leaves, or nobody's: one row proves one
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
