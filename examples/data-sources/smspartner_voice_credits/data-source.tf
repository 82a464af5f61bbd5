# Stop a rollout whose calls cannot be paid for (needs Terraform 1.4 or OpenTofu)

data "smspartner_voice_credits" "account" {}

resource "terraform_data" "rollout" {
  lifecycle {
    precondition {
      condition     = data.smspartner_voice_credits.account.credit >= 5 && data.smspartner_voice_credits.account.tts >= 600
      error_message = "Voice Partner has only ${data.smspartner_voice_credits.account.credit} ${data.smspartner_voice_credits.account.currency} left: top the account up before this rollout."
    }
  }
}
