#!/bin/sh
# Sends an SMS, has Terraform or OpenTofu wait for it, and reports what became of it.
#
#   ./deliver.sh send    sends once, and writes the message's id to the file message_id
#   ./deliver.sh check   plans, applies if everybody got the SMS, and writes junit.xml
#
# Variables: SMSPARTNER_API_KEY; PHONE_NUMBERS, with commas between them; for send also MESSAGE.
# ENGINE is the command terraform or tofu. For check, TF_VAR_timeout and TF_VAR_max_cost set the
# variables of the configuration.
#
# Exit codes: 0 everybody got it
#             1 somebody did not get it, it cost too much, or another condition failed
#             2 no verdict: wrong key, refused send, broken configuration, signal
#             3 no verdict yet: the timeout is over, and the SMS is not delivered yet, or not known
#
# While nobody knows whether a send has left, message_id says "unknown", and send refuses to send
# again in this folder. Look in the dashboard, then remove the file.
set -eu

# Whatever goes wrong on the way is no verdict.
verdict_code=2
trap 'exit "$verdict_code"' EXIT

step=${1:-}
engine=${ENGINE:-terraform}
child=
interrupted='The run was interrupted.'

# say prints a line: on GitHub an annotation, which takes an escaped text.
say() {
  if [ "${GITHUB_ACTIONS:-}" = true ]; then
    text=$(printf %s "$2" | jq -Rrs 'gsub("%"; "%25") | gsub("\r"; "%0D") | gsub("\n"; "%0A")')
    printf '::%s title=SMS::%s\n' "$1" "$text"
  else
    printf '%s: %s\n' "$1" "$2"
  fi
}

# need ends where a program is missing. It does without say and report, which need jq.
need() {
  for program in "$@"; do
    command -v "$program" >/dev/null || { echo "error: The script needs $program, which is not there." && exit 2; }
  done
}

# report reads a JSON list of {name, outcome, text}, and writes it as JUnit. Texts are the vendor's
# words, so what XML does not allow is replaced or escaped.
report() {
  jq -r '
    def xml: tostring | explode
      | map(if (. < 32 and . != 9 and . != 10 and . != 13) or . == 65534 or . == 65535 then 63 else . end)
      | implode | @html;
    def count($outcome): map(select(.outcome == $outcome)) | length;
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
    "<testsuites>",
    "  <testsuite name=\"sms\" tests=\"\(length)\" failures=\"\(count("failure"))\" errors=\"\(count("error"))\" skipped=\"\(count("skipped"))\">",
    (.[] | "    <testcase classname=\"sms\" name=\"\(.name | xml)\">" +
      (if .outcome == "passed" then "" else "<\(.outcome) message=\"\(.text | xml)\"/>" end) + "</testcase>"),
    "  </testsuite>",
    "</testsuites>"
  ' >junit.xml
}

# give_up ends without a verdict.
give_up() {
  say error "$2"
  jq -n --arg name "$1" --arg text "$2" '[{name: $name, outcome: "error", text: $text}]' | report
  exit 2
}

# stop is what a signal leads to, except while the engine runs.
stop() {
  trap '' INT TERM
  [ -z "$child" ] || kill "$child" 2>/dev/null || true
  give_up "$step" "$interrupted"
}

# known reports whether message_id has the id of a message.
known() {
  case $(cat message_id) in
  '' | *[!0-9]*) return 1 ;;
  esac
}

# post has curl read the key from a pipe and write its answer to a file without a name: no list of
# processes and no file shows them. A request that may have left is never made again, so curl must
# not retry, nor read a .curlrc, which could say so. A signal ends a wait at once, and a curl in
# the foreground would delay it.
post() {
  exec 3>answer
  exec 4<answer
  rm answer
  jq -n '{apiKey: env.SMSPARTNER_API_KEY, phoneNumbers: env.PHONE_NUMBERS, message: env.MESSAGE}' |
    curl --disable --silent --show-error --retry 0 --max-time 30 --header 'Content-Type: application/json' --data @- \
      "${SMSPARTNER_BASE_URL:-https://api.smspartner.fr/v1}/send" >&3 &
  child=$!
  code=0
  wait "$child" || code=$?
  child=
  answer=$(cat <&4)
  return "$code"
}

