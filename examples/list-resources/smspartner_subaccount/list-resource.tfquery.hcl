# terraform query -generate-config-out=subaccounts.tf
list "smspartner_subaccount" "all" {
  provider = smspartner
}
