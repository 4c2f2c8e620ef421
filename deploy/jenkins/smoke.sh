#!/usr/bin/env bash
# smoke.sh: asks the echo service at INGRESS, as a user would, until it echoes what this build alone asks. The ingress
# learns of new pods a little after they are ready, so it is asked TRIES times, PAUSE seconds apart.
set -euo pipefail
build=${BUILD_TAG:-by-hand}
for ((try = 1; try <= ${TRIES:-15}; try++)); do
  if answer=$(curl --silent --show-error --max-time 5 --get --data-urlencode "build=$build" "$INGRESS/api") &&
    [ "$(jq -r '.build | if type == "array" then .[0] else . end' <<<"$answer" 2>/dev/null)" = "$build" ]; then
    echo "$INGRESS/api echoes build=$build."
    exit
  fi
  sleep "${PAUSE:-2}"
done
echo "$INGRESS/api did not echo build=$build; its last answer was: ${answer:0:200}" >&2
exit 1
