# terraform query -generate-config-out=groups.tf
list "smspartner_contact_group" "all" {
  provider = smspartner
}
