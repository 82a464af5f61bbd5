# Wait for the file of a rental

variable "rental_token" {
  type      = string
  sensitive = true
  default   = "TOK" # in practice, the token of a smspartner_contact_rental
}

# Waits until the file is ready, or was downloaded before.
data "smspartner_rental_status" "campaign" {
  token = var.rental_token

  wait = {
    timeout = "10m"
  }
}

output "file" {
  value = {
    ready         = data.smspartner_rental_status.campaign.ready
    downloaded    = data.smspartner_rental_status.campaign.downloaded
    phone_numbers = data.smspartner_rental_status.campaign.phone_numbers
  }
}
