#!/usr/bin/env bash
# release.sh dry-run|deploy|roll-back: the echo service's release in NAMESPACE, from its chart, as REPOSITORY:TAG.
#   dry-run    lints the chart and lets the API server judge what would be applied
#   deploy     applies it and waits until every pod is new and ready
#   roll-back  puts back what was deployed last and waits; a first release that failed is removed
set -euo pipefail
cd "$(dirname "$0")/../.."
release=echo-service
patience=${PATIENCE:-300s}
# Where deploy keeps for roll-back which revision served before it.
before=${BEFORE:-.release-before}
image=(--set-string "image.repository=$REPOSITORY" --set-string "image.tag=$TAG")

# The newest revision that served.
served() {
  helm history "$release" --namespace "$NAMESPACE" --output json 2>/dev/null |
    jq -r 'map(select(.status == "deployed" or .status == "superseded") | .revision) | max // empty'
}

case ${1:-} in
  dry-run)
    helm lint charts/echo-service --strict "${image[@]}"
    helm upgrade "$release" charts/echo-service --install --namespace "$NAMESPACE" "${image[@]}" --dry-run=server \
      >/dev/null
    echo "The API server takes the chart with $REPOSITORY:$TAG."
    ;;
  deploy)
    served >"$before" || : >"$before"
    helm upgrade "$release" charts/echo-service --install --namespace "$NAMESPACE" "${image[@]}" \
      --wait --timeout "$patience"
    ;;
  roll-back)
    revision=$(cat "$before" 2>/dev/null || true)
    if [ -z "$revision" ]; then
      echo "Nothing was deployed before: the release is removed."
      helm uninstall "$release" --namespace "$NAMESPACE" --ignore-not-found --wait --timeout "$patience"
    else
      helm rollback "$release" "$revision" --namespace "$NAMESPACE" --wait --timeout "$patience"
      echo "Revision $revision runs again."
    fi
    ;;
  *)
    echo "Usage: release.sh dry-run|deploy|roll-back" >&2
    exit 2
    ;;
esac
