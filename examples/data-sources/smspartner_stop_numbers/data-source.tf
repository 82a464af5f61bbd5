# Count who has opted out

data "smspartner_stop_numbers" "all" {}

output "how_many_opted_out" {
  value = data.smspartner_stop_numbers.all.total
}
