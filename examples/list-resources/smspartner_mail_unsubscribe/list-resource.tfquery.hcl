# terraform query -generate-config-out=unsubscribes.tf
list "smspartner_mail_unsubscribe" "all" {
  provider = smspartner
}
