output "passed" {
  description = "Whether each recipient got the SMS for certain, within the budgets."
  value       = local.passed

  precondition {
    condition     = local.by_message || local.by_tag
    error_message = "Set either message_id or tag."
  }

  precondition {
    condition     = var.max_cost == null || !local.by_tag
    error_message = "max_cost needs message_id: SMS Partner names no cost by tag."
  }
}

output "undecided" {
  description = "Whether the time was over before the answer was clear: no recipient is known not to have got the SMS, and no budget is known to be exceeded."
  value       = local.undecided
}

output "summary" {
  description = "Why, in one line. All who did not get the SMS are named."
  value       = join("; ", compact(local.reasons))
}

output "cost" {
  description = "What the SMS cost. Null with a tag, and where SMS Partner names no cost."
  value       = local.cost
}

output "month_cost" {
  description = "What the account spent on SMS this month. Null without max_month_cost."
  value       = local.month_cost
}

output "recipients" {
  description = "What became of the SMS, by recipient."
  value       = [for status in try(local.answer.statuses, []) : { phone_number = status.phone_number, status = status.status, delivered = status.delivered, final = status.final }]
}
