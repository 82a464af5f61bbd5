# The group and the contact, as the data source smspartner_contacts lists them. With the id
# of the contact alone, the provider searches all groups for the contact.
import {
  to = smspartner_contact.ada
  id = "G123/C456"
}
