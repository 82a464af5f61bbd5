#!/bin/sh
# Sends an SMS, has Terraform or OpenTofu wait for it, and reports what became of it.
#
#   ./deliver.sh send    sends once, and writes the message's id to the file message_id
#   ./deliver.sh check   plans, applies if everybody got the SMS, and writes junit.xml
#
# Variables: SMSPARTNER_API_KEY; PHONE_NUMBERS, with commas between them; for send also MESSAGE.
# ENGINE is the command terraform or tofu. The variables of the module begin with TF_VAR_.
#
# Exit codes: 0 everybody got it
#             1 somebody did not get it, or it cost too much
#             2 no verdict: wrong key, refused send, broken configuration, signal
#             3 no verdict yet: the timeout is over, and the SMS is on its way
set -eu

# Whatever goes wrong on the way is no verdict.
verdict_code=2
trap 'exit "$verdict_code"' EXIT

: "${SMSPARTNER_API_KEY:?}" "${PHONE_NUMBERS:?}"
engine=${ENGINE:-terraform}

# say prints a line: on GitHub an annotation, which takes an escaped text.
say() {
  if [ "${GITHUB_ACTIONS:-}" = true ]; then
    text=$(printf %s "$2" | jq -Rrs 'gsub("%"; "%25") | gsub("\r"; "%0D") | gsub("\n"; "%0A")')
    printf '::%s title=SMS::%s\n' "$1" "$text"
  else
    printf '%s: %s\n' "$1" "$2"
  fi
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

# The key is in the body, which curl reads from a pipe: no file and no process list shows it. A
# request that may have left is never made again, so curl must not retry.
send() {
  : "${MESSAGE:?}"
  rm -f message_id junit.xml
  answer=$(jq -n '{apiKey: env.SMSPARTNER_API_KEY, phoneNumbers: env.PHONE_NUMBERS, message: env.MESSAGE}' |
    curl --silent --show-error --max-time 30 --header 'Content-Type: application/json' --data @- \
      "${SMSPARTNER_BASE_URL:-https://api.smspartner.fr/v1}/send") ||
    give_up send 'No answer to the send. It may have left: look in the dashboard before you send again.'
  id=$(printf %s "$answer" | jq -r 'if .success == true then .message_id // empty else empty end') || id=
  if [ -z "$id" ]; then
    words=$(printf %s "$answer" | jq -r 'if .success == false then "code \(.code): \(.message // .errors)" else empty end
      | split(env.SMSPARTNER_API_KEY) | join("(the key)")') || words=
    [ -z "$words" ] || give_up send "The send was refused: $words"
    give_up send 'The answer to the send is unclear. Look in the dashboard before you send again.'
  fi
  printf '%s\n' "$id" >message_id
  echo '[{"name": "send", "outcome": "passed"}]' | report
  verdict_code=0
  say notice "Sent as message $id."
}

# run hands the signal that ends a job to the engine, which a shell does not do by itself.
run() {
  "$engine" "$@" &
  pid=$!
  trap 'kill -TERM "$pid"' INT TERM
  code=0
  wait "$pid" || code=$?
  # A signal ends the first wait only.
  while kill -0 "$pid" 2>/dev/null; do
    code=0
    wait "$pid" || code=$?
  done
  trap - INT TERM
  return "$code"
}

check() {
  rm -f plan.tfplan plan.json junit.xml
  [ -s message_id ] || give_up check 'There is no message to ask about: send first.'
  TF_VAR_message_id=$(cat message_id)
  TF_VAR_phone_numbers=$(jq -nc 'env.PHONE_NUMBERS | split(",")')
  export TF_VAR_message_id TF_VAR_phone_numbers
  run init -input=false -no-color || give_up init 'The engine could not install the provider.'

  # A plan whose condition failed is written, too, and holds the verdict.
  planned=0
  run plan -input=false -no-color -out=plan.tfplan || planned=$?
  "$engine" show -json plan.tfplan >plan.json || give_up plan 'There is no plan to read.'
  verdict=$(jq -r --argjson planned "$planned" '
    (.planned_values.outputs // {}) as $outputs
    | [.checks[]? | select(.address.kind != "var") | .status] as $checks
    | if $planned == 0 and $outputs.passed.value == true and all($checks[]; . != "fail" and . != "error") then "passed"
      elif $outputs.undecided.value == true then "undecided"
      elif $outputs.passed.value == false then "failed"
      else "unknown" end' plan.json)
  case $verdict in
  passed) run apply -input=false -no-color plan.tfplan || give_up apply 'The SMS arrived, but the apply failed.' ;;
  unknown) give_up plan 'The plan has no verdict: read what the engine says above.' ;;
  esac

  # A test case for each recipient, and one for each check of the plan.
  jq --arg verdict "$verdict" '
    (if $verdict == "undecided" then "skipped" else "failure" end) as $no
    | [(.planned_values.outputs.recipients.value[]? | {
        name: .phone_number, text: .status,
        outcome: (if .delivered then "passed" elif .final then "failure" else "skipped" end)
      }), (.checks[]? | select(.address.kind != "var") | {
        name: .address.to_display, text: ([.instances[]?.problems[]?.message] | join(" ")),
        outcome: ({pass: "passed", fail: $no, error: "error", unknown: "skipped"}[.status])
      })]' plan.json | report
  summary=$(jq -r '.planned_values.outputs | "\(.summary.value), cost \(.cost.value // "unknown")"' plan.json)
  case $verdict in
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

case ${1:-} in
send) send ;;
check) check ;;
*)
  echo "usage: $0 send|check" >&2
  exit
  ;;
esac
