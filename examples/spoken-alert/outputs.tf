output "statut" {
  description = "What became of the SMS, in the vendor's word."
  value       = data.smspartner_message_status.alert.statut
}

output "campaign_id" {
  description = "The id of the call. Null if the SMS was delivered."
  value       = one(smspartner_voice_sms.call[*].campaign_id)
}

output "cost" {
  description = "What the call cost, in the currency of the account. Null if the SMS was delivered."
  value       = one(smspartner_voice_sms.call[*].cost)
}
