terraform {
  required_providers {
    smspartner = {
      source  = "smspartner/smspartner"
      version = "~> 0.1"
    }
  }
}

# The API keys come from the environment variables SMSPARTNER_API_KEY and MAILPARTNER_API_KEY.
provider "smspartner" {}

data "smspartner_message_status" "alert" {
  message_id   = var.message_id
  phone_number = var.phone_number

  # An SMS that is still on its way after this time counts as not delivered.
  wait = {
    timeout    = "1m"
    interval   = "1s"
    on_timeout = "continue"
  }
}

# Sends one mail for each message that was not delivered. If the SMS arrives after the mail, the
# next run removes this resource from the state. That cancels nothing and sends nothing.
resource "smspartner_mail" "fallback" {
  count = data.smspartner_message_status.alert.delivered ? 0 : 1

  subject      = "Alert: an SMS was not delivered"
  html_content = "<p>#TEXT#</p><p>The SMS to the phone that ends in #DIGITS# was not delivered.</p>"
  to           = [{ email = var.email }]

  variables = {
    TEXT   = var.text
    DIGITS = join("", regex("([0-9])[^0-9]*([0-9])$", var.phone_number))
  }

  # A new message sends a mail again. Another address, or another text, does not.
  triggers = {
    message_id = var.message_id
  }

  # To try this out, take the # away: then nothing is sent, charged or delivered.
  # sandbox = true

  lifecycle {
    ignore_changes = [subject, html_content, to, variables]
  }
}
