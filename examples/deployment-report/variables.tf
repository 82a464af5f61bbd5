variable "release" {
  type        = string
  description = "What is deployed: each new value sends a report."
}

variable "services" {
  type        = map(string)
  description = "The services of this release, with their versions."
}

variable "recipients" {
  type        = set(string)
  description = "The e-mail addresses that get the report."
}

variable "least_mails" {
  type        = number
  default     = 0
  description = "How many mails the account must be able to pay for. With 0, nothing is asked."
}
