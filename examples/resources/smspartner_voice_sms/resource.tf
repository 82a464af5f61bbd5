# Speak an alert

# Each comma is a pause of half a second.
resource "smspartner_voice_sms" "incident" {
  phone_numbers = ["+33600000001", "+33600000002"]
  text          = "Incident in production,,, please read your messages"
  lang          = "en"
  speech_rate   = 0.9

  # A new value calls again.
  triggers = {
    incident = "2026-042"
  }
}

output "incident" {
  value = {
    campaign_id = smspartner_voice_sms.incident.campaign_id
    cost        = smspartner_voice_sms.incident.cost
    characters  = smspartner_voice_sms.incident.characters
  }
}
