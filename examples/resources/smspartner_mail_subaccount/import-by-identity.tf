import {
  to = smspartner_mail_subaccount.customer
  identity = {
    email = "7000001@mailpartner.fr"
  }
}
