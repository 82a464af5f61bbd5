# The id is that of the entry, which the data source smspartner_stop_numbers lists, or the
# phone number.
import {
  to = smspartner_stop_number.customer
  id = "+33600000003"
}
