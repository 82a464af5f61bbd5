# The id is that of the entry, which the data source smspartner_mail_unsubscribes lists, or
# the e-mail address.
import {
  to = smspartner_mail_unsubscribe.customer
  id = "customer@example.com"
}
