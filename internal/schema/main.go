// Command schema prints the provider's schema as an engine sees it, the way
// tfplugindocs reads it: under the provider's short name, whichever registry
// the engine believes in.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"

	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, os.Stdout)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "schema:", err)
		os.Exit(1)
	}
}

const config = `
terraform {
  required_providers {
    smspartner = { source = "smspartner/smspartner" }
  }
}
`

func run(ctx context.Context, out io.Writer) (err error) {
	root, err := engine.Root(ctx)
	if err != nil {
		return err
	}
	found, err := engine.Find(ctx, root)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "schema")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	executable, err := engine.BuildProvider(ctx, root, dir)
	if err != nil {
		return err
	}
	cli, err := engine.DevOverrides(dir, executable)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(config), 0o600); err != nil {
		return err
	}
	w := engine.Workspace{Engine: found, Dir: dir, CLIConfig: cli}
	printed, err := w.Command(ctx, "providers", "schema", "-json").Output()
	if err != nil {
		return fmt.Errorf("ask %s for the schema: %w", found.Name, err)
	}
	var answer struct {
		Version string                     `json:"format_version"`
		Schemas map[string]json.RawMessage `json:"provider_schemas"`
	}
	if err := json.Unmarshal(printed, &answer); err != nil {
		return fmt.Errorf("read the schema: %w", err)
	}
	for _, schema := range answer.Schemas {
		answer.Schemas = map[string]json.RawMessage{"smspartner": schema}
	}
	return json.NewEncoder(out).Encode(answer)
}
