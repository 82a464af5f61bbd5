variable "message_id" {
  type        = string
  description = "The id that sending the notice returned (message_id)."
}

variable "phone_numbers" {
  type        = set(string)
  description = "Who gets the notice."
}

variable "timeout" {
  type        = string
  default     = "2m"
  description = "How long to wait for a final status."
}

variable "max_cost" {
  type        = number
  default     = null
  description = "The most that the notice may cost, for all recipients together. Null: any cost."
}
