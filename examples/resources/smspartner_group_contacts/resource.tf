variable "on_call" {
  type        = map(object({ name = string, team = string }))
  description = "Who is on call, by phone number in any form."
  default = {
    "06 00 00 00 01" = { name = "Ada", team = "database" }
    "06 00 00 00 02" = { name = "Grace", team = "network" }
  }
}

resource "smspartner_contact_group" "on_call" {
  name = "on-call-engineers"
}

# The group has these contacts and no others.
resource "smspartner_group_contacts" "on_call" {
  group_id = smspartner_contact_group.on_call.id
  contacts = {
    for number, person in var.on_call : "+33${substr(replace(number, " ", ""), 1, -1)}" => {
      firstname = person.name
      custom1   = person.team
    }
  }
}

# The campaign is sent once, to the group as it is now.
resource "smspartner_sms" "drill" {
  phone_numbers = keys(smspartner_group_contacts.on_call.contacts)
  message       = "Drill tonight at 21:00. Answer OK."

  # With this, nothing is sent and nothing is charged. Remove it to send.
  sandbox = true

  lifecycle {
    precondition {
      condition     = length(smspartner_group_contacts.on_call.refused) == 0
      error_message = "Refused: ${jsonencode(smspartner_group_contacts.on_call.refused)}."
    }
  }
}
