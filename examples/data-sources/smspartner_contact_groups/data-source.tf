# Find the id of a group by its name (needs Terraform 1.2 or OpenTofu)

data "smspartner_contact_groups" "customers" {
  name = "vip-customers"

  lifecycle {
    postcondition {
      condition     = length(self.groups) == 1
      error_message = "There must be one group of this name; there are ${length(self.groups)}."
    }
  }
}

output "group_id" {
  value = data.smspartner_contact_groups.customers.groups[0].id
}
