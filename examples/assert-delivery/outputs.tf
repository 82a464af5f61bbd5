output "statut" {
  description = "What became of the alert, in the vendor's word."
  value       = data.smspartner_message_status.alert.statut
}

output "cost" {
  description = "What the alert cost, in EUR."
  value       = data.smspartner_message_status.alert.cost
}

output "country_code" {
  description = "The recipient's country."
  value       = data.smspartner_message_status.alert.country_code
}

output "stop_sms" {
  description = "Whether the recipient answered STOP."
  value       = data.smspartner_message_status.alert.stop_sms
}
