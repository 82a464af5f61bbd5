# Warn when the last month was over budget (needs Terraform 1.5 or OpenTofu)

# The cost of last month; null where the vendor does not tell it: try then gives false.
data "smspartner_statistics" "last_month" {
  interval = "last_month"
}

check "sms_budget" {
  assert {
    condition     = try(data.smspartner_statistics.last_month.cost <= 100, false)
    error_message = "SMS cost more than 100 EUR last month, or the vendor names no cost."
  }
}
