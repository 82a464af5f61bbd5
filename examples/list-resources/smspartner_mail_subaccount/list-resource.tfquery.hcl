# Find every sub-account (needs Terraform 1.14)

# terraform query -generate-config-out=mail-subaccounts.tf
list "smspartner_mail_subaccount" "all" {
  provider = smspartner
}