send() {
  rm -f junit.xml
  # An old id must not stay: check would take it for that of this send.
  if [ ! -e message_id ] || known; then rm -f message_id; fi
  need jq curl
  [ ! -e message_id ] ||
    give_up send 'Nobody knows whether the last send left. Look in the dashboard, and remove the file message_id before you send again.'
  : "${SMSPARTNER_API_KEY:?}" "${PHONE_NUMBERS:?}" "${MESSAGE:?}"

  interrupted='The send was interrupted: it may have left. Look in the dashboard before you send again.'
  echo unknown >message_id
  failed=0
  post || failed=$?
  case $failed in
  0) ;;
  5 | 6 | 7) # curl found no server to connect to.
    rm message_id
    give_up send 'No connection to SMS Partner: nothing was sent.'
    ;;
  *) give_up send 'No answer to the send. It may have left: look in the dashboard before you send again.' ;;
  esac

  # Larger numbers than this are not exact in each jq.
  id=$(printf %s "$answer" | jq -rs 'if length == 1 and .[0].success == true then .[0].message_id else empty end
    | if type == "number" and . > 0 and . <= 9007199254740991 and . == floor then tostring
      elif type == "string" and test("\\A[0-9]+\\z") then . else empty end') || id=
  if [ -z "$id" ]; then
    # The reasons stand in message, error or errors: a text, or a list of texts or objects.
    words=$(printf %s "$answer" | jq -rs '
      def reason: if type == "object"
        then [.elementId // .phoneNumber, (.code | values | "code \(.)"), .message] | map(values | tostring) | join(": ")
        else tostring end;
      if length == 1 and .[0].success == false then .[0] else empty end
      | [.message, .error, .errors | if type == "array" then .[] else . end | values | reason] as $reasons
      | [(.code | values | "code \(.)"), ($reasons | map(select(. != "")) | join("; "))] | map(select(. != "")) | join(": ")
      | if . == "" then "no reason given" else . end
      | split(env.SMSPARTNER_API_KEY) | join("(the key)")') || words=
    [ -n "$words" ] || give_up send 'The answer to the send is unclear. Look in the dashboard before you send again.'
    rm message_id
    give_up send "The send was refused: $words"
  fi
  printf '%s\n' "$id" >message_id
  interrupted="The run was interrupted after the send, of message $id."
  echo '[{"name": "send", "outcome": "passed"}]' | report
  verdict_code=0
  say notice "Sent as message $id."
}

# run hands the signal that ends a job to the engine, which a shell does not do by itself.
run() {
  "$engine" "$@" &
  child=$!
  trap 'kill -TERM "$child"' INT TERM
  code=0
  wait "$child" || code=$?
  # A signal ends the first wait only.
  while kill -0 "$child" 2>/dev/null; do
    code=0
    wait "$child" || code=$?
  done
  child=
  trap stop INT TERM
  return "$code"
}

check() {
  rm -f plan.tfplan plan.json junit.xml
  need jq "$engine"
  : "${SMSPARTNER_API_KEY:?}" "${PHONE_NUMBERS:?}"
  [ -e message_id ] || give_up check 'There is no message to ask about: send first.'
  known || give_up check 'Nobody knows whether the last send left: message_id has no id. Look in the dashboard.'
  TF_VAR_message_id=$(cat message_id)
  TF_VAR_phone_numbers=$(jq -nc 'env.PHONE_NUMBERS | split(",")')
  export TF_VAR_message_id TF_VAR_phone_numbers
  run init -input=false -no-color || give_up init 'The engine could not install the provider.'

  # A plan whose condition failed is written, too, and holds the verdict.
  planned=0
  run plan -input=false -no-color -out=plan.tfplan || planned=$?
  "$engine" show -json plan.tfplan >plan.json || give_up plan 'There is no plan to read.'

  # A failed condition whose message has the summary is about the delivery: more time can mend it
  # where the delivery is undecided. A check block only warns. A test case is a recipient, the
  # conditions of one resource, data source or output, or a check block.
  verdict=$(jq -c --argjson planned "$planned" '
    (.planned_values.outputs // {} | map_values(.value)) as $is
    | [.checks[]? | select(.address.kind != "var") | {
        name: .address.to_display, warns: (.address.kind == "check"), status: .status,
        text: ([.instances[]?.problems[]?.message] | join(" "))
      } | .about_delivery = (($is.summary // "") as $summary | $summary != "" and (.text | contains($summary)))
        | .outcome = if .status == "pass" then "passed"
            elif .warns or .status == "unknown" or (.status == "fail" and .about_delivery and $is.undecided == true) then "skipped"
            elif .status == "fail" then "failure" else "error" end
      ] as $checks
    | ($checks | map(select(.outcome == "failure"))) as $failed
    | ($checks | map(select(.outcome == "error"))) as $broken
    | def texts: map("\(.name): \(.text)") | join("; ");
    {
      outcome: (if $is.passed == true and $planned == 0 and $failed + $broken == [] then "passed"
        elif $is.undecided == true and $failed + $broken == [] then "undecided"
        elif $is.passed != null and $failed != [] or $is.passed == false and $is.undecided != true then "failed"
        else "unknown" end),
      summary: ([$is.summary, "cost \($is.cost // "unknown")"]
        + [$failed | map(select(.about_delivery | not)) | select(. != []) | texts] | join(", ")),
      warnings: ($checks | map(select(.warns and (.status == "fail" or .status == "error"))) | texts),
      cases: ([$is.recipients[]? | {
        name: .phone_number, text: .status,
        outcome: (if .delivered then "passed" elif .final then "failure" else "skipped" end)
      }] + ($checks | map(if .warns then . else .name = "conditions of \(.name)" end)))
    }' plan.json)
  warnings=$(printf %s "$verdict" | jq -r .warnings)
  [ -z "$warnings" ] || say warning "$warnings"
  outcome=$(printf %s "$verdict" | jq -r .outcome)
  case $outcome in
  passed) run apply -input=false -no-color plan.tfplan || give_up apply 'The SMS arrived, but the apply failed.' ;;
  unknown) give_up plan 'The plan has no verdict: read what the engine says above.' ;;
  esac

  printf %s "$verdict" | jq .cases | report
  summary=$(printf %s "$verdict" | jq -r .summary)
  case $outcome in
  passed)
    say notice "$summary"
    verdict_code=0
    ;;
  undecided)
    say warning "No verdict yet: $summary"
    verdict_code=3
    ;;
  *)
    say error "$summary"
    verdict_code=1
    ;;
  esac
}

trap stop INT TERM
case $step in
send) send ;;
check) check ;;
*)
  echo "usage: $0 send|check" >&2
  exit
  ;;
esac
