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
	french, english string
	// heading says that the line has no page with a call, but only groups others.
	heading bool
	// without says, in Markdown, why nothing is for the page; empty if something is.
	without string
}

func page(french, english string) entry { return entry{french: french, english: english} }
func heading(french, english string) entry {
	return entry{french: french, english: english, heading: true}
}

func noCall(french, english, instead string) entry {
	return entry{french: french, english: english, without: "no call: " + instead}
}

// menu is that of https://www.docpartner.dev and https://www.docpartner.dev/en, in its
// order.
var menu = []chapter{
	{entry: noCall("Bienvenue", "Welcome", "an introduction")},
	{entry: heading("API", "API")},
	{entry: heading("SMS Partner", "SMS Partner"), of: product.SMS, entries: []entry{
		page("Crédits", "Credits"),
		heading("Envoyer des SMS", "Sending SMS"),
		page("Envoi unitaire", "Single send"),
		page("Envoi par lots", "Bulk send"),
		page("Envoi par numéro long", "Send by long number"),
		page("Envoi de sondages", "Survey send"),
		page("Annuler l'envoi d'un SMS différé", "Cancel scheduled SMS"),
		page("Caractères spéciaux", "Special characters"),
		heading("Statut & Statistiques", "Status & statistics"),
		page("Statut unitaire", "Single status"),
		page("Statut multiple", "Multiple status"),
		page("Statut par message", "Status by message"),
		page("Statut par tag", "Status by tag"),
		page("Statistique des envois", "Sending statistics"),
		heading("Gestion des contacts", "Contact management"),
		page("Ajouter un groupe", "Add a group"),
		page("Ajouter un contact", "Add a contact"),
		page("Supprimer un groupe", "Delete a group"),
		page("Ajouter un lot de contacts", "Add a batch of contacts"),
		page("Modifier un contact", "Edit a contact"),
		page("Supprimer un contact", "Delete a contact"),
		page("Obtenir la liste des groupes", "Get the list of groups"),
		page("Obtenir la liste des contacts", "Get the list of contacts"),
		page("Obtenir le détail d'un contact", "Get contact details"),
		heading("Gestion des réponses / stops", "Replies / stops management"),
		page("Liste des stops", "STOP list"),
		page("Ajouter un numéro au stop SMS", "Add a number to the SMS STOP list"),
		page("Supprimer un numéro du STOP SMS", "Remove a number from the SMS STOP list"),
		noCall("Gestion des réponses", "Replies management", "the vendor posts replies to `url_response`"),
		heading("Sous-comptes", "Sub-accounts"),
		noCall("Activation", "Activation", "ask the vendor's technical team"),
		page("Création d'un sous compte", "Create a sub-account"),
		page("Supprimer un sous-compte", "Delete a sub-account"),
		page("Liste des sous-comptes", "List of sub-accounts"),
		page("Gérer les crédits des sous-comptes", "Manage sub-account credits"),
		page("Gérer le transfert d'appel", "Manage call forwarding"),
		heading("Vérification de numéros", "Number verification"),
		page("Envoyer une vérification", "Send a verification"),
		page("Vérification de format", "Format verification"),
		heading("Location de contacts", "Contact rental"),
		noCall("Catégories", "Categories", "the ids for `interest` and `sub_interest`"),
		page("Ciblage et calcul", "Targeting and calculation"),
		page("Statut d'une location", "Rental status"),
		page("Télécharger le fichier", "Download the file"),
		page("RCS", "RCS"),
	}},
	{entry: heading("Voice Partner", "Voice Partner"), of: product.Voice, entries: []entry{
		page("Crédits", "Credits"),
		heading("Message Vocal", "Voice message"),
		page("Liste des fichiers audio", "List of audio files"),
		page("Renommer un fichier audio", "Rename an audio file"),
		page("Déposer un message vocal", "Deposit a voice message"),
		page("Envoyer un SMS Vocal", "Send a voice SMS"),
		page("Supprimer un envoi différé", "Delete a deferred send"),
	}},
	{entry: heading("Mail Partner", "Mail Partner"), of: product.Mail, entries: []entry{
		page("Crédits", "Credits"),
		page("Envoi unitaire de mail", "Single mail send"),
		page("Annuler l'envoi d'un mail", "Cancel a mail"),
		page("Statut par message", "Status by message"),
		heading("Gestion des désabonnements", "Unsubscribe management"),
		page("Ajouter un mail", "Add a mail address"),
		page("Liste des désabonnements", "Unsubscribe list"),
		page("Supprimer un mail", "Remove a mail address"),
		heading("Sous-comptes", "Sub-accounts"),
		noCall("Activation", "Activation", "ask the vendor's support"),
		page("Création d'un sous compte", "Create a sub-account"),
		page("Liste des sous-comptes", "List of sub-accounts"),
		page("Gérer les crédits des sous-comptes", "Manage sub-account credits"),
	}},
	{entry: noCall("Codes d'erreur", "Error codes", "the provider's errors name the code")},
	{entry: noCall("SDKS", "SDKs", "samples to copy")},
}
