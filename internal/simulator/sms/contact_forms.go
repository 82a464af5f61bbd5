package sms

import "time"

// ContactForms are the forms of contacts.
type ContactForms struct {
	// ContactMultipleAdd takes batches at /contact/multiple/add only, as one client
	// found, where the documentation has /contact/add.
	ContactMultipleAdd bool `flag:"contact-multiple-add" help:"take batches of contacts at /contact/multiple/add only"`
	// ContactListPost lists contacts with POST, as an English heading says.
	ContactListPost bool `flag:"contact-list-post" help:"list contacts with POST instead of GET"`
	// ContactPageSize is how many contacts a page has: 20 by an older documentation, which
	// is the default, and 500 by one client.
	ContactPageSize int `flag:"contact-page-size" value:"contacts" help:"contacts on a page: 20 (default), or 500 as one client found"`
	// ContactTotalOfPage makes the total of a page that of the page, not of the group.
	ContactTotalOfPage bool `flag:"contact-total-of-page" help:"count the page, not the group, in the total of a list of contacts"`
	// ContactLastPageRepeats answers a page behind the last one with the last one, where
	// others answer an empty one: neither is documented.
	ContactLastPageRepeats bool `flag:"contact-last-page-repeats" help:"repeat the last page of contacts behind it, instead of an empty one"`
	// ContactListDelay is how long the list lags behind what was added and deleted.
	ContactListDelay time.Duration `flag:"contact-list-delay" help:"how long the list of contacts lags behind"`
	// ContactDetailDelay is for how long contact/detail does not know what was added.
	ContactDetailDelay time.Duration `flag:"contact-detail-delay" help:"how long contact/detail does not know a new contact"`
	// ContactGroupToken names the group in contact/detail as all other calls do, where the
	// documented sample has a number.
	ContactGroupToken bool `flag:"contact-group-token" help:"name the group in contact/detail as other calls do, instead of by a number"`
	// ContactNoShortURL leaves out the short address: the documentation does not say
	// what it is, and its tables do not have it.
	ContactNoShortURL bool `flag:"contact-no-short-url" help:"leave the short address out of the answers on contacts"`
	// ContactBatchIDs writes contactId into the rows of a batch that was added.
	ContactBatchIDs bool `flag:"contact-batch-ids" help:"write contactId into the rows of a batch of contacts"`
	// ContactBatchStops refuses numbers of the STOP list in a batch. The documentation
	// only has a counter for them.
	ContactBatchStops bool `flag:"contact-batch-stops" help:"refuse numbers of the STOP list in a batch of contacts"`
	// ContactBatchCodes gives a row that is refused for another reason than its number a code
	// and no message. Neither is documented, and for the code 99 stands.
	ContactBatchCodes bool `flag:"contact-batch-codes" help:"refuse rows of a batch of contacts with a code and no message"`
	// ContactUpdateClears clears the details that a change leaves out.
	ContactUpdateClears bool `flag:"contact-update-clears" help:"clear what a change of a contact leaves out"`
	// ContactUpdateNumber lets a change set another number, where a change without the
	// switch ignores the number.
	ContactUpdateNumber bool `flag:"contact-update-number" help:"let a change of a contact set another number"`
	// ContactUpdateUnknown1 answers code 1, not 404, to a change of an unknown contact.
	ContactUpdateUnknown1 bool `flag:"contact-update-unknown-1" help:"answer code 1 to a change of an unknown contact, instead of 404"`
	// ContactEmptyKept keeps a detail that a change sets to an empty text.
	ContactEmptyKept bool `flag:"contact-empty-kept" help:"keep the details of a contact that a change sets to an empty text"`
	// ContactDeleteTexts refuses a deletion in the words of the page on groups, as a later
	// edition prints them.
	ContactDeleteTexts bool `flag:"contact-delete-texts" help:"refuse to delete a contact in the words of the page on groups"`
	// ContactTextsCut cuts texts that are longer than their columns, where others are
	// refused: neither is documented.
	ContactTextsCut bool `flag:"contact-texts-cut" help:"cut long texts of contacts, instead of refusing them"`
	// ContactOddStored stores a date or an address that is none, instead of refusing it.
	ContactOddStored bool `flag:"contact-odd-stored" help:"store bad dates and addresses of contacts, instead of refusing them"`
	// ContactDayFirst writes dates as DD-MM-YYYY, as the samples of a change do.
	ContactDayFirst bool `flag:"contact-day-first" help:"write dates of contacts as DD-MM-YYYY"`
	// GroupDeleteKeepsContacts keeps the contacts of a deleted group.
	GroupDeleteKeepsContacts bool `flag:"group-delete-keeps-contacts" help:"keep the contacts of a deleted group"`
}
