# A budget for each customer

variable "budgets" {
  type        = map(number)
  description = "What each new customer begins with, in euros."
  default     = { acme = 10, globex = 5.5 }
}

# A sub-account per customer, each with its own budget: what a customer sends is paid for
# by their own credit alone.
resource "smspartner_subaccount" "customer" {
  for_each = var.budgets

  type                = "simple"
  title               = each.key
  credit_to_attribute = each.value

  lifecycle {
    # A changed budget would delete the sub-account and create another one: use
    # smspartner_credit_transfer.
    ignore_changes = [credit_to_attribute]
  }
}
