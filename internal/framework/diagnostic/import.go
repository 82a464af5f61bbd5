package diagnostic

import "fmt"

// ToImport says how to manage an object that exists already.
func ToImport(typeName, id string) string {
	return fmt.Sprintf("To manage that one, import it:\n\n  import {\n    to = %s.NAME\n    id = %q\n  }", typeName, id)
}
