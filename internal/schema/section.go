package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
)

// sections are the headings of the documentation, each with the types below it.
// They follow the folders of internal/service.
var sections = map[string][]string{
	"Account":             {"credits"},
	"Number verification": {"number_lookup"},
	"Sending": {
		"sms", "bulk_sms", "long_number_sms", "survey",
		"send_sms", "send_bulk_sms", "send_long_number_sms", "send_survey", "cancel_message",
	},
	"Status and statistics": {"message_status", "message_statuses", "bulk_status", "tag_status", "statistics"},
}

const prefix = "smspartner_"

// addSections puts its section before the description of each type, as a
// paragraph of its own: templates/ has no other way to know it. A type without a
// section is an error, and so is a section's type that is not there.
func addSections(kinds ...map[string]*tfprotov6.Schema) error {
	sectionOf := map[string]string{}
	for section, names := range sections {
		for _, name := range names {
			sectionOf[prefix+name] = section
		}
	}
	left := maps.Clone(sectionOf)
	var errs []error
	for _, types := range kinds {
		for _, name := range slices.Sorted(maps.Keys(types)) {
			section, ok := sectionOf[name]
			if !ok {
				errs = append(errs, fmt.Errorf("%s has no section: name it in internal/schema/section.go", name))
				continue
			}
			delete(left, name)
			block := types[name].Block
			block.Description = section + "\n\n" + block.Description
		}
	}
	for _, name := range slices.Sorted(maps.Keys(left)) {
		errs = append(errs, fmt.Errorf("the provider has no %s: take it out of internal/schema/section.go", name))
	}
	return errors.Join(errs...)
}
