package delivery

import (
	"slices"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// Roll is who must be in a list of recipients. A list that lacks one of them may be
// old, cut off or about something else.
type Roll struct {
	// numbers are those asked for, in E.164 form, each once.
	numbers []string
	// most is how often the lists so far held each number, as the vendor writes it:
	// two messages with a tag can have gone to one phone.
	most map[string]int
}

// NewRoll makes a roll of numbers in E.164 form, which may be none.
func NewRoll(numbers []string) *Roll {
	unique := slices.Clone(numbers)
	slices.Sort(unique)
	return &Roll{numbers: slices.Compact(unique), most: map[string]int{}}
}

// Call makes the deliveries of a list, and adds those who are not in it: who was asked
// for, and who was in a list before.
func (r *Roll) Call(items []sms.StatusItem) []Delivery {
	deliveries := make([]Delivery, 0, len(items)+len(r.numbers))
	now := map[string]int{}
	for _, item := range items {
		name := "a recipient without a number"
		if item.PhoneNumber != nil {
			name = *item.PhoneNumber
			now[name]++
		}
		deliveries = append(deliveries, New(name, item))
	}
	absent := r.absent(now)
	for number, before := range r.most {
		if respelled(number, now, r.most) {
			continue
		}
		for range before - now[number] {
			if !slices.ContainsFunc(absent, func(asked string) bool { return phone.Same(number, asked) }) {
				absent = append(absent, number)
			}
		}
	}
	for number, times := range now {
		r.most[number] = max(r.most[number], times)
	}
	slices.Sort(absent)
	for _, number := range absent {
		deliveries = append(deliveries, Delivery{Name: number, Number: &number})
	}
	return deliveries
}

// respelled reports whether a number that was in a list before is in this one in
// another spelling.
func respelled(number string, now, before map[string]int) bool {
	if now[number] > 0 {
		return false
	}
	for written := range now {
		if before[written] == 0 && phone.Same(written, number) {
			return true
		}
	}
	return false
}

// absent returns the numbers asked for that are not among those of a list.
func (r *Roll) absent(listed map[string]int) []string {
	var absent []string
	for _, number := range r.numbers {
		if listed[number] > 0 { // most are written alike, and comparing takes long
			continue
		}
		found := false
		for written := range listed {
			if found = phone.Same(written, number); found {
				break
			}
		}
		if !found {
			absent = append(absent, number)
		}
	}
	return absent
}
