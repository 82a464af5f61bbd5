# Find every unsubscribed address (needs Terraform 1.14)

# terraform query -generate-config-out=unsubscribes.tf
list "smspartner_mail_unsubscribe" "all" {
  provider = smspartner
}
