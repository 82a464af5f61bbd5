output "statut" {
  description = "What became of the SMS, in the vendor's word."
  value       = data.smspartner_message_status.alert.statut
}

output "mail_id" {
  description = "The id of the mail. Null if the SMS was delivered."
  value       = one(smspartner_mail.fallback[*].message_id)
}

output "cost" {
  description = "What the mail cost. Null if the SMS was delivered."
  value       = one(smspartner_mail.fallback[*].cost)
}
