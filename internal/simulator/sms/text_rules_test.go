package sms

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestCompose_Segments(t *testing.T) {
	t.Parallel()
	const a = "a"
	for name, test := range map[string]struct {
		posted        string
		unicode, stop bool
		length, parts int
	}{
		"one letter":         {posted: a, length: 1, parts: 1},
		"160":                {posted: strings.Repeat(a, 160), length: 160, parts: 1},
		"161":                {posted: strings.Repeat(a, 161), length: 161, parts: 2},
		"306":                {posted: strings.Repeat(a, 306), length: 306, parts: 2},
		"307":                {posted: strings.Repeat(a, 307), length: 307, parts: 3},
		"1530":               {posted: strings.Repeat(a, 1530), length: 1530, parts: 10},
		"1531":               {posted: strings.Repeat(a, 1531), length: 1531, parts: 11},
		"accents":            {posted: strings.Repeat("é", 160), length: 160, parts: 1},
		"Unicode 70":         {posted: strings.Repeat("ж", 70), unicode: true, length: 70, parts: 1},
		"Unicode 71":         {posted: strings.Repeat("ж", 71), unicode: true, length: 71, parts: 2},
		"Unicode 134":        {posted: strings.Repeat("ж", 134), unicode: true, length: 134, parts: 2},
		"Unicode 135":        {posted: strings.Repeat("ж", 135), unicode: true, length: 135, parts: 3},
		"pairs of Unicode":   {posted: strings.Repeat("😀", 35), unicode: true, length: 70, parts: 1},
		"Unicode line break": {posted: "a:br:b", unicode: true, length: 4, parts: 1},
		"line break":         {posted: strings.Repeat(a, 158) + ":br:", length: 160, parts: 1},
		"line break too far": {posted: strings.Repeat(a, 159) + ":br:", length: 161, parts: 2},
		"plain line break":   {posted: "a\nb", length: 3, parts: 1},
		"euro":               {posted: "5 :euro:", length: 4, parts: 1},
		"euro sign":          {posted: "5 €", length: 4, parts: 1},
		"one for two":        {posted: "œ", length: 2, parts: 1},
		"removed":            {posted: `a^~|\¨§`, length: 1, parts: 1},
		"brackets":           {posted: strings.Repeat("[", 160), length: 160, parts: 1},
		"STOP text":          {posted: strings.Repeat(a, 146), stop: true, length: 160, parts: 1},
		"STOP text too far":  {posted: strings.Repeat(a, 147), stop: true, length: 161, parts: 2},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := compose(test.posted, test.unicode, test.stop)
			expect(t, "length", got.length, test.length)
			expect(t, "parts", got.parts, test.parts)
		})
	}
}

func TestCompose_Text(t *testing.T) {
	t.Parallel()
	for posted, want := range map[string]string{
		"Hello":                "Hello",
		"ąçÿµœ°ñÑ":             "àÇyuoe.nN",
		"ûüïîôöóëêäáâã":        "uuiioooeeaaaa",
		"ÀÁÂÃÄÈÊËÎÙÚÛÜÝÔÖ":     "AAAAAEEEIUUUUYOO",
		"[a]{b}":               "(a)(b)",
		"’`“‘«»":               `''''""`,
		`^a~b|c\d¨e§`:          "abcde",
		"éèàùìòÉÇ@$":           "éèàùìòÉÇ@$",
		"one:br:two :euro: €":  "one\ntwo € €",
		"ж😀":                   "??",
		"a:BR:b":               "a:BR:b",
		"C'est d'où, à Noël ?": "C'est d'où, à Noel ?",
	} {
		expect(t, posted, compose(posted, false, false).shown, want)
	}
	expect(t, "Unicode", compose("ж[ê]:br:😀", true, false).shown, "ж[ê]\n😀")
	expect(t, "STOP", compose("Sale", false, true).shown, "Sale STOP au 36xxx")
}

func TestSend_Billing(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	long := strings.Repeat("a", 161)
	_, body := post(t, s, sendPath, sendBody(t, "message", long, "phoneNumbers", numbers(3)))
	expectFields(t, body, `"nb_sms": 6`, `"cost": 0.228`)
	_, body = post(t, s, sendPath, sendBody(t, "message", strings.Repeat("a", 160), "gamme", 2, "phoneNumbers", numbers(2)))
	expectFields(t, body, `"nb_sms": 2`, `"cost": 0.05,`)
	_, body = post(t, s, sendPath, sendBody(t, "message", strings.Repeat("ж", 71), "isUnicode", 1))
	expectFields(t, body, `"nb_sms": 2`)
	_, body = post(t, s, sendPath, sendBody(t, "message", strings.Repeat("a", 150), "isStopSms", "1"))
	expectFields(t, body, `"nb_sms": 2`)
	_, body = get(t, s, messageStatusPath, query("messageId", "1112", "phoneNumber", "+33611100000"))
	expect(t, "cost of one", fields(t, body)["cost"], json.Number("0.076"))
	expectNoViolations(t, s)
}
