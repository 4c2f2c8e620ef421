#!/usr/bin/env bash
# try-refused.sh [NAMESPACE]: asks the API server for a Deployment whose containers lack requests, by a dry run that
# creates nothing, and expects it to be refused with the names of both. KUBECTL names another kubectl.
set -euo pipefail
namespace=${1:-default}
kubectl=${KUBECTL:-kubectl}

if answer=$("$kubectl" create --dry-run=server --namespace "$namespace" --filename - 2>&1 <<'YAML'
apiVersion: apps/v1
kind: Deployment
metadata:
  name: try-refused
spec:
  selector:
    matchLabels:
      app: try-refused
  template:
    metadata:
      labels:
        app: try-refused
    spec:
      initContainers:
        - name: prepare
          image: registry.example/prepare:1.0
          resources:
            requests:
              cpu: 10m
      containers:
        - name: app
          image: registry.example/app:1.0
YAML
); then
  printf '%s\n' "$answer"
  echo "Let in, which was not expected: is the namespace $namespace judged, and does the webhook answer?" >&2
  exit 1
fi
printf '%s\n' "$answer"
case $answer in
  *"every container must request CPU and memory"*) echo "Refused, as expected." ;;
  *)
    echo "Refused for another reason." >&2
    exit 1
    ;;
esac
