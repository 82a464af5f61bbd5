# Read the status as it is now

data "smspartner_message_status" "alert" {
  message_id   = "1111"
  phone_number = "06 00 00 00 00"
}

output "statut" {
  value = data.smspartner_message_status.alert.statut
}
