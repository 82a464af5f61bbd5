# Many messages in one read

# Any number of messages, 500 in a request.
data "smspartner_message_statuses" "alerts" {
  messages = [
    { message_id = "1234", phone_number = "+33600000001" },
    { message_id = "1234", phone_number = "+33600000002" },
    { message_id = "1111", phone_number = "+33600000000" },
  ]
}

output "alerts" {
  value = data.smspartner_message_statuses.alerts.summary
}
