package sending

import (
	"strings"
	"testing"
)

// The page of a resource promises to cancel only where its argument schedules.
func TestResourceSchema_Cancels(t *testing.T) {
	t.Parallel()
	for _, k := range kinds {
		resource := k.resourceSchema()
		_, schedules := resource.Attributes[argSchedule.Name]
		promises := strings.Contains(resource.MarkdownDescription, "cancels a scheduled message")
		if want := schedules && !k.sendOnly; promises != want {
			t.Errorf("%s: promises to cancel: %t, want %t", k.name, promises, want)
		}
		if moment := strings.Contains(resource.MarkdownDescription, "recipients or moment"); moment != schedules {
			t.Errorf("%s: speaks of a moment: %t, want %t", k.name, moment, schedules)
		}
	}
}
