#!/usr/bin/env bash
# fluent-bit-index.sh [--new-key]: makes in Elasticsearch what Fluent Bit writes into: a lifecycle policy, an index
# template and the data stream fluent-bit; and a key that may only do that, put into the secret
# logging/fluent-bit-elasticsearch. Run it again and nothing changes; --new-key makes another key and ends the former.
#
# deploy/platform/elasticsearch.sh says which Elasticsearch that is.
# DELETE_AFTER (14d) is how old lines get, ROLLOVER_SIZE (1gb) and ROLLOVER_AGE (1d) how large and old an index.
set -euo pipefail
cd "$(dirname "$0")/../.."
namespace=logging secret=fluent-bit-elasticsearch name=fluent-bit
template=charts/platform/fluent-bit/index-template.json
# shellcheck source=deploy/platform/elasticsearch.sh
source deploy/platform/elasticsearch.sh

# Rolls over at the size, and daily so that age means something; a rolled index that no query needs any more goes.
jq -n --arg size "${ROLLOVER_SIZE:-1gb}" --arg age "${ROLLOVER_AGE:-1d}" --arg delete "${DELETE_AFTER:-14d}" '{
  policy: {phases: {
    hot: {min_age: "0ms", actions: {rollover: {max_primary_shard_size: $size, max_age: $age}}},
    delete: {min_age: $delete, actions: {delete: {}}}}}}' \
  | as_administrator PUT "/_ilm/policy/$name" >/dev/null

# The template's fields are those that the portal searches. As a data stream its indices roll over by themselves. A field
# that an application fills now with a number and now with words costs that field, and not the line.
jq --arg policy "$name" --arg stream "$name" '
  .index_patterns = [$stream] | .data_stream = {}
  | .template.settings["index.lifecycle.name"] = $policy
  | .template.settings["index.mapping.ignore_malformed"] = true' "$template" \
  | as_administrator PUT "/_index_template/$name" >/dev/null
if ! as_administrator GET "/_data_stream/$name" </dev/null >/dev/null 2>&1; then
  as_administrator PUT "/_data_stream/$name" </dev/null >/dev/null
fi

kubectl get namespace "$namespace" >/dev/null 2>&1 || kubectl create namespace "$namespace" >/dev/null
key=$(value "$namespace" "$secret" api-key 2>/dev/null || true)
if [ "${1:-}" != --new-key ] && [ -n "$key" ] \
  && call "header = \"Authorization: ApiKey $key\"" GET /_security/_authenticate </dev/null >/dev/null; then
  say "The key in $namespace/$secret is good."
  exit 0
fi

# create_doc adds lines, and can neither read, change nor delete them; auto_configure lets a new field of a line be
# mapped. There is no right on the cluster, and none on another index.
made=$(jq -n --arg name "$name" '{name: $name, role_descriptors: {writer: {
  cluster: [], indices: [{names: [$name], privileges: ["auto_configure", "create_doc"]}]}}}' | as_administrator POST /_security/api_key)
jq -r .encoded <<<"$made" | tr -d '\n' >"$work/api-key"
[ -s "$work/ca.crt" ] || : >"$work/ca.crt"
kubectl -n "$namespace" create secret generic "$secret" --from-file="$work/api-key" --from-file="$work/ca.crt" \
  --dry-run=client -o yaml | kubectl apply --server-side --force-conflicts --field-manager binnacle-install -f - >/dev/null
if kubectl -n "$namespace" get daemonset fluent-bit >/dev/null 2>&1; then
  kubectl -n "$namespace" rollout restart daemonset/fluent-bit >/dev/null
  kubectl -n "$namespace" rollout status --timeout 10m daemonset/fluent-bit >/dev/null
fi
# Only now that nobody uses them.
former=$(as_administrator GET "/_security/api_key?name=$name&active_only=true" </dev/null \
  | jq -c --arg id "$(jq -r .id <<<"$made")" '[.api_keys[].id | select(. != $id)]')
if [ "$former" != "[]" ]; then
  jq -n --argjson ids "$former" '{ids: $ids}' | as_administrator DELETE /_security/api_key >/dev/null
fi
say "A new key is in $namespace/$secret."
