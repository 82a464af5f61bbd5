# Wait for everybody on call

variable "on_call" {
  type    = set(string)
  default = ["+33600000001", "+33600000002"]
}

# Waits until the alert has reached everybody on call, and reads what it cost.
data "smspartner_message_statuses" "on_call" {
  messages = [for number in var.on_call : { message_id = "1234", phone_number = number }]
  details  = true

  wait = {
    until   = "delivered"
    timeout = "2m"
  }
}

output "alert_cost" {
  value = data.smspartner_message_statuses.on_call.cost
}
