import {
  to = smspartner_subaccount.customer
  identity = {
    email = "7000001@smspartner.fr"
  }
}
