resource "smspartner_stop_number" "first" {
  phone_number = "0600000001"
}

resource "smspartner_stop_number" "second" {
  phone_number = "+33600000002"
}

data "smspartner_stop_numbers" "both" {
  phone_numbers = [smspartner_stop_number.first.phone_number, smspartner_stop_number.second.phone_number, "0600000003"]
}

output "found" {
  value = data.smspartner_stop_numbers.both.found
}
