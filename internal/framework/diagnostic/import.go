package diagnostic

import "fmt"

// ToImport says how to manage an object that exists already. It ends a sentence.
func ToImport(typeName, id string) string {
	return fmt.Sprintf("import it.\n\n  import {\n    to = %s.NAME\n    id = %q\n  }", typeName, id)
}
