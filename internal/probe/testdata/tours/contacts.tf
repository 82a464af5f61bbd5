resource "smspartner_contact_group" "on_call" {
  name = "on-call"
}

resource "smspartner_contact" "ada" {
  group_id     = smspartner_contact_group.on_call.id
  phone_number = "06 00 00 00 01"
  firstname    = "Ada"
  custom1      = CUSTOM
  date         = "1990-02-01"
  url          = "https://example.com/ada"
}

resource "smspartner_contact_group" "customers" {
  name = "customers"
}

resource "smspartner_group_contacts" "customers" {
  group_id = smspartner_contact_group.customers.id
  contacts = {
    "+33600000002" = { firstname = "Grace" }
    "+33600000003" = { firstname = "Linus", custom1 = CUSTOM }
    "+33600000004" = {}
  }
}

data "smspartner_contact_groups" "all" {
  depends_on = [smspartner_contact_group.on_call, smspartner_contact_group.customers]
}

data "smspartner_contact" "ada" {
  id = smspartner_contact.ada.id
}

data "smspartner_contacts" "customers" {
  group_id = smspartner_group_contacts.customers.group_id
}

output "lists" {
  value = {
    groups    = sort([for group in data.smspartner_contact_groups.all.groups : group.name if group.name != "Clients"])
    ada       = [data.smspartner_contact.ada.phone_number, data.smspartner_contact.ada.custom1, data.smspartner_contact.ada.date]
    customers = [for one in data.smspartner_contacts.customers.contacts : "${one.phone_number} ${coalesce(one.custom1, "none")}"]
    total     = data.smspartner_contacts.customers.total
    refused   = smspartner_group_contacts.customers.refused
  }
}
