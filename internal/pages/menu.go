package main

import "github.com/smspartner/terraform-provider-smspartner/internal/framework/product"

// chapter is an entry at the top of the menu, with the entries below it.
type chapter struct {
	entry
	// of is the product whose pages these are; zero if there is none.
	of      product.Product
	entries []entry
}

// entry is a line of the menu.
type entry struct {
	french, english title
	// heading says that the line has no page with a call, but only groups others.
	heading bool
	// without says, in Markdown, why nothing is for the page; empty if something is.
	without string
}

// title is what a line says in one language.
type title struct {
	text string
	// path is that of the page on the vendor's site; empty if it is not known.
	path string
}

func page(french, english title) entry { return entry{french: french, english: english} }

func heading(french, english string) entry {
	return entry{french: title{text: french}, english: title{text: english}, heading: true}
}

func noCall(french, english title, instead string) entry {
	return entry{french: french, english: english, without: "no call: " + instead}
}

// at is a title whose page was seen, at a path. The page of an unseen one is in the menu.
func at(path, text string) title { return title{text: text, path: path} }
func unseen(text string) title   { return title{text: text} }

// menu is that of https://www.docpartner.dev and https://www.docpartner.dev/en, in its
// order. The paths are those of pages that were seen there: the site makes none that one
// could derive from a title.
var menu = []chapter{
	{entry: noCall(at("/", "Bienvenue"), at("/en", "Welcome"), "an introduction")},
	{entry: heading("API", "API")},
	{entry: entry{french: at("/api/sms-partner", "SMS Partner"), english: unseen("SMS Partner"), heading: true}, of: product.SMS, entries: []entry{
		page(at("/api/sms-partner/credits", "Crédits"), at("/en/api/sms-partner/credits", "Credits")),
		heading("Envoyer des SMS", "Send SMS"),
		page(at("/api/sms-partner/envoyer-des-sms/envoi-unitaire", "Envoi unitaire"), at("/en/api/sms-partner/send-sms/single-send", "Single Send")),
		page(at("/api/sms-partner/envoyer-des-sms/envoi-par-lots", "Envoi par lots"), at("/en/api/sms-partner/send-sms/bulk-send", "Bulk Send")),
		page(at("/api/sms-partner/envoyer-des-sms/envoi-par-numero-long", "Envoi par numéro long"), at("/en/api/sms-partner/send-sms/send-by-long-number", "Send by Long Number")),
		page(at("/api/sms-partner/envoyer-des-sms/envoi-sondages", "Envoi de sondages"), at("/en/api/sms-partner/send-sms/survey-send", "Survey Send")),
		page(at("/api/sms-partner/envoyer-des-sms/annuler-envoi-d-un-sms-differe", "Annuler l'envoi d'un SMS différé"), at("/en/api/sms-partner/send-sms/cancel-scheduled-sms", "Cancel Scheduled SMS")),
		page(unseen("Caractères spéciaux"), unseen("Special Characters")),
		heading("Statut & Statistiques", "Status & Statistics"),
		page(at("/api/sms-partner/statut-et-statistiques/statut-unitaire", "Statut unitaire"), at("/en/api/sms-partner/status-and-statistics/single-status", "Single Status")),
		page(at("/api/sms-partner/statut-et-statistiques/statut-multiple", "Statut multiple"), at("/en/api/sms-partner/status-and-statistics/bulk-status", "Bulk Status")),
		page(at("/api/sms-partner/statut-et-statistiques/statut-par-message", "Statut par message"), at("/en/api/sms-partner/status-and-statistics/status-by-message", "Status by Message")),
		page(at("/api/sms-partner/statut-et-statistiques/statut-par-tag", "Statut par tag"), at("/en/api/sms-partner/status-and-statistics/status-by-tag", "Status by Tag")),
		page(at("/api/sms-partner/statut-et-statistiques/statistique-des-envois", "Statistique des envois"), at("/en/api/sms-partner/status-and-statistics/sending-statistics", "Sending Statistics")),
		heading("Gestion des contacts", "Contact Management"),
		page(unseen("Ajouter un groupe"), unseen("Add Group")),
		page(unseen("Ajouter un contact"), at("/en/api/sms-partner/contact-management/add-contact", "Add Contact")),
		page(unseen("Supprimer un groupe"), unseen("Delete Group")),
		page(unseen("Ajouter un lot de contacts"), unseen("Add Bulk Contacts")),
		page(unseen("Modifier un contact"), at("/en/api/sms-partner/contact-management/edit-contact", "Edit Contact")),
		page(unseen("Supprimer un contact"), unseen("Delete Contact")),
		page(unseen("Obtenir la liste des groupes"), unseen("Get Group List")),
		page(unseen("Obtenir la liste des contacts"), at("/en/api/sms-partner/contact-management/get-contact-list", "Get Contact List")),
		page(unseen("Obtenir le détail d'un contact"), at("/en/api/sms-partner/contact-management/get-contact-details", "Get Contact Details")),
		heading("Gestion des réponses / stops", "Replies / Opt-outs Management"),
		page(at("/api/sms-partner/gestion-des-reponses-stops/liste-des-stops", "Liste des stops"), at("/en/api/sms-partner/replies-opt-outs-management/stop-list", "Stop List")),
		page(unseen("Ajouter un numéro au stop SMS"), at("/en/api/sms-partner/replies-opt-outs-management/add-number-to-sms-stop-list", "Add Number to SMS Stop List")),
		page(unseen("Supprimer un numéro du STOP SMS"), unseen("Remove Number from SMS Stop List")),
		noCall(at("/api/sms-partner/gestion-des-webhooks", "Gestion des réponses"), at("/en/api/sms-partner/replies-opt-outs-management/replies-management", "Replies Management"), "the vendor posts replies to `url_response`"),
		heading("Sous-comptes", "Sub-accounts"),
		noCall(unseen("Activation"), unseen("Activation"), "ask the vendor's technical team"),
		page(at("/api/sms-partner/sous-comptes/creation-dun-sous-compte", "Création d'un sous compte"), at("/en/api/sms-partner/sub-accounts/create-sub-account", "Create Sub-account")),
		page(at("/api/sms-partner/sous-comptes/supprimer-un-sous-compte", "Supprimer un sous-compte"), at("/en/api/sms-partner/sub-accounts/delete-sub-account", "Delete Sub-account")),
		page(at("/api/sms-partner/sous-comptes/liste-des-sous-comptes", "Liste des sous-comptes"), unseen("Sub-account List")),
		page(at("/api/sms-partner/sous-comptes/gerer-les-credits-des-sous-comptes", "Gérer les crédits des sous-comptes"), at("/en/api/sms-partner/sub-accounts/manage-sub-account-credits", "Manage Sub-account Credits")),
		page(at("/api/sms-partner/gerer-le-transfert-dappel", "Gérer le transfert d'appel"), at("/en/api/sms-partner/manage-call-forwarding", "Manage Call Forwarding")),
		heading("Vérification de numéros", "Number Verification"),
		page(unseen("Envoyer une vérification"), at("/en/api/sms-partner/number-verification/send-a-verification", "Send a Verification")),
		page(at("/api/sms-partner/verification-de-numeros/verification-de-format", "Vérification de format"), at("/en/api/sms-partner/number-verification/format-verification", "Format Verification")),
		heading("Location de contacts", "Contact Rental"),
		noCall(unseen("Catégories"), unseen("Categories"), "the ids for `interest` and `sub_interest`"),
		page(unseen("Ciblage et calcul"), at("/en/api/sms-partner/contact-rental/targeting-and-calculation", "Targeting & Calculation")),
		page(at("/api/sms-partner/location-de-contacts/statut-dune-location", "Statut d'une location"), at("/en/api/sms-partner/contact-rental/rental-status", "Rental Status")),
		page(unseen("Télécharger le fichier"), unseen("Download File")),
		page(unseen("RCS"), at("/en/api/sms-partner/rcs", "RCS")),
	}},
	{entry: entry{french: at("/api/voice-partner", "Voice Partner"), english: unseen("Voice Partner"), heading: true}, of: product.Voice, entries: []entry{
		page(at("/api/voice-partner/credits", "Crédits"), unseen("Credits")),
		heading("Message Vocal", "Voice message"),
		page(at("/api/voice-partner/message-vocal/liste-des-fichiers-audio", "Liste des fichiers audio"), unseen("List of audio files")),
		page(at("/api/voice-partner/message-vocal/renommer-un-fichier-audio", "Renommer un fichier audio"), unseen("Rename an audio file")),
		page(at("/api/voice-partner/message-vocal/deposer-un-message-vocal", "Déposer un message vocal"), unseen("Deposit a voice message")),
		page(at("/api/voice-partner/envoyer-un-sms-vocal", "Envoyer un SMS Vocal"), unseen("Send a voice SMS")),
		page(at("/api/voice-partner/supprimer-un-envoi-differe", "Supprimer un envoi différé"), unseen("Delete a deferred send")),
	}},
	{entry: entry{french: at("/api/mail-partner", "Mail Partner"), english: unseen("Mail Partner"), heading: true}, of: product.Mail, entries: []entry{
		page(at("/api/mail-partner/credits", "Crédits"), unseen("Credits")),
		page(unseen("Envoi unitaire de mail"), unseen("Single mail send")),
		page(unseen("Annuler l'envoi d'un mail"), unseen("Cancel a mail")),
		page(at("/api/mail-partner/statut-par-message", "Statut par message"), unseen("Status by message")),
		heading("Gestion des désabonnements", "Unsubscribe management"),
		page(at("/api/mail-partner/gestion-des-desabonnements/ajouter-un-mail", "Ajouter un mail"), unseen("Add a mail address")),
		page(at("/api/mail-partner/gestion-des-desabonnements/liste-des-desabonnements", "Liste des désabonnements"), unseen("Unsubscribe list")),
		page(at("/api/mail-partner/gestion-des-desabonnements/supprimer-un-mail", "Supprimer un mail"), unseen("Remove a mail address")),
		heading("Sous-comptes", "Sub-accounts"),
		noCall(unseen("Activation"), unseen("Activation"), "ask the vendor's support"),
		page(at("/api/mail-partner/sous-comptes/creation-dun-sous-compte", "Création d'un sous compte"), unseen("Create a sub-account")),
		page(at("/api/mail-partner/sous-comptes/liste-des-sous-comptes", "Liste des sous-comptes"), unseen("List of sub-accounts")),
		page(at("/api/mail-partner/sous-comptes/gerer-les-credits-des-sous-comptes", "Gérer les crédits des sous-comptes"), unseen("Manage sub-account credits")),
	}},
	{entry: noCall(unseen("Codes d'erreur"), at("/en/api/error-codes", "Error Codes"), "the provider's errors name the code")},
	{entry: noCall(unseen("SDKS"), unseen("SDKs"), "samples to copy")},
}
