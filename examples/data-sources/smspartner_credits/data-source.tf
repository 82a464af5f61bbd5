# Stops the rollout while the account can't pay for its alerts.
data "smspartner_credits" "account" {
  lifecycle {
    postcondition {
      condition     = self.balance >= 20
      error_message = "The SMS Partner account has only ${self.balance} left: top it up before this rollout."
    }
  }
}
