# Find the contacts of a group (needs Terraform 1.14)

# terraform query -generate-config-out=contacts.tf
list "smspartner_contact" "incidents" {
  provider = smspartner

  config {
    group_id = "G123"
  }
}
