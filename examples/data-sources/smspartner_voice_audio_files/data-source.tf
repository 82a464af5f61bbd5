# Find the token of a recording by its name (needs Terraform 1.2 or OpenTofu)

data "smspartner_voice_audio_files" "alert" {
  name = "alerte"

  lifecycle {
    postcondition {
      condition     = length(self.audio_files) == 1
      error_message = "There must be one audio file of this name; there are ${length(self.audio_files)}. Upload it in the Voice Partner dashboard."
    }
  }
}

output "token_audio" {
  value = data.smspartner_voice_audio_files.alert.audio_files[0].token
}
