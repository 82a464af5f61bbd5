import {
  to = smspartner_mail_unsubscribe.customer
  identity = {
    id = "19"
  }
}
