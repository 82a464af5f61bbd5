data "smspartner_mail_credits" "account" {}

# Stops the rollout while the account can't pay for the mails of its reports.
resource "terraform_data" "rollout" {
  lifecycle {
    precondition {
      condition     = data.smspartner_mail_credits.account.credit_mail >= 100
      error_message = "Mail Partner has credit for only ${data.smspartner_mail_credits.account.credit_mail} mails: top the account up before this rollout."
    }
  }
}
