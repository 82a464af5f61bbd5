terraform {
  # OpenTofu 1.11 has write-only attributes too.
  required_version = ">= 1.11"

  required_providers {
    smspartner = {
      source  = "smspartner/smspartner"
      version = "~> 0.1"
    }
    random = {
      source  = "hashicorp/random"
      version = "~> 3.7"
    }
    vault = {
      source  = "hashicorp/vault"
      version = "~> 5.0"
    }
  }
}

# The API key comes from the environment variable SMSPARTNER_API_KEY.
provider "smspartner" {}

provider "vault" {}

variable "user" {
  type        = string
  description = "Who gets a password."
}

variable "phone_number" {
  type        = string
  description = "The user's phone."
}

variable "password_version" {
  type        = number
  description = "A new version makes, keeps and sends a new password."
  default     = 1
}

# Made anew by each run, and in no state.
ephemeral "random_password" "new" {
  length  = 16
  special = false
}

# The secret store takes it when the version changes.
resource "vault_kv_secret_v2" "password" {
  mount                = "secret"
  name                 = "users/${var.user}"
  data_json_wo         = jsonencode({ password = ephemeral.random_password.new.result })
  data_json_wo_version = var.password_version
}

# Read back: what is sent is what the store holds, also after a run that failed between the two.
ephemeral "vault_kv_secret_v2" "password" {
  mount    = vault_kv_secret_v2.password.mount
  name     = vault_kv_secret_v2.password.name
  mount_id = vault_kv_secret_v2.password.id # not known, so not read, before the secret is there
}

# Sent when the version changes. The text is in no state, plan, log or diagnostic.
resource "smspartner_sms" "password" {
  phone_numbers      = [var.phone_number]
  message_wo         = "Your password is ${ephemeral.vault_kv_secret_v2.password.data.password}. Change it when you first sign in."
  message_wo_version = vault_kv_secret_v2.password.data_json_wo_version

  # With this, nothing is sent and nothing is charged. Remove it to send.
  sandbox = true
}
