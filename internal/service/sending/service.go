// Package sending holds the types of the section "Envoyer des SMS": messages that
// are sent once, by a resource or an action, and cancelled.
package sending

import (
	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/resource"
)

// Resources lists the resources of this section, one for each way to send.
func Resources() []func() resource.Resource {
	list := make([]func() resource.Resource, len(kinds))
	for i, k := range kinds {
		list[i] = func() resource.Resource { return &sendResource{kind: k} }
	}
	return list
}

// Actions lists the actions of this section.
func Actions() []func() action.Action {
	list := []func() action.Action{newCancelMessageAction}
	for _, k := range kinds {
		list = append(list, func() action.Action { return &sendAction{kind: k} })
	}
	return list
}
