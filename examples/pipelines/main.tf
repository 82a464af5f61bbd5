# What follows a notice by SMS is applied only once the notice has arrived. deliver.sh plans and
# applies this, and reads the verdict out of the plan.
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

module "notice" {
  source = "../delivery-gate"

  message_id    = var.message_id
  phone_numbers = var.phone_numbers
  timeout       = var.timeout
  interval      = "1s"
  max_cost      = var.max_cost
}

# Stands for what follows. Add a backend that keeps the state.
resource "terraform_data" "next" {
  input = var.message_id

  # This fails the plan, and so nothing is applied.
  lifecycle {
    precondition {
      condition     = module.notice.passed
      error_message = "The notice did not arrive: ${module.notice.summary}."
    }
  }
}
