terraform {
  required_providers {
    smspartner = {
      source  = "smspartner/smspartner"
      version = "~> 0.1"
    }
  }
}

# The API key comes from the environment variable SMSPARTNER_API_KEY. The
# provider uses it for Voice Partner and Mail Partner too, unless VOICEPARTNER_API_KEY or
# MAILPARTNER_API_KEY is set.
provider "smspartner" {
  default_region = "FR"
}
