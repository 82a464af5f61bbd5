resource "smspartner_contact_group" "on_call" {
  name = "on-call"
}

resource "smspartner_contact" "ada" {
  group_id     = smspartner_contact_group.on_call.id
  phone_number = "+33600000001"
  firstname    = "Ada"
  custom1      = "database"
}
