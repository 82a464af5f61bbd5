import {
  to = smspartner_group_contacts.on_call
  identity = {
    group_id = "G125"
  }
}
