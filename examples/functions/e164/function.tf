# Both are +33600000001.
output "numbers" {
  value = distinct([
    provider::smspartner::e164("06 00 00 00 01", "FR"),
    provider::smspartner::e164("+33 6 00.00.00.01", "FR"),
  ])
}
