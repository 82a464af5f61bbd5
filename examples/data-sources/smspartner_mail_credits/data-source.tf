# Stop a rollout whose mails cannot be paid for (needs Terraform 1.4 or OpenTofu)

data "smspartner_mail_credits" "account" {}

resource "terraform_data" "rollout" {
  lifecycle {
    precondition {
      condition     = data.smspartner_mail_credits.account.credit_mail >= 100
      error_message = "Mail Partner has credit for only ${data.smspartner_mail_credits.account.credit_mail} mails: top the account up before this rollout."
    }
  }
}
