# Rent once, at no more than a price (needs Terraform 1.2 or OpenTofu)

# Set it to false once the contacts are rented: the price and the credit change by
# themselves, and conditions are judged in each plan.
variable "ask_first" {
  type    = bool
  default = true
}

locals {
  criteria = {
    sexe     = "f"
    min_age  = 25
    max_age  = 35
    interest = 14
    zipcodes = ["60200"]
    volumes  = { "60200" = 20 }
  }
}

data "smspartner_credits" "account" {
  count = var.ask_first ? 1 : 0
}

data "smspartner_rental_estimate" "campaign" {
  count = var.ask_first ? 1 : 0

  sexe     = local.criteria.sexe
  min_age  = local.criteria.min_age
  max_age  = local.criteria.max_age
  interest = local.criteria.interest
  zipcodes = local.criteria.zipcodes
  volumes  = local.criteria.volumes
}

# Rents once.
resource "smspartner_contact_rental" "campaign" {
  sexe      = local.criteria.sexe
  min_age   = local.criteria.min_age
  max_age   = local.criteria.max_age
  interest  = local.criteria.interest
  zipcodes  = local.criteria.zipcodes
  volumes   = local.criteria.volumes
  max_total = 2 # asked again when it rents: a plan can be kept for a while

  lifecycle {
    precondition {
      condition     = !var.ask_first || try(data.smspartner_rental_estimate.campaign[0].total <= 2, false)
      error_message = "The contacts cost more than 2 euros, or their price is not known."
    }
    precondition {
      condition     = !var.ask_first || try(data.smspartner_credits.account[0].balance >= 2, false)
      error_message = "The account has less than 2 euros."
    }
    prevent_destroy = true # another apply would rent again
  }
}

# Waits until the file can be downloaded, or was downloaded before.
data "smspartner_rental_status" "campaign" {
  token = smspartner_contact_rental.campaign.token

  wait = {
    timeout = "10m"
  }
}

output "numbers" {
  value = data.smspartner_rental_status.campaign.phone_numbers
}
