#!/usr/bin/env bash
# register.sh: tells the portal at PORTAL of a deployment in ENVIRONMENT, with OUTCOME (SUCCEEDED or FAILED) and what it
# SAYS. The token in PORTAL_TOKEN is handed to curl on its standard input, so that neither the log nor the list of
# processes shows it. Tries again where that may help; the portal keeps what it is told twice once.
set -euo pipefail
change=$(jq -n --arg id "${BUILD_TAG:-by-hand-$(date +%s)}-$OUTCOME" --arg namespace "${NAMESPACE:-echo}" \
  --arg says "$SAYS" --arg outcome "$OUTCOME" --arg link "${BUILD_URL:-}" \
  '{id: $id, kind: "Deployment", namespace: $namespace, name: "echo-service", manager: "Jenkins", says: $says,
    outcome: $outcome} + if $link == "" then {} else {link: $link} end')
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

status=$(printf 'header = "Authorization: Bearer %s"\n' "$PORTAL_TOKEN" |
  curl --config - --silent --show-error --output "$answer" --write-out '%{http_code}' --max-time 10 \
    --retry "${RETRIES:-4}" --retry-connrefused --header 'Content-Type: application/json' --data "$change" \
    "$PORTAL/environments/$ENVIRONMENT/observed-changes") || status=none

case $status in
  200 | 201) echo "The portal was told: $SAYS" ;;
  none) echo "The portal at $PORTAL does not answer." >&2 && exit 1 ;;
  *) echo "The portal at $PORTAL answered $status: $(jq -r '.detail // empty' "$answer" 2>/dev/null)" >&2 && exit 1 ;;
esac
