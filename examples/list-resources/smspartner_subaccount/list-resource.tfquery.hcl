# Find every sub-account (needs Terraform 1.14)

# terraform query -generate-config-out=subaccounts.tf
list "smspartner_subaccount" "all" {
  provider = smspartner
}
