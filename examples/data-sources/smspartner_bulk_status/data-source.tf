# Fails the run unless every recipient of the alert got it.
data "smspartner_bulk_status" "alert" {
  message_id = "1111"

  wait = {
    timeout = "2m"
  }

  lifecycle {
    postcondition {
      condition     = self.all_delivered
      error_message = "Only ${self.counts.delivered} of ${self.counts.total} recipients got the alert."
    }
  }
}
