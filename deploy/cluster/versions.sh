# shellcheck shell=bash disable=SC2034
# What the machines are made of. The packages of a line (1.37, 2.3) get their patches by raising the number here.
KUBERNETES_LINE=v1.37
KUBERNETES=1.37.2
# The long-term line; Kubernetes 1.37 no longer speaks to containerd 1.x.
CONTAINERD="2.3.*"
# The first line that its makers test with Kubernetes 1.37.
CALICO=v3.33.1
METRICS_SERVER=v0.9.0
POD_NETWORK=10.244.0.0/16
SERVICE_NETWORK=10.96.0.0/12
