#!/usr/bin/env bash
# try-allowed.sh [NAMESPACE]: asks the API server for a Deployment whose containers request CPU and memory, by a dry run
# that creates nothing, and expects it to be let in. KUBECTL names another kubectl.
set -euo pipefail
namespace=${1:-default}
kubectl=${KUBECTL:-kubectl}

"$kubectl" create --dry-run=server --namespace "$namespace" --filename - <<'YAML'
apiVersion: apps/v1
kind: Deployment
metadata:
  name: try-allowed
spec:
  selector:
    matchLabels:
      app: try-allowed
  template:
    metadata:
      labels:
        app: try-allowed
    spec:
      initContainers:
        - name: prepare
          image: registry.example/prepare:1.0
          resources:
            requests:
              cpu: 10m
              memory: 16Mi
      containers:
        - name: app
          image: registry.example/app:1.0
          resources:
            requests:
              cpu: 50m
              memory: 64Mi
YAML
echo "Let in, as expected."
