#!/usr/bin/env bash
# control-plane.sh: makes a prepared machine the control plane. Run it again and nothing changes, but a join token that
# has run out is made anew. Wants ADDRESS, CONTROL_PLANE, TOKEN; ca.crt and ca.key in /tmp at the first run.
set -euo pipefail
# shellcheck source=deploy/cluster/versions.sh
source /tmp/cluster/versions.sh
export KUBECONFIG=/etc/kubernetes/admin.conf

# fill FILE: prints it with the variables that it names; any other ${…} stays.
fill() {
  local text name
  text=$(<"$1")
  for name in ADDRESS CONTROL_PLANE TOKEN KUBERNETES POD_NETWORK SERVICE_NETWORK; do
    text=${text//"\${$name}"/${!name}}
  done
  printf '%s\n' "$text"
}

if [ ! -s "$KUBECONFIG" ]; then
  install -d -m 755 /etc/kubernetes/pki
  install -m 644 /tmp/ca.crt /etc/kubernetes/pki/ca.crt
  install -m 600 /tmp/ca.key /etc/kubernetes/pki/ca.key
  rm -f /tmp/ca.crt /tmp/ca.key
  umask 077
  fill /tmp/cluster/kubeadm.yaml >/run/kubeadm.yaml
  kubeadm config images pull --config /run/kubeadm.yaml
  kubeadm init --config /run/kubeadm.yaml
  rm /run/kubeadm.yaml
fi

if ! kubeadm token list -o jsonpath='{.token}{"\n"}' | grep -qxF "$TOKEN"; then
  kubeadm token create "$TOKEN" --ttl 24h >/dev/null
fi

apply() { kubectl apply --server-side --force-conflicts -f "$1" >/dev/null; }
calico=https://raw.githubusercontent.com/projectcalico/calico/$CALICO/manifests
for manifest in operator-crds.yaml tigera-operator.yaml; do
  apply "$calico/$manifest"
done
kubectl wait --for condition=established --timeout 60s crd/installations.operator.tigera.io crd/apiservers.operator.tigera.io >/dev/null
fill /tmp/cluster/calico.yaml | kubectl apply --server-side --force-conflicts -f - >/dev/null

# The kubelets' certificates are signed by themselves, so metrics-server is told not to check them; the network is the
# cluster's own. The argument goes in before the manifest is applied: patched in afterwards, each run would roll it out.
metrics=$(curl -fsSL --retry 5 "https://github.com/kubernetes-sigs/metrics-server/releases/download/$METRICS_SERVER/components.yaml" \
  | sed 's/^\( *\)- --metric-resolution=.*/&\n\1- --kubelet-insecure-tls/')
grep -q -- --kubelet-insecure-tls <<<"$metrics" || { echo "The manifest of metrics-server $METRICS_SERVER has changed its form." >&2; exit 1; }
kubectl apply --server-side --force-conflicts -f - <<<"$metrics" >/dev/null
kubectl wait --for condition=Ready --timeout 10m "node/$(hostname)"
