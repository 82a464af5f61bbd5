# Wait for the delivery

# Asks every 5 seconds until the SMS is delivered, for 2 minutes at most. The
# run fails if it is not.
data "smspartner_message_status" "code" {
  message_id   = "1111"
  phone_number = "+33600000000"

  wait = {
    until    = "delivered"
    timeout  = "2m"
    interval = "5s"
  }
}
