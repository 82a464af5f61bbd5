data "smspartner_voice_credits" "account" {}

resource "smspartner_voice_sms" "incident" {
  phone_numbers = ["0600000001"]
  text          = "Incident"
}

resource "smspartner_voice_message" "later" {
  phone_numbers  = ["0600000001"]
  token_audio    = smspartner_voice_audio_file.greeting.token
  scheduled_date = LATER
}

resource "smspartner_voice_audio_file" "greeting" {
  token = AUDIO
  name  = "Accueil"
}

data "smspartner_voice_audio_files" "greeting" {
  name = smspartner_voice_audio_file.greeting.name
}

output "files" {
  value = [for file in data.smspartner_voice_audio_files.greeting.audio_files : [file.token, file.size, file.duration]]
}
