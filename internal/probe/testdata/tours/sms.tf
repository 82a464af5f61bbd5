data "smspartner_credits" "account" {}

data "smspartner_number_lookup" "numbers" {
  phone_numbers = ["0600000001", "+33600000002"]
}

data "smspartner_statistics" "last_month" {
  interval = "last_month"
}

resource "smspartner_sms" "tested" {
  phone_numbers = ["0600000001"]
  message       = "A test."
  sandbox       = true
}

resource "smspartner_sms" "sent" {
  phone_numbers = ["0600000001", "0600000002"]
  message       = "Deployed."
  tag           = "tour"
}

resource "smspartner_sms" "later" {
  phone_numbers           = ["0600000003"]
  message                 = "See you."
  scheduled_delivery_date = LATER
}

resource "smspartner_bulk_sms" "codes" {
  messages = [
    { phone_number = "0600000001", message = "1234" },
    { phone_number = "0600000002", message = "5678" },
  ]
}

data "smspartner_message_status" "sent" {
  message_id   = smspartner_sms.sent.message_id
  phone_number = "0600000001"
  wait         = { interval = "1s" }
}

data "smspartner_message_statuses" "codes" {
  messages = [for one in smspartner_bulk_sms.codes.messages : { message_id = smspartner_bulk_sms.codes.message_id, phone_number = one.phone_number }]
  wait     = { interval = "1s" }
}

data "smspartner_bulk_status" "sent" {
  message_id    = smspartner_sms.sent.message_id
  phone_numbers = ["0600000001", "0600000002"]
  wait          = { interval = "1s" }
}

data "smspartner_tag_status" "sent" {
  tag           = smspartner_sms.sent.tag
  phone_numbers = ["0600000001", "0600000002"]
  wait          = { interval = "1s", timeout = "5s" }
}

output "verdicts" {
  value = {
    dry   = smspartner_sms.tested.outcome
    one   = data.smspartner_message_status.sent.delivered
    each  = data.smspartner_message_statuses.codes.all_delivered
    whole = data.smspartner_bulk_status.sent.all_delivered
    tag   = data.smspartner_tag_status.sent.all_delivered
    valid = data.smspartner_number_lookup.numbers.all_valid
  }
}
