# Landlines, which get no SMS. The ids are known in an apply only.
resource "terraform_data" "id" {
  input = "1111"
}

data "smspartner_message_status" "landline" {
  message_id   = terraform_data.id.output
  phone_number = "0100000001"
}

resource "smspartner_sms" "landline" {
  phone_numbers = ["0100000001"]
  message       = "Deployed."
}

resource "smspartner_bulk_sms" "codes" {
  messages = [
    { phone_number = "0600000001", message = "1234" },
    { phone_number = "0100000001", message = "5678" },
  ]
}

resource "smspartner_sms" "later" {
  phone_numbers           = ["0600000001"]
  message                 = "See you."
  scheduled_delivery_date = LATER
}
