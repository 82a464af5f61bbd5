# Keep the contacts of a group

# The group has these contacts and no others.
resource "smspartner_group_contacts" "on_call" {
  group_id = "G125"
  contacts = {
    "+33600000001" = { firstname = "Ada", custom1 = "database" }
    "+33600000002" = { firstname = "Grace", custom1 = "network" }
  }
}
