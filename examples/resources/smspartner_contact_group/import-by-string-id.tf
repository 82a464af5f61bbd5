# The data source smspartner_contact_groups lists the ids.
import {
  to = smspartner_contact_group.incidents
  id = "G123"
}
