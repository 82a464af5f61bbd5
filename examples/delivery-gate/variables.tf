variable "message_id" {
  type        = string
  default     = null
  description = "The id that sending returned (message_id). Set this or tag."
}

variable "tag" {
  type        = string
  default     = null
  description = "A tag that only this send has. Set this or message_id, which is better. SMS Partner names no cost by tag."
}

variable "phone_numbers" {
  type        = set(string)
  description = "The recipients: all of them must have got the SMS."

  validation {
    condition     = length(var.phone_numbers) > 0
    error_message = "Name at least one recipient."
  }
}

variable "timeout" {
  type        = string
  default     = "2m"
  description = "How long to wait for a final status, such as 90s."
}

variable "interval" {
  type        = string
  default     = "5s"
  description = "The time between two reads: at least 1s, at most timeout."
}

variable "max_cost" {
  type        = number
  default     = null
  description = "The most that the SMS may cost, for all recipients together. Needs message_id. Null: any cost."
}

variable "max_month_cost" {
  type        = number
  default     = null
  description = "The most that the account may have spent on SMS this month, with this SMS. Null: any cost."
}

variable "today" {
  type        = string
  default     = null
  description = "The day up to which this month counts, such as 2026-01-31. Null: the day of the plan, in UTC."

  validation {
    condition     = var.today == null ? true : can(formatdate("YYYY-MM-DD", "${var.today}T00:00:00Z"))
    error_message = "Write a day such as 2026-01-31."
  }
}
