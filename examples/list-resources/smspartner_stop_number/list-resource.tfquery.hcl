# terraform query -generate-config-out=stops.tf
list "smspartner_stop_number" "all" {
  provider = smspartner
}
