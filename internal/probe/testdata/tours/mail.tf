data "smspartner_mail_credits" "account" {}

resource "smspartner_mail" "tested" {
  subject      = "A test"
  html_content = "<p>A test</p>"
  to           = [{ email = "ada@example.com" }]
  sandbox      = true
}

resource "smspartner_mail" "sent" {
  subject      = "Release"
  html_content = "<p>Release #RELEASE#</p>"
  to           = [{ email = "ada@example.com", name = "Ada" }, { email = "linus@example.com" }]
  reply_to     = { email = "operations@example.com" }
  variables    = { RELEASE = "42" }
  attachments  = [{ filename = "notes", content_type = "text/plain", content_base64 = "SGVsbG8=" }]
}

resource "smspartner_mail" "later" {
  subject                 = "Later"
  html_content            = "<p>Later</p>"
  to                      = [{ email = "ada@example.com" }]
  scheduled_delivery_date = LATER
}

data "smspartner_mail_status" "sent" {
  message_id = smspartner_mail.sent.message_id
  recipients = ["ada@example.com", "linus@example.com"]
  wait       = { interval = "1s", timeout = "5s" }
}

resource "smspartner_mail_unsubscribe" "customer" {
  email = "customer@example.com"
}

data "smspartner_mail_unsubscribes" "customer" {
  emails = [smspartner_mail_unsubscribe.customer.email]
}

output "verdicts" {
  value = {
    all_delivered = data.smspartner_mail_status.sent.all_delivered
    found         = data.smspartner_mail_unsubscribes.customer.found
  }
}
