# shellcheck shell=bash
# To be sourced by scripts that speak to Elasticsearch: the one of charts/platform/eck, reached by kubectl port-forward;
# or the one that ELASTICSEARCH_URL, ELASTICSEARCH_PASSWORD (of the user ELASTICSEARCH_USER, elastic) and
# ELASTICSEARCH_CA (a file) name. Wants kubectl, curl and jq. Gives the folder $work, say, value, call and
# as_administrator METHOD PATH, which sends standard input; MOST_SECONDS is how long an answer is waited for, 30 by default.
work=$(mktemp -d)
forward=
trap '[ -z "$forward" ] || kill "$forward" 2>/dev/null || true; rm -rf "$work"' EXIT

say() { printf '%s\n' "$*" >&2; }
# value NAMESPACE SECRET KEY
value() { kubectl -n "$1" get secret "$2" -o "go-template={{index .data \"$3\" | base64decode}}"; }

if [ -z "${ELASTICSEARCH_URL:-}" ]; then
  value elastic binnacle-es-http-certs-public ca.crt >"$work/ca.crt"
  ELASTICSEARCH_PASSWORD=$(value elastic binnacle-es-elastic-user elastic)
  kubectl -n elastic port-forward service/binnacle-es-http :9200 >"$work/forward" &
  forward=$!
  for ((i = 0; i < 100; i++)); do
    port=$(sed -n 's/^Forwarding from 127\.0\.0\.1:\([0-9]*\) .*/\1/p' "$work/forward")
    [ -z "$port" ] || break
    sleep 0.2
  done
  [ -n "$port" ] || { say "Elasticsearch is not reached by kubectl port-forward."; exit 1; }
  # The name that the certificate is for, at the end of the tunnel.
  ELASTICSEARCH_URL=https://binnacle-es-http.elastic.svc:9200
  printf 'connect-to = "binnacle-es-http.elastic.svc:9200:127.0.0.1:%s"\n' "$port" >"$work/tunnel"
else
  [ -z "${ELASTICSEARCH_CA:-}" ] || cp "$ELASTICSEARCH_CA" "$work/ca.crt"
  : >"$work/tunnel"
fi
[ ! -s "$work/ca.crt" ] || printf 'cacert = "%s"\n' "$work/ca.crt" >>"$work/tunnel"

# call AUTHORIZATION METHOD PATH: sends standard input, prints the answer; fails where it is none of 2xx, and leaves the
# answer on standard error. The credential goes through a file, for a process's arguments can be read by everybody.
call() {
  local status
  (umask 077 && { cat "$work/tunnel"; printf '%s\n' "$1"; } >"$work/call")
  status=$(curl -sS --max-time "${MOST_SECONDS:-30}" --config "$work/call" -X "$2" -H 'Content-Type: application/json' --data-binary @- \
    -o "$work/answer" -w '%{http_code}' "$ELASTICSEARCH_URL$3")
  if [[ $status != 2* ]]; then
    say "$2 $3 was answered $status: $(head -c 500 "$work/answer")"
    return 1
  fi
  cat "$work/answer"
}
administrator=${ELASTICSEARCH_USER:-elastic}:${ELASTICSEARCH_PASSWORD:?the password of ELASTICSEARCH_USER}
administrator=${administrator//\\/\\\\}
administrator=${administrator//\"/\\\"}
as_administrator() { call "user = \"$administrator\"" "$@"; }
