variable "message_id" {
  type        = string
  description = "The id that sending the SMS returned (message_id)."
}

variable "phone_number" {
  type        = string
  description = "The recipient of the SMS."
}

variable "email" {
  type        = string
  description = "Who gets the mail if the SMS is not delivered."
}

variable "text" {
  type        = string
  description = "What the mail says."
}
