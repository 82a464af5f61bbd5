action "smspartner_send_mail" "deployed" {
  config {
    subject      = "The deployment is finished"
    html_content = "<p>The deployment is finished.</p>"
    to           = [{ email = "ada@example.com", name = "Ada" }]
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
