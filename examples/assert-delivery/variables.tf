variable "message_id" {
  type        = string
  description = "The id that sending the alert returned (message_id)."
}

variable "phone_number" {
  type        = string
  description = "The recipient of the alert."
}
