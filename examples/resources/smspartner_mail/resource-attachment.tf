# Send a file

variable "report" {
  type        = string
  description = "The path of the file to send, such as report.csv."
}

# A mail with a file. With source_sha256, a changed file is a new mail.
resource "smspartner_mail" "report" {
  subject      = "The monthly report"
  html_content = "<p>The report is attached.</p>"
  to           = [{ email = "ada@example.com" }]

  # The file is read when the mail is sent. The state has its name, size and SHA-256, and
  # not its content.
  attachments = [{
    filename      = "report"
    content_type  = "text/csv"
    source        = var.report
    source_sha256 = filesha256(var.report)
  }]

  # With this, nothing is sent and nothing is charged. Remove it to send.
  sandbox = true
}
