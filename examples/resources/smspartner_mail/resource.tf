# Send a mail for each release

variable "release" {
  type    = string
  default = "42"
}

# Tells the team of each release, once.
resource "smspartner_mail" "release" {
  subject      = "Release ${var.release} is live"
  html_content = "<p>Release <b>#RELEASE#</b> is live.</p><p>Read this mail in a browser: #READ_ONLINE#</p>"
  to           = [{ email = "ada@example.com", name = "Ada" }, { email = "linus@example.com" }]
  reply_to     = { email = "operations@example.com" }

  # Takes the place of #RELEASE# in html_content.
  variables = {
    RELEASE = var.release
  }

  triggers = {
    release = var.release
  }

  # With this, nothing is sent and nothing is charged. Remove it to send.
  sandbox = true
}

output "mail" {
  value = {
    message_id = smspartner_mail.release.message_id
    recipients = smspartner_mail.release.recipients
    cost       = smspartner_mail.release.cost
  }
}
