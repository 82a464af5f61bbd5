# Send an SMS after each deployment, and wait for its delivery (needs Terraform 1.14)

action "smspartner_send_sms" "deployed" {
  config {
    phone_numbers = ["+33600000001"]
    message       = "The deployment is finished."
    # To try this out, take the # away: then nothing is sent, charged or delivered.
    # sandbox = true

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
