# Ask whether a contact has opted out

data "smspartner_contact" "ada" {
  id = "C456"
}

output "opted_out" {
  value = data.smspartner_contact.ada.stop_sms
}
