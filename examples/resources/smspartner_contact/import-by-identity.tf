import {
  to = smspartner_contact.ada
  identity = {
    id       = "C456"
    group_id = "G123"
  }
}
