variable "message_id" {
  type        = string
  description = "The id that sending the SMS returned (message_id)."
}

variable "phone_number" {
  type        = string
  description = "The recipient of the SMS."
}

variable "on_call" {
  type        = set(string)
  description = "The phones to call if the SMS is not delivered."
}
