# The id of the group. Contacts that are in the group and not in the configuration are
# removed by the next apply.
import {
  to = smspartner_group_contacts.on_call
  id = "G125"
}
