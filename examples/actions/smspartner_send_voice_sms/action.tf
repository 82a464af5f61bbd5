# Call after each deployment (needs Terraform 1.14)

action "smspartner_send_voice_sms" "deployed" {
  config {
    phone_numbers = ["+33600000001"]
    text          = "The deployment is finished"
    lang          = "en"
  }
}

# Calls after the resource is created, and each time it is updated.
resource "terraform_data" "deployment" {
  input = "1.4.2"

  lifecycle {
    action_trigger {
      events  = [after_create, after_update]
      actions = [action.smspartner_send_voice_sms.deployed]
    }
  }
}
