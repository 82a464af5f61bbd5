package delivery

import (
	"maps"
	"slices"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// Roll holds who must be in a list of recipients. A list that lacks one of them may be old,
// cut off or about another message.
type Roll struct {
	medium Medium
	// required are the recipients who must be there, each once; asked indexes them.
	required []string
	asked    index
	// others are further recipients in the lists so far, by their first spelling.
	others index
	// most is the highest count of a recipient in one list: two messages with a tag can go to
	// one phone.
	most map[string]int
}

// index finds recipients in another spelling.
type index interface {
	Add(recipient string)
	Find(recipient string) []string
}

// NewRoll makes a roll of zero or more numbers in E.164 form.
func NewRoll(numbers []string) *Roll {
	unique := slices.Clone(numbers)
	slices.Sort(unique)
	return newRoll(SMS, slices.Compact(unique), func() index { return phone.NewIndex() })
}

// NewMailRoll makes a roll of zero or more e-mail addresses.
func NewMailRoll(emails []string) *Roll {
	unique := slices.Clone(emails)
	slices.SortFunc(unique, func(a, b string) int { return strings.Compare(partner.FoldEmail(a), partner.FoldEmail(b)) })
	return newRoll(Mail, slices.CompactFunc(unique, partner.SameEmail), func() index { return partner.EmailIndex{} })
}

func newRoll(medium Medium, required []string, newIndex func() index) *Roll {
	r := &Roll{medium: medium, required: required, asked: newIndex(), others: newIndex(), most: map[string]int{}}
	for _, recipient := range required {
		r.asked.Add(recipient)
	}
	return r
}

// Call makes the deliveries of a list of SMS, and completes them.
func (r *Roll) Call(items []sms.StatusItem) []Delivery {
	return r.Complete(OfSMS(items))
}

// Complete adds to a list the missing recipients: those required, and those in an earlier
// list.
func (r *Roll) Complete(deliveries []Delivery) []Delivery {
	var written []string
	for _, d := range deliveries {
		if d.Recipient != nil {
			written = append(written, *d.Recipient)
		}
	}
	now := r.count(written)
	var absent []string
	for _, number := range r.required {
		if now[number] == 0 {
			absent = append(absent, number)
		}
	}
	for _, who := range slices.Sorted(maps.Keys(r.most)) {
		for range r.most[who] - max(now[who], 1) {
			absent = append(absent, who)
		}
		if now[who] == 0 && !slices.Contains(r.required, who) {
			absent = append(absent, who)
		}
	}
	for who, times := range now {
		r.most[who] = max(r.most[who], times)
	}
	for _, number := range absent {
		deliveries = append(deliveries, Delivery{Name: number, Recipient: &number, medium: r.medium})
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
