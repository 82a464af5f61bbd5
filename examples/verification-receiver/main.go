// Command verification-receiver prints the result of each phone number that SMS Partner has
// verified, such as "+33600000001 NO_ERROR". It takes the address to listen on, and the token
// that must stand in notify_url: verification-receiver 127.0.0.1:8080 s3cr3t
package main

import (
	"context"
	"encoding/json"
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
	listener, err := new(net.ListenConfig).Listen(context.Background(), "tcp", os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	log.Printf("notify_url = \"http://%s/?token=%s\"", listener.Addr(), url.QueryEscape(os.Args[2]))
	server := &http.Server{Handler: http.HandlerFunc(receive), ReadTimeout: 10 * time.Second}
	log.Fatal(server.Serve(listener))
}

func receive(w http.ResponseWriter, r *http.Request) {
	if r.URL.Query().Get("token") != os.Args[2] { // the vendor signs nothing
		http.NotFound(w, r)
		return
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<16))
	if err != nil {
		http.Error(w, "unreadable", http.StatusBadRequest)
		return
	}
	var result struct{ Phone, ErrorName string }
	if json.Unmarshal(body, &result) != nil { // the vendor does not say which of the two it posts
		form, _ := url.ParseQuery(string(body))
		result.Phone, result.ErrorName = form.Get("phone"), form.Get("errorName")
	}
	log.Printf("%s %s", result.Phone, strings.TrimSpace(result.ErrorName))
}
