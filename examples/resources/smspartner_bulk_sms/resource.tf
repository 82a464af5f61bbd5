# A text for each number

locals {
  codes = {
    "+33600000001" = "1234"
    "+33600000002" = "5678"
  }
}

# A text of its own for each number, in one request.
resource "smspartner_bulk_sms" "codes" {
  messages = [for number, code in local.codes : {
    phone_number = number
    message      = "Your code is ${code}."
  }]

  # With this, nothing is sent and nothing is charged. Remove it to send.
  sandbox = true
}
