terraform {
  required_providers {
    smspartner = {
      source  = "smspartner/smspartner"
      version = "~> 0.1"
    }
  }
}

# The API key comes from the environment variable MAILPARTNER_API_KEY.
provider "smspartner" {}

# Stops the run, before it deploys anything, while the account can't pay for enough mails.
data "smspartner_mail_credits" "account" {
  count = var.least_mails > 0 ? 1 : 0

  lifecycle {
    postcondition {
      condition     = self.credit_mail >= var.least_mails
      error_message = "Mail Partner has credit for only ${self.credit_mail} mails: top the account up first."
    }
  }
}

# Stands for what you deploy.
resource "terraform_data" "deployment" {
  input = var.services

  depends_on = [data.smspartner_mail_credits.account]
}

# Mail Partner refuses a mail if one of its recipients has unsubscribed.
data "smspartner_mail_unsubscribes" "team" {
  emails = var.recipients
}

locals {
  recipients = sort(setsubtract(var.recipients, data.smspartner_mail_unsubscribes.team.found))
}

# Sent once for each release, after the deployment.
resource "smspartner_mail" "report" {
  subject      = "Release ${var.release} is deployed"
  html_content = file("${path.module}/report.html")
  to           = [for email in local.recipients : { email = email }]

  variables = {
    RELEASE  = var.release
    SERVICES = length(var.services)
  }

  # Made of values that a plan knows. The value of a resource that this run changes is not
  # known in the plan.
  attachments = [{
    filename       = "deployment"
    content_type   = "application/json"
    content_base64 = base64encode(jsonencode({ release = var.release, services = var.services }))
  }]

  triggers = {
    release = var.release
  }

  # To try this out, take the # away: then nothing is sent, charged or delivered.
  # sandbox = true

  # A new release sends a report. Other recipients, services or texts alone do not.
  lifecycle {
    ignore_changes = [subject, html_content, to, variables, attachments]
  }

  depends_on = [terraform_data.deployment]
}

# Whoever joins the team after the report did not get it. So the recipients are those of the
# mail.
data "smspartner_mail_status" "report" {
  message_id = smspartner_mail.report.message_id
  recipients = [for to in smspartner_mail.report.to : to.email]

  wait = {
    timeout    = "1m"
    interval   = "1s"
    on_timeout = "continue"
  }
}

# This warns, since the deployment is done. A postcondition in the data source would fail the
# run instead, and each later run of the same release.
check "report_is_delivered" {
  assert {
    condition     = data.smspartner_mail_status.report.all_delivered
    error_message = "The report of release ${var.release}: ${data.smspartner_mail_status.report.summary}."
  }
}
