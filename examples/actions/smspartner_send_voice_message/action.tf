# Leave a recording on voicemails (needs Terraform 1.14)

# terraform apply -invoke=action.smspartner_send_voice_message.maintenance
action "smspartner_send_voice_message" "maintenance" {
  config {
    token_audio            = "0123456789abcdef0123456789abcdef"
    phone_numbers          = ["+33600000001", "+33600000002"]
    email_for_notification = "operations@example.com"
  }
}
