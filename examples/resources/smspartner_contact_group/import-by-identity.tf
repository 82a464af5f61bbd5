import {
  to = smspartner_contact_group.incidents
  identity = {
    id = "G123"
  }
}
