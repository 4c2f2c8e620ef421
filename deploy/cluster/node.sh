#!/usr/bin/env bash
# node.sh: makes a Debian machine ready to be a node: kernel, containerd, kubelet. Run it again and nothing changes.
# Wants ADDRESS, the machine's address in the cluster's network.
set -euo pipefail
# shellcheck source=deploy/cluster/versions.sh
source /tmp/cluster/versions.sh
export DEBIAN_FRONTEND=noninteractive

# put FILE: writes standard input to FILE where it differs, and tells whether it did.
put() {
  local new
  new=$(mktemp)
  cat >"$new"
  if cmp -s "$new" "$1"; then
    rm "$new"
    return 1
  fi
  install -D -m 644 "$new" "$1"
  rm "$new"
}

# The kubelet does not start beside swap, and a pod that swaps is slow in ways that no probe explains.
if [ -n "$(swapon --noheadings)" ]; then
  swapoff -a
fi
sed -i '/\sswap\s/s/^[^#]/#&/' /etc/fstab

# overlay: the layers of images. br_netfilter: traffic between pods of a node passes the rules of Services.
printf '%s\n' overlay br_netfilter | put /etc/modules-load.d/kubernetes.conf || true
modprobe -a overlay br_netfilter

if put /etc/sysctl.d/90-kubernetes.conf <<'SYSCTL'; then
# Pods are routed through the node, and bridged traffic is filtered as routed traffic is.
net.ipv4.ip_forward = 1
net.bridge.bridge-nf-call-iptables = 1
net.bridge.bridge-nf-call-ip6tables = 1
# The kubelet's own expectations (protectKernelDefaults): memory is promised by limits and not by the kernel, and a
# node that panics comes back by itself instead of hanging.
vm.overcommit_memory = 1
vm.panic_on_oom = 0
kernel.panic = 10
kernel.panic_on_oops = 1
# Elasticsearch maps its segments into memory and refuses to start below this.
vm.max_map_count = 262144
# Every container's log is watched by the kubelet and by Fluent Bit; the default of 128 watchers is used up by 60 pods.
fs.inotify.max_user_instances = 1024
fs.inotify.max_user_watches = 524288
# A burst of connections at an ingress waits in the queue of the socket instead of being dropped; the default is 4096
# only since Linux 5.4 and lower in some containers.
net.core.somaxconn = 8192
# Each connection through a Service takes an entry, and one that is refused looks like a lost packet to the pod.
net.netfilter.nf_conntrack_max = 262144
SYSCTL
  modprobe nf_conntrack
  sysctl --quiet --system
fi

packages() {
  local want=()
  local package
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "${package%%=*}" 2>/dev/null | grep -q '^install ok installed' || want+=("$package")
  done
  [ ${#want[@]} -eq 0 ] && return
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends --allow-downgrades "${want[@]}"
}

# repository NAME KEY-URL LINE: an apt repository whose packages must be signed by that key.
repository() {
  local key=/etc/apt/keyrings/$1.asc
  [ -s "$key" ] || curl -fsSL --retry 5 "$2" | install -D -m 644 /dev/stdin "$key"
  echo "deb [signed-by=$key] $3" | put "/etc/apt/sources.list.d/$1.list" || true
}

packages ca-certificates curl gpg conntrack socat ethtool nfs-common
repository docker https://download.docker.com/linux/debian/gpg \
  "https://download.docker.com/linux/debian $(. /etc/os-release && echo "$VERSION_CODENAME") stable"
repository kubernetes "https://pkgs.k8s.io/core:/stable:/$KUBERNETES_LINE/deb/Release.key" \
  "https://pkgs.k8s.io/core:/stable:/$KUBERNETES_LINE/deb/ /"
packages "containerd.io=$CONTAINERD" "kubelet=$KUBERNETES-*" "kubeadm=$KUBERNETES-*" "kubectl=$KUBERNETES-*"
# An upgrade is a decision (docs/platform.md), never a side effect of apt.
apt-mark hold containerd.io kubelet kubeadm kubectl >/dev/null

# The kubelet and containerd must agree on who owns the cgroups: systemd, which owns the machine's.
if put /etc/containerd/config.toml <<'TOML'; then
version = 3

[plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runc]
  runtime_type = 'io.containerd.runc.v2'

  [plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runc.options]
    SystemdCgroup = true
TOML
  systemctl restart containerd
fi
systemctl enable --quiet --now containerd

# Two networks: the address that the others reach, not the one that libvirt manages.
if echo "KUBELET_EXTRA_ARGS=--node-ip=$ADDRESS" | put /etc/default/kubelet && systemctl is-active --quiet kubelet; then
  systemctl restart kubelet
fi
systemctl enable --quiet kubelet

# Local volumes of charts/platform; each is used on the machine that its PersistentVolume names.
install -d -m 755 /var/lib/binnacle /var/lib/binnacle/{jenkins,elasticsearch,prometheus,alertmanager}
