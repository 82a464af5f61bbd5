output "passed" {
  description = "Whether everybody got the notice, within its budget."
  value       = module.notice.passed
}

output "undecided" {
  description = "Whether the time was over before the answer was clear."
  value       = module.notice.undecided
}

output "summary" {
  description = "What became of the notice, in one line."
  value       = module.notice.summary
}

output "cost" {
  description = "What the notice cost, in EUR."
  value       = module.notice.cost
}

output "recipients" {
  description = "What became of the notice, by recipient."
  value       = module.notice.recipients
}
