package sms

import (
	"context"
	"math/big"
	"net/http"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

var statistics = partner.Operation{
	Name:     "statistics/cost-resume",
	Method:   http.MethodGet,
	Path:     "/statistics/cost-resume",
	Class:    partner.Read,
	Codes:    map[string]partner.Meaning{"1": partner.MeaningKeyMissing},
	Data:     "datas",
	DataKind: partner.List,
	Rate:     &partner.Rate{Count: 5, Per: time.Minute},
}

// Interval is the span of statistics.
type Interval string

// The intervals that the vendor documents.
const (
	LastMonth        Interval = "last_month"
	LastTwelveMonths Interval = "last_twelve_months"
	Custom           Interval = "custom"
)

// Period is one line of the statistics. What the vendor did not say is nil.
type Period struct {
	// Type is "month"; other values are not documented.
	Type  *string
	Year  *int64
	Month *int64
	// Date is the start of the period, in Paris time.
	Date   *time.Time
	Cost   *big.Float
	NbSend *int64
}

// Statistics are the lines of an interval.
type Statistics struct {
	Periods []Period
	// Unread says which values could not be read, and why.
	Unread []string
}

// Statistics asks what was sent and what it cost. from and to are the first and
// the last day of a Custom interval, and ignored otherwise. The vendor allows
// five requests a minute.
//
// SMS Partner documentation: "Statistique des envois" / "Sending statistics".
func (c *Client) Statistics(ctx context.Context, interval Interval, from, to time.Time) (*Statistics, error) {
	params := partner.Params{"interval": interval}
	if interval == Custom {
		const day = "02-01-2006"
		params["from"], params["to"] = from.Format(day), to.Format(day)
	}
	return partner.Do(ctx, c.partner, &statistics, params, func(o *partner.Object) *Statistics {
		list := o.List("datas")
		periods := make([]Period, 0, len(list))
		for _, entry := range list {
			periods = append(periods, Period{
				Type:   entry.Text("type"),
				Year:   entry.Int("year"),
				Month:  entry.Int("m"),
				Date:   entry.Time("date"),
				Cost:   entry.Decimal("cost"),
				NbSend: entry.Int("nb_send"),
			})
		}
		return &Statistics{periods, o.Unread()}
	})
}
