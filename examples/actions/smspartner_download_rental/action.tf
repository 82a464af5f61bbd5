# Download the numbers of a rental once they are ready (needs Terraform 1.14)

resource "smspartner_contact_rental" "spring" {
  sexe      = "m"
  min_age   = 25
  max_age   = 35
  interest  = 14
  zipcodes  = ["60200"]
  volumes   = { "60200" = 20 }
  max_total = 2
}

data "smspartner_rental_status" "spring" {
  token = smspartner_contact_rental.spring.token

  wait = {
    timeout = "10m"
  }
}

action "smspartner_download_rental" "spring" {
  config {
    token = smspartner_contact_rental.spring.token
    path  = "${path.root}/numbers.csv" # personal data: keep the file out of version control
  }
}

# Downloads the file once it is ready, and again only for another rental.
resource "terraform_data" "numbers" {
  input            = data.smspartner_rental_status.spring.phone_numbers
  triggers_replace = [smspartner_contact_rental.spring.token]

  lifecycle {
    action_trigger {
      events  = [after_create]
      actions = [action.smspartner_download_rental.spring]
    }
  }
}
