# The token, the e-mail address or the id. The data source smspartner_mail_subaccounts lists all three.
import {
  to = smspartner_mail_subaccount.customer
  id = "7000001@mailpartner.fr"
}
