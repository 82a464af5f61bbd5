// Package sms simulates SMS Partner: an [Account] answers what the vendor's documentation
// prints, with a file for each page.
//
// A page's file holds its routes, their handlers, and what its [Variant] selects. One
// line in [Account.pages] adds it.
package sms
