import {
  to = smspartner_stop_number.customer
  identity = {
    id = "19"
  }
}
