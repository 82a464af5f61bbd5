import {
  to = smspartner_voice_audio_file.welcome
  identity = {
    token = "0123456789abcdef0123456789abcdef"
  }
}
