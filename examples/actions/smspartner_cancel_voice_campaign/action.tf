# Cancel a campaign by its id (needs Terraform 1.14)

# terraform apply -invoke=action.smspartner_cancel_voice_campaign.maintenance
action "smspartner_cancel_voice_campaign" "maintenance" {
  config {
    campaign_id = "D572M"
  }
}
