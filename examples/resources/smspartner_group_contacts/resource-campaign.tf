# Send to all contacts of a group (needs Terraform 1.2 or OpenTofu)

variable "on_call" {
  type        = map(string)
  description = "First names of those on call, by phone number in E.164 form."
  default = {
    "+33600000001" = "Ada"
    "+33600000002" = "Grace"
  }
}

resource "smspartner_contact_group" "drill" {
  name = "drill"
}

resource "smspartner_group_contacts" "drill" {
  group_id = smspartner_contact_group.drill.id
  contacts = { for number, name in var.on_call : number => { firstname = name } }
}

# A campaign to all of the group, sent once. A new member of the group makes a new campaign.
resource "smspartner_sms" "drill" {
  phone_numbers = keys(smspartner_group_contacts.drill.contacts)
  message       = "Drill tonight at 21:00. Answer OK."

  # With this, nothing is sent and nothing is charged. Remove it to send.
  sandbox = true

  lifecycle {
    precondition {
      condition     = length(smspartner_group_contacts.drill.refused) == 0
      error_message = "Refused: ${jsonencode(smspartner_group_contacts.drill.refused)}."
    }
  }
}
