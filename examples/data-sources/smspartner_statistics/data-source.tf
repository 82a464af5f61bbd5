# The cost of last month.
data "smspartner_statistics" "last_month" {
  interval = "last_month"
}

check "sms_budget" {
  assert {
    condition     = data.smspartner_statistics.last_month.cost <= 100
    error_message = "SMS cost ${data.smspartner_statistics.last_month.cost} EUR last month."
  }
}
