output "message_id" {
  description = "The id of the report."
  value       = smspartner_mail.report.message_id
}

output "summary" {
  description = "What became of the report."
  value       = data.smspartner_mail_status.report.summary
}

output "sha256" {
  description = "The SHA-256 of the file that was attached."
  value       = one(smspartner_mail.report.attached).sha256
}
