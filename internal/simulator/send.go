package simulator

import (
	"net/http"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// sendEndpoints is the page "Envoi unitaire".
func sendEndpoints() []endpoint {
	return []endpoint{{
		method: http.MethodPost,
		path:   "/send",
		parameters: []parameter{
			apiKeyParameter,
			{name: "phoneNumbers", check: isPhoneNumberList},
			{name: "message"},
			{name: "gamme", check: oneOf("1", "2")},
			{name: "sender", check: isSender},
			{name: "tag", check: isTag},
			{name: "scheduledDeliveryDate", check: isScheduledDate},
			{name: "time", check: isHour},
			{name: "minute", check: isMinute},
			{name: "urlResponse", check: isWebURL},
			{name: "urlDlr", check: isWebURL},
			{name: "isStopSms", check: isFlag},
			{name: "isUnicode", check: isFlag},
			{name: "sandbox", check: isFlag},
			formatParameter,
		},
		handle: send,
	}}
}

const maxNumbers = 500

var (
	phoneNumbersRequired = failure{code: 2, message: wording{
		"Le champ phoneNumbers est requis",
		"The phoneNumbers field is required",
	}}
	tooManyNumbers = failure{code: 50, message: wording{
		"Le nombre de numéros autorisés est de 500 maxi",
		"Maximum of 500 numbers",
	}}
)

// send queues one text for up to 500 numbers. A sandbox message is answered and
// behaves like any other, except that it costs nothing in the statistics: what
// else the vendor does with it afterwards is not known.
func send(s *Simulator, c *call) (object, *failure) {
	if c.text("phoneNumbers") == "" {
		return nil, &phoneNumbersRequired
	}
	numbers := strings.Split(c.text("phoneNumbers"), ",")
	if len(numbers) > maxNumbers {
		return nil, &tooManyNumbers
	}
	now := s.options.Now()
	at, problems := c.schedule(now)
	problems = append(sendProblems(c, numbers), problems...)
	if len(problems) > 0 {
		return nil, &failure{code: 9, problems: problems}
	}
	sms := len(numbers) // One segment a number: the segments of a text are not counted here.
	m := s.outgoing(numbers, now, at)
	m.Tag = c.text("tag")
	if c.text("sandbox") != "1" {
		m.departure.sms, m.departure.cost = sms, thousandths(38*sms)
	}
	id := s.AddMessage(m)
	number, err := strconv.ParseInt(id, 10, 64)
	if err != nil {
		panic(err)
	}
	answer := success(
		field{"message_id", integer(number)},
		field{"nb_sms", integer(sms)},
		field{"cost", thousandths(38 * sms)},
		field{"currency", text(defaultCurrency)},
	)
	if !at.IsZero() {
		answer = append(answer, field{"scheduledDeliveryDate", text(at.Format("2006-01-02 15:04:05"))})
	}
	return answer, nil
}

func sendProblems(c *call, numbers []string) []problem {
	var problems []problem
	if c.text("message") == "" {
		problems = append(problems, problem{"children[message].data", "Le message est requis", "Le message est requis"})
	}
	for _, number := range numbers {
		if _, valid := e164(strings.TrimSpace(number)); !valid {
			problems = append(problems, problem{
				"children[phoneNumbers].data",
				"Ce numero de telephone n'est pas valide (" + number + ")",
				"Ce numéro de téléphone n'est pas valide (" + number + ")",
			})
		}
	}
	if utf8.RuneCountInString(c.text("sender")) > 11 {
		problems = append(problems, problem{
			"children[sender].data",
			"L'emetteur ne peut pas etre plus long que 11 caracteres",
			"L'émetteur ne peut pas être plus long que 11 caractères",
		})
	}
	return problems
}

// outgoing is a message that is Waiting until the delivery delay has passed,
// from now or from the moment for which it is scheduled.
func (s *Simulator) outgoing(numbers []string, now, at time.Time) Message {
	leaves := now
	if !at.IsZero() {
		leaves = at
	}
	m := Message{departure: departure{at: leaves}}
	for _, number := range numbers {
		r := Recipient{Number: strings.TrimSpace(number), Date: now, waitingUntil: leaves.Add(s.options.DeliveryDelay)}
		m.Recipients = append(m.Recipients, r.apply(outcomes()))
	}
	return m
}

// thousandths writes an amount without the rounding of a float.
func thousandths(n int) decimal {
	s := strconv.Itoa(n/1000) + "." + strconv.Itoa(1000 + n%1000)[1:]
	return decimal(strings.TrimSuffix(strings.TrimRight(s, "0"), "."))
}
