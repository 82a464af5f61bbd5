package main

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

var voiceQuestions = []*question{
	{
		numbers: "C44, C55", title: "credits, and the place of the key", product: product.Voice, most: 2, ask: askVoiceCredits,
	},
	{
		numbers: "U42", title: "the form of errors", product: product.Voice, most: 2, ask: askVoiceErrors,
	},
	{
		numbers: "U43", title: "the list of audio files", product: product.Voice, most: 1, ask: askAudios,
	},
	{
		numbers: "U46", title: "the cancellation of a campaign that does not exist", product: product.Voice, most: 1, ask: askVoiceCancel,
	},
}

const voiceMe = "/me/" + keyPart

func askVoiceCredits(a *asked) {
	me := a.get(voiceMe, nil)
	a.variant(me.degraded("credit"), "degraded", "a success without data")
	a.variant(me.has("credit") && !me.has("success"), "voice-without-success", "the credits have no success")
	a.variant(isText(me.object("details")["tts"]), "numbers-as-strings", "times are texts")
	a.note(isNumber(me.content["credit"]), "credit is a number")
	a.expect(me.gives("credit", "currency", "details"))
	bare := a.get("/me", nil)
	a.note(bare.succeeded() && bare.has("credit"), "The key is taken from the query too")
}

func askVoiceErrors(a *asked) {
	wrong := a.do(call{method: http.MethodGet, path: voiceMe, otherKey: wrongKey})
	// A token that no file has: nothing can be renamed.
	got := a.post("/audio-file/rename", map[string]any{"tokenAudio": unknownToken, "filename": "probe"})
	if !got.arrived() || got.content == nil {
		return
	}
	form := ""
	for _, name := range []string{"code", "message", "error"} {
		if isWord(got.text(name)) {
			form = name
		}
	}
	a.expect(got.content["success"] == false, form == "error", wrong.refused())
	switch {
	case form == "message" && isWholeNumber(got.code()):
		a.variantWith("voice-failure-key", "number", "a number is in code and the word in message")
	case form == "":
		a.note(true, "The refusal has no word such as AUDIO_FILE_NOT_FOUND")
	case form != "error":
		a.variantWith("voice-failure-key", form, "the word of a refusal is in "+form)
	}
	a.variant(form != "message" && form != "" && got.text("message") != "", "voice-failure-texts", "the word has its meaning beside it")
	a.variant(!got.has("success"), "voice-failure-without-success", "a refusal has no success")
}

// isWord is true for a code such as AUDIO_FILE_NOT_FOUND.
func isWord(text string) bool {
	return text != "" && text == strings.ToUpper(text) && strings.Trim(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_") == ""
}

func isWholeNumber(text string) bool {
	_, err := strconv.Atoi(text)
	return err == nil
}

func askAudios(a *asked) {
	list := a.get("/audios/"+keyPart, nil)
	rows := list.rows("datas")
	count, err := strconv.Atoi(list.text("nb_datas"))
	if err == nil && count == 0 {
		datas, there := list.content["datas"]
		switch {
		case !there:
			a.variantWith("voice-audio-none", "missing", "without files, there is no datas")
		case datas == nil:
			a.variantWith("voice-audio-none", "null", "without files, datas is null")
		}
	}
	a.variantWithIf(err == nil && count > len(rows) && len(rows) > 0, "voice-audio-rows", strconv.Itoa(len(rows)), "the list has fewer files than it counts")
	a.variant(list.has("success") && list.has("datas"), "voice-audio-success", "the list has success")
	a.note(len(rows) == 0 && list.arrived(), "There is no audio file, so the form of one does not show")
	a.expect(err == nil, list.status == http.StatusOK, list.has("datas"))
	for _, row := range rows {
		a.expect(hasAll(row, "token", "created_at"))
		size, duration := textOf(row["size"]), textOf(row["duration"])
		a.variant(strings.Count(duration, ":") == 2 || size != "" && !strings.HasSuffix(size, "Ko"), "voice-audio-units",
			"sizes or durations are in other units")
		if isText(row["created_at"]) {
			a.variantWith("voice-audio-dates", "text", "created_at is a text")
			continue
		}
		date, _ := row["created_at"].(map[string]any)
		switch textOf(date["timezone_type"]) {
		case "1":
			a.variantWith("voice-audio-dates", "offset", "created_at has an offset")
		case "2":
			a.variantWith("voice-audio-dates", "abbreviation", "created_at has the abbreviation of a zone")
		}
	}
}

func askVoiceCancel(a *asked) {
	got := a.do(call{method: http.MethodDelete, path: "/campaign/cancel/" + keyPart + "/" + unknownText})
	if !got.arrived() {
		return
	}
	a.expect(got.refusedWith("404"), got.status == http.StatusOK)
	switch {
	case got.content == nil && got.status >= http.StatusBadRequest:
		a.variantWith("voice-cancel-failures", "html", "a refusal is a page of HTML with an HTTP status")
	case got.content != nil && got.status >= http.StatusBadRequest:
		a.variantWith("voice-cancel-failures", "status", "a refusal has an HTTP status too")
	}
	a.variantWithIf(got.code() != "" && got.code() != "404", "voice-cancel-code", got.code(), "an unknown campaign gets another code than 404")
}
