# terraform query -generate-config-out=mail-subaccounts.tf
list "smspartner_mail_subaccount" "all" {
  provider = smspartner
}
