terraform {
  required_providers {
    smspartner = {
      source  = "smspartner/smspartner"
      version = "~> 0.1"
    }
  }
}

# The API key comes from the environment variable SMSPARTNER_API_KEY.
provider "smspartner" {
  default_region = "FR"
}
