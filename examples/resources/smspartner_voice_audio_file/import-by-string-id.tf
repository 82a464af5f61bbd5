# The data source smspartner_voice_audio_files lists the tokens.
import {
  to = smspartner_voice_audio_file.welcome
  id = "0123456789abcdef0123456789abcdef"
}
