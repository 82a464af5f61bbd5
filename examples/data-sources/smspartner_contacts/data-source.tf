# List who has opted out

data "smspartner_contact_groups" "incidents" {
  name = "incidents"
}

data "smspartner_contacts" "incidents" {
  group_id = data.smspartner_contact_groups.incidents.groups[0].id
}

# Who has opted out?
output "opted_out" {
  value = [for contact in data.smspartner_contacts.incidents.contacts : contact.phone_number if contact.stop_sms]
}
