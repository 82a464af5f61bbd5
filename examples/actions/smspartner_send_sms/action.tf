# Sends after each deployment, and waits until it has arrived.
action "smspartner_send_sms" "deployed" {
  config {
    phone_numbers = ["+33600000001"]
    message       = "The deployment is finished."

    wait = {
      until   = "delivered"
      timeout = "2m"
    }
  }
}

resource "terraform_data" "deployment" {
  input = "42"

  lifecycle {
    action_trigger {
      events  = [after_create, after_update]
      actions = [action.smspartner_send_sms.deployed]
    }
  }
}
