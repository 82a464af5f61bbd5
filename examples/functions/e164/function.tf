# One form for every spelling of a number (needs Terraform 1.8 or OpenTofu 1.7)

# Both are +33600000001.
output "numbers" {
  value = distinct([
    provider::smspartner::e164("06 00 00 00 01", "FR"),
    provider::smspartner::e164("+33 6 00.00.00.01", "FR"),
  ])
}
