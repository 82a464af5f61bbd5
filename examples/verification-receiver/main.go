// Command verification-receiver prints the result of each phone number that SMS Partner has
// verified, such as "+33600000001 NO_ERROR". It takes the address to listen on, and the token
// that must stand in notify_url: verification-receiver 127.0.0.1:8080 s3cr3t
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"
)

func main() {
	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	const address, token, arguments = 1, 2, 3
	if len(os.Args) != arguments {
		log.Fatal("usage: verification-receiver ADDRESS TOKEN")
	}
	listener, err := new(net.ListenConfig).Listen(context.Background(), "tcp", os.Args[address])
	if err != nil {
		log.Fatal(err)
	}
	log.Printf("notify_url = \"http://%s/?token=%s\"", listener.Addr(), url.QueryEscape(os.Args[token]))
	server := &http.Server{Handler: receiver(os.Args[token]), ReadTimeout: 10 * time.Second}
	log.Fatal(server.Serve(listener))
}

func receiver(token string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Get("token") != token { // the vendor signs nothing
			http.NotFound(w, r)
			return
		}
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<16))
		phone, result := read(body)
		if err != nil || phone == "" || result == "" {
			log.Printf("unreadable: %q", body) // it is paid for: do not lose it
			http.Error(w, "unreadable", http.StatusBadRequest)
			return
		}
		log.Printf("%s %s", phone, result)
	}
}

// read takes JSON and a form: the vendor does not say which it posts.
func read(body []byte) (phone, result string) {
	var fields map[string]any
	if json.Unmarshal(body, &fields) == nil {
		return text(fields["phone"]), text(fields["errorName"])
	}
	form, _ := url.ParseQuery(string(body))
	return text(form.Get("phone")), text(form.Get("errorName"))
}

func text(value any) string {
	switch value := value.(type) {
	case string:
		return strings.TrimSpace(value) // the vendor's sample ends with a blank
	case float64:
		return fmt.Sprintf("%.0f", value)
	default:
		return ""
	}
}
