#!/usr/bin/env bash
# elasticsearch-backup.sh register|take|list|restore SNAPSHOT: backups of the log lines in S3-compatible storage.
#   register          names the storage: BUCKET, and ENDPOINT where it is not Amazon's; each night at 01:30 UTC a snapshot
#                     is taken, and kept for KEEP (30d)
#   take              takes one now, and waits
#   list              those that there are, oldest first, with their state
#   restore SNAPSHOT  puts the lines back beside those that there are, as restored-fluent-bit, and waits
# deploy/platform/elasticsearch.sh says which Elasticsearch that is. Its keys for the storage are in its keystore, see
# docs/platform.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
usage() {
  sed -n '2,7s/^# //p' "$0" >&2
  exit 2
}
command=${1:-}
case $command in
  register) : "${BUCKET:?the bucket}" ;;
  take | list) ;;
  restore)
    snapshot=${2:-}
    [[ $snapshot =~ ^[a-z0-9][a-z0-9._-]*$ ]] || usage
    ;;
  *) usage ;;
esac
# shellcheck source=deploy/platform/elasticsearch.sh
source deploy/platform/elasticsearch.sh
repository=binnacle lines=fluent-bit

# judged METHOD PATH: prints the name of the snapshot that was waited for; fails where a shard is not in it.
judged() {
  local answer
  answer=$(MOST_SECONDS=86400 as_administrator "$@")
  jq -e '(.snapshot.shards // error("no answer of a snapshot")).failed == 0' <<<"$answer" >/dev/null || {
    say "Not every shard is in it: $(jq -c '.snapshot | {state, failures, shards}' <<<"$answer")"
    exit 1
  }
  jq -r '.snapshot.snapshot' <<<"$answer"
}

case $command in
  register)
    # A shared folder of all nodes, with TYPE=fs and BUCKET its path, is for trying out.
    jq -n --arg type "${TYPE:-s3}" --arg bucket "$BUCKET" --arg endpoint "${ENDPOINT:-}" '{type: $type, settings:
      (if $type == "fs" then {location: $bucket}
       else {bucket: $bucket, base_path: "elasticsearch"} + (if $endpoint == "" then {} else {endpoint: $endpoint} end) end)}' \
      | as_administrator PUT "/_snapshot/$repository" >/dev/null
    say "Elasticsearch reaches its storage."
    if [ "${TYPE:-s3}" != fs ]; then
      jq -n --arg repository "$repository" --arg lines "$lines" --arg keep "${KEEP:-30d}" '{
        schedule: "0 30 1 * * ?", name: "<nightly-{now/d}>", repository: $repository,
        config: {indices: [$lines], include_global_state: false},
        retention: {expire_after: $keep, min_count: 3}}' \
        | as_administrator PUT "/_slm/policy/$repository" >/dev/null
      say "A snapshot is taken each night."
    fi
    ;;
  take)
    jq -n --arg lines "$lines" '{indices: [$lines], include_global_state: false}' \
      | judged PUT "/_snapshot/$repository/taken-$(date -u +%Y%m%d-%H%M%S)?wait_for_completion=true"
    ;;
  list)
    as_administrator GET "/_snapshot/$repository/*?sort=start_time" </dev/null \
      | jq -r '.snapshots[] | [.snapshot, .state, .start_time, (.shards.successful | tostring) + " shards"] | @tsv'
    ;;
  restore)
    # Without its policy of old, which would delete what is old at once.
    jq -n --arg lines "$lines" '{indices: [$lines], include_global_state: false, include_aliases: false,
      rename_pattern: "(.+)", rename_replacement: "restored-$1",
      ignore_index_settings: ["index.lifecycle.name"]}' \
      | judged POST "/_snapshot/$repository/$snapshot/_restore?wait_for_completion=true" >/dev/null
    say "The lines of $snapshot are in restored-$lines; delete it when they are no longer needed."
    ;;
esac
