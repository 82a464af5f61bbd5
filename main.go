// Terraform-provider-smspartner lets Terraform and OpenTofu use SMS Partner.
package main

import (
	"context"
	"flag"
	"log"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/provider"
)

// version is set by the release build.
var version = "dev"

func main() {
	debug := flag.Bool("debug", false, "wait for a debugger, and print what an engine needs to attach")
	flag.Parse()

	if err := framework.SilenceUnreadLogs(); err != nil {
		log.Fatal(err)
	}
	if err := provider.Serve(context.Background(), version, *debug); err != nil {
		log.Fatal(err)
	}
}
