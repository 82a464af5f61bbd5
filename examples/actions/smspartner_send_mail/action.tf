# Send a mail after each deployment (needs Terraform 1.14)

action "smspartner_send_mail" "deployed" {
  config {
    subject      = "The deployment is finished"
    html_content = "<p>The deployment is finished.</p>"
    to           = [{ email = "ada@example.com", name = "Ada" }]
    # With this, nothing is sent and nothing is charged. Remove it to send.
    sandbox = true
  }
}

# Sends after the resource is created, and each time it is updated.
resource "terraform_data" "deployment" {
  input = "1.4.2"

  lifecycle {
    action_trigger {
      events  = [after_create, after_update]
      actions = [action.smspartner_send_mail.deployed]
    }
  }
}
