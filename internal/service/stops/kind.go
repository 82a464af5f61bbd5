package stops

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types/basetypes"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

// kind is one of the lists: of phone numbers or of e-mail addresses, its recipients.
type kind struct {
	product product.Product
	section string
	// client returns the calls of the list.
	client func(d *framework.ProviderData, summary string) (calls, diag.Diagnostics)

	// The titles of the vendor's pages, see [framework.Page].
	listPage, addPage, removePage string
	// resource and dataSource are the names of the types.
	resource, dataSource string
	// argument is the attribute for a recipient, arguments that of the data source for
	// several, and entries that for the entries which it found.
	argument, arguments, entries string
	// parameter is the vendor's name for argument.
	parameter    string
	argumentType basetypes.StringTypable
	// rules are those of argument that are not the type's, and elementRules those of
	// arguments.
	rules        []validator.String
	elementRules []validator.Set

	// read returns a recipient of the configuration in the form in which it is sent, or says
	// what is wrong with it.
	read func(at path.Path, written, region string) (string, diag.Diagnostics)
	// same compares recipients, in whatever form.
	same func(a, b string) bool
	// newIndex returns an empty index, which finds as same compares.
	newIndex func() index

	words        words
	descriptions descriptions
}

// index holds recipients, and finds those that are the same as another one.
type index interface {
	Add(recipient string)
	Find(recipient string) []string
}

// words are those of diagnostics and descriptions.
type words struct {
	// object is an entry, such as "STOP number", and objects are several.
	object, objects string
	list            string
	// recipient is short, and inFull is not: "number" and "phone number". recipients are
	// several.
	recipient, recipients, inFull string
	// article goes before recipient and before inFull.
	article, example string
	// check says what to check when the vendor refuses a recipient.
	check string
	// optsOut says how a person comes onto the list without the provider.
	optsOut string
	// choose says how to import one of several entries.
	choose string
	// forms says, after a comma, in which forms the data source takes recipients, and named
	// ends its argument's description.
	forms, named string
}

// descriptions are those that share too few words to be made of them.
type descriptions struct {
	resource, argument, list, dataSource, listed string
}

// calls are the vendor's calls of a list, see the clients in package partner.
type calls struct {
	list   func(context.Context) ([]entry, error)
	add    func(ctx context.Context, recipient string) (id string, err error)
	remove func(ctx context.Context, id string) error
}

// stopList is the list of a kind on an account.
type stopList struct {
	*kind
	calls calls
}

// open returns the list of the provider's account.
func (k *kind) open(d *framework.ProviderData, summary string) (stopList, diag.Diagnostics) {
	calls, diags := k.client(d, summary)
	return stopList{k, calls}, diags
}

// The summaries of diagnostics.
func (k *kind) unableTo(verb string) string { return "Unable to " + verb + " " + k.words.object }
func (k *kind) unableToList() string        { return "Unable to list " + k.words.objects }
func (k *kind) incomplete() string          { return "Incomplete " + k.words.object }
