# Leave out who has unsubscribed

locals {
  recipients = ["ada@example.com", "Grace@example.com"]
}

# Which of the recipients may not be written to?
data "smspartner_mail_unsubscribes" "recipients" {
  emails = local.recipients
}

output "recipients" {
  value = setsubtract(local.recipients, data.smspartner_mail_unsubscribes.recipients.found)
}
