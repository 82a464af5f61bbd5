# Create a group

# Customers who are told of an incident. Add a lifecycle block with prevent_destroy = true
# so that no plan can delete the group, and perhaps its contacts.
resource "smspartner_contact_group" "incidents" {
  name = "incidents"
}

output "group_id" {
  value = smspartner_contact_group.incidents.id
}
