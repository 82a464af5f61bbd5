# Stop a rollout whose alerts cannot be paid for (needs Terraform 1.2 or OpenTofu)

data "smspartner_credits" "account" {
  lifecycle {
    postcondition {
      condition     = self.balance >= 20
      error_message = "The SMS Partner account has only ${self.balance} left: top it up before this rollout."
    }
  }
}
