# Find every number on the STOP list (needs Terraform 1.14)

# terraform query -generate-config-out=stops.tf
list "smspartner_stop_number" "all" {
  provider = smspartner
}
