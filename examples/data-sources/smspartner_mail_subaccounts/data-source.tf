data "smspartner_mail_subaccounts" "all" {}

# Warns of customers who will run out of credit for mails.
check "mail_budgets" {
  assert {
    condition     = alltrue([for s in data.smspartner_mail_subaccounts.all.subaccounts : s.balance >= 1])
    error_message = "Top up: ${join(", ", [for s in data.smspartner_mail_subaccounts.all.subaccounts : s.email if s.balance < 1])}."
  }
}
