# The token, which the engine shows in its output. The next apply takes the arguments over, and
# rents nothing. Write the token itself: OpenTofu leaves out an import whose id is empty, and rents.
import {
  to = smspartner_contact_rental.campaign
  id = "fedcba9876543210fedcba9876543210"
}
