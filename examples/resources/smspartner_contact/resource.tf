# Add a contact to a group

# The group is a smspartner_contact_group, for example.
resource "smspartner_contact" "ada" {
  group_id     = "G123"
  phone_number = "+33600000001"
  firstname    = "Ada"
  custom1      = "database"
}
