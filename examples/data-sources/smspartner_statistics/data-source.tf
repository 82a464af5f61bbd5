# Warn when the last month was over budget (needs Terraform 1.5 or OpenTofu)

# The cost of last month; null where the vendor does not tell it.
data "smspartner_statistics" "last_month" {
  interval = "last_month"
}

check "sms_budget" {
  assert {
    condition     = coalesce(data.smspartner_statistics.last_month.cost, 0) <= 100
    error_message = "SMS cost more than 100 EUR last month."
  }
}
