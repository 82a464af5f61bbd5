terraform {
  required_providers {
    smspartner = {
      source  = "smspartner/smspartner"
      version = "~> 0.1"
    }
  }
}

# The API key comes from the environment variable SMSPARTNER_API_KEY.
provider "smspartner" {}

variable "budget" {
  type        = number
  description = "What SMS may cost in a calendar month, in EUR."
  default     = 100
}

variable "reserve" {
  type        = number
  description = "The balance that the account must have left, in EUR."
  default     = 20
}

# What the account sent from the first of this month until today.
data "smspartner_statistics" "this_month" {
  interval = "custom"
  from     = formatdate("YYYY-MM-01", plantimestamp())
  to       = formatdate("YYYY-MM-DD", plantimestamp())
}

# This fails the run, and nothing that depends on it is applied.
data "smspartner_credits" "account" {
  lifecycle {
    postcondition {
      condition     = self.balance >= var.reserve
      error_message = "The account has ${self.balance} EUR left, and must have ${var.reserve} EUR."
    }
  }
}

# This warns, also where SMS Partner does not tell the cost, and the run goes on.
check "budget" {
  assert {
    condition     = try(data.smspartner_statistics.this_month.cost <= var.budget, false)
    error_message = "SMS cost ${coalesce(data.smspartner_statistics.this_month.cost, "an unknown amount of")} EUR this month, and the budget is ${var.budget} EUR."
  }
}

output "cost_this_month" {
  description = "What SMS cost this month, in EUR; null where SMS Partner does not tell it."
  value       = data.smspartner_statistics.this_month.cost
}

output "sms_this_month" {
  description = "How many SMS were sent this month."
  value       = data.smspartner_statistics.this_month.nb_send
}

output "balance" {
  description = "What the account has left, in EUR."
  value       = data.smspartner_credits.account.balance
}

output "premium_sms_left" {
  description = "How many Premium SMS the balance buys."
  value       = data.smspartner_credits.account.credit_sms
}
