import {
  to = smspartner_contact_group.customers
  identity = {
    id = "G123"
  }
}
