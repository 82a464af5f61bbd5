# Count the SMS of a quarter

data "smspartner_statistics" "quarter" {
  interval = "custom"
  from     = "2026-07-01"
  to       = "2026-09-30"
}

output "sent_in_quarter" {
  value = data.smspartner_statistics.quarter.nb_send
}
