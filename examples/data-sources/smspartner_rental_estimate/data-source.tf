# Ask for the volume and the price (needs Terraform 1.2 or OpenTofu)

# How many contacts are there, and what do 20 of them cost?
locals {
  criteria = {
    sexe         = "m"
    min_age      = 25
    max_age      = 35
    interest     = 14
    sub_interest = 35
    zipcodes     = ["60200"]
  }
}

data "smspartner_rental_estimate" "available" {
  sexe         = local.criteria.sexe
  min_age      = local.criteria.min_age
  max_age      = local.criteria.max_age
  interest     = local.criteria.interest
  sub_interest = local.criteria.sub_interest
  zipcodes     = local.criteria.zipcodes
}

data "smspartner_rental_estimate" "price" {
  sexe         = local.criteria.sexe
  min_age      = local.criteria.min_age
  max_age      = local.criteria.max_age
  interest     = local.criteria.interest
  sub_interest = local.criteria.sub_interest
  zipcodes     = local.criteria.zipcodes
  volumes      = { "60200" = 20 }

  lifecycle {
    postcondition {
      condition     = self.total <= 5
      error_message = "${self.quantity} contacts cost ${self.total}, which is more than planned."
    }
  }
}

output "volume" {
  value = data.smspartner_rental_estimate.available.volume
}
