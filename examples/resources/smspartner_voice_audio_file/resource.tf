# Name a recording

# A recording that was uploaded in the dashboard. It keeps this name, and stays in the account
# when the resource is destroyed.
resource "smspartner_voice_audio_file" "welcome" {
  token = "0123456789abcdef0123456789abcdef"
  name  = "Accueil hiver"
}

output "seconds" {
  value = smspartner_voice_audio_file.welcome.duration
}
