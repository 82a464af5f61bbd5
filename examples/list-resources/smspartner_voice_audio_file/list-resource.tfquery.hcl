# Find every recording (needs Terraform 1.14)

# terraform query -generate-config-out=audio_files.tf
list "smspartner_voice_audio_file" "all" {
  provider = smspartner
}
