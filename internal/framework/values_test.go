package framework_test

import (
	"math/big"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

func TestDateValue(t *testing.T) {
	t.Parallel()
	winter := time.Date(2015, time.February, 7, 22, 39, 46, 0, partner.Paris)
	summer := winter.AddDate(0, 5, 0)
	for want, date := range map[types.String]*time.Time{
		types.StringNull(): nil,
		types.StringValue("2015-02-07T22:39:46+01:00"): &winter,
		types.StringValue("2015-07-07T22:39:46+02:00"): &summer,
	} {
		if got := framework.DateValue(date); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestAmountValue(t *testing.T) {
	t.Parallel()
	if got := framework.AmountValue(nil); !got.IsNull() {
		t.Errorf("no amount is %s", got)
	}
	amount := partner.SumDecimals([]*big.Float{big.NewFloat(0.25)})
	if got := framework.AmountValue(amount); got.ValueBigFloat().Cmp(amount) != 0 {
		t.Errorf("got %s, want %s", got, amount)
	}
}
