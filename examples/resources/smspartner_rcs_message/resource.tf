# A text with replies, a card, and content of your own

# The vendor has no sandbox for RCS: this sends and costs. Its technical team must first
# activate RCS for the account.
resource "smspartner_rcs_message" "invitation" {
  phone_numbers = ["+33600000001", "+33600000002"]
  text          = "Will you come to the opening?"

  suggestions = [
    { text = "Yes", postback_data = "opening-yes" },
    { text = "No", postback_data = "opening-no" },
  ]

  # The SMS that is sent where the RCS fails.
  failover = {
    sender      = "ACME"
    message     = "Will you come to the opening? Tell us on https://example.com/opening"
    is_stop_sms = true
  }
}

# A card, with the fields that the vendor documents.
resource "smspartner_rcs_message" "card" {
  phone_numbers = ["+33600000001"]

  rich_card = {
    orientation               = "HORIZONTAL"
    thumbnail_image_alignment = "LEFT"
    title                     = "Summer opening"
    description               = "Open late on Thursdays, from June to August."
  }
}

# A content of your own goes to the vendor as it is. The vendor does not document the fields
# of a card beyond those above: ask its support which it takes.
resource "smspartner_rcs_message" "own_content" {
  phone_numbers = ["+33600000001"]

  rich_content = jsonencode({
    conversation = {
      file        = { media = { fileUrl = "https://example.com/plan.pdf" } }
      suggestions = [{ reply = { text = "Call me", postbackData = "call" } }]
    }
  })
}
