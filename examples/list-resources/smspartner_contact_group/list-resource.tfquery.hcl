# Find every group (needs Terraform 1.14)

# terraform query -generate-config-out=groups.tf
list "smspartner_contact_group" "all" {
  provider = smspartner
}
