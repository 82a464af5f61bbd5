# Whether an SMS that was sent before has reached everybody, within a budget. The module waits,
# and fails nothing: assert its output `passed`, as examples/pipelines does.
#
#   module "notice" {
#     source        = "./delivery-gate"
#     message_id    = var.message_id
#     phone_numbers = ["+33600000001"]
#   }
#
# Prefer message_id: no other SMS has the same one. With a tag that was used before, an older SMS can
# be taken for this one.
#
# The plan must know message_id and tag: the SMS is sent before the run, not by it.
terraform {
  required_version = ">= 1.5" # plantimestamp

  required_providers {
    smspartner = {
      source  = "smspartner/smspartner"
      version = "~> 0.1"
    }
  }
}

locals {
  # Neither is read if both are given, or none: the output `passed` then says so.
  by_message = var.message_id != null && var.tag == null
  by_tag     = var.message_id == null && var.tag != null

  wait = {
    timeout    = var.timeout
    interval   = var.interval
    on_timeout = "continue"
  }
}

# Asks about each recipient by message and number. With details, the vendor names costs.
data "smspartner_message_statuses" "sent" {
  count = local.by_message ? 1 : 0

  messages = [for number in var.phone_numbers : { message_id = var.message_id, phone_number = number }]
  details  = true
  wait     = local.wait
}

# The vendor names no costs by tag.
data "smspartner_tag_status" "sent" {
  count = local.by_tag ? 1 : 0

  tag           = var.tag
  phone_numbers = var.phone_numbers
  wait          = local.wait
}

# From the first of the month to today.
data "smspartner_statistics" "month" {
  count = var.max_month_cost == null ? 0 : 1

  interval = "custom"
  from     = formatdate("YYYY-MM-01", "${local.today}T00:00:00Z")
  to       = local.today
}

locals {
  today  = coalesce(var.today, formatdate("YYYY-MM-DD", plantimestamp()))
  answer = one(concat(data.smspartner_message_statuses.sent, data.smspartner_tag_status.sent))

  # What is not proved is not delivered, and what has no known cost is not within a budget.
  delivered  = try(local.answer.all_delivered, false)
  cost       = try(local.answer.cost, tonumber(null))
  month_cost = var.max_month_cost == null ? tonumber(null) : one(data.smspartner_statistics.month[*].cost)

  in_budget       = var.max_cost == null ? true : try(local.cost <= var.max_cost, false)
  over_budget     = var.max_cost == null ? false : try(local.cost > var.max_cost, false)
  in_month_budget = var.max_month_cost == null ? true : try(local.month_cost <= var.max_month_cost, false)
  over_a_budget   = local.over_budget || (var.max_month_cost == null ? false : try(local.month_cost > var.max_month_cost, false))

  passed = local.delivered && local.in_budget && local.in_month_budget

  # With more time, the answer could still become yes.
  undecided = !local.delivered && try(local.answer.counts.not_delivered, 0) == 0 && !local.over_a_budget

  reasons = [
    try(local.answer.summary, "nothing was asked"),
    try(local.answer.counts.delivered == local.answer.counts.total && !local.delivered, false) ? "the answer proves nothing" : "",
    local.in_budget ? "" : try("cost ${local.cost}, more than max_cost, ${var.max_cost}", "no known cost to compare with max_cost"),
    local.in_month_budget ? "" : try("cost of this month ${local.month_cost}, more than max_month_cost, ${var.max_month_cost}", "no known cost of this month to compare with max_month_cost"),
  ]
}
