# The token, the e-mail address or the id. The data source smspartner_subaccounts lists all three.
import {
  to = smspartner_subaccount.customer
  id = "7000001@smspartner.fr"
}
