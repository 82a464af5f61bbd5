# A status for each recipient

# One message to several people: a status each.
locals {
  on_call = {
    alice = "+33600000001"
    bob   = "+33600000002"
  }
}

data "smspartner_message_status" "on_call" {
  for_each = local.on_call

  message_id   = "1234"
  phone_number = each.value
}

output "not_delivered" {
  value = [for name, message in data.smspartner_message_status.on_call : name if !message.delivered]
}
