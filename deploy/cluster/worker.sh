#!/usr/bin/env bash
# worker.sh: joins a prepared machine to the cluster. Run it again and nothing changes.
# Wants CONTROL_PLANE, TOKEN, AUTHORITY_HASH; ZONE, where the machine is to be said to stand.
set -euo pipefail

if [ ! -s /etc/kubernetes/kubelet.conf ]; then
  kubeadm join "$CONTROL_PLANE:6443" --token "$TOKEN" --discovery-token-ca-cert-hash "sha256:$AUTHORITY_HASH"
fi

# A node may label itself with its zone; pods are spread over zones by it.
if [ -n "${ZONE:-}" ]; then
  kubectl --kubeconfig /etc/kubernetes/kubelet.conf label node "$(hostname)" "topology.kubernetes.io/zone=$ZONE" --overwrite >/dev/null
fi
