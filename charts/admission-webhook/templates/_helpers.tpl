{{- define "admission-webhook.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "admission-webhook.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 63 | trimSuffix "-" -}}
{{- else -}}
{{- $name := include "admission-webhook.name" . -}}
{{- if contains $name .Release.Name -}}
{{- .Release.Name | trunc 63 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $name | trunc 63 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- define "admission-webhook.selectorLabels" -}}
app.kubernetes.io/name: {{ include "admission-webhook.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "admission-webhook.labels" -}}
{{ include "admission-webhook.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/component: admission
app.kubernetes.io/part-of: binnacle
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- with .Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "admission-webhook.serviceAccountName" -}}
{{- if .Values.serviceAccount.create -}}
{{- default (include "admission-webhook.fullname" .) .Values.serviceAccount.name -}}
{{- else -}}
{{- default "default" .Values.serviceAccount.name -}}
{{- end -}}
{{- end -}}

{{- define "admission-webhook.image" -}}
{{- if .Values.image.digest -}}
{{- printf "%s@%s" .Values.image.repository .Values.image.digest -}}
{{- else -}}
{{- printf "%s:%s" .Values.image.repository (default .Chart.AppVersion .Values.image.tag) -}}
{{- end -}}
{{- end -}}

{{- /* Which namespaces are judged. The values of the label binnacle.dev/admission come as a list. */ -}}
{{- define "admission-webhook.namespaces" -}}
{{- with .root.Values.namespaces.matchLabels }}
matchLabels:
  {{- toYaml . | nindent 2 }}
{{- end }}
matchExpressions:
  # The webhook's own namespace and those of the cluster are never judged, so that both can always be repaired.
  - key: kubernetes.io/metadata.name
    operator: NotIn
    values:
      {{- concat (list .root.Release.Namespace "kube-system") .root.Values.namespaces.excluded | uniq | toYaml | nindent 6 }}
  - key: binnacle.dev/admission
    operator: {{ .operator }}
    values:
      {{- toYaml .values | nindent 6 }}
  {{- with .root.Values.namespaces.matchExpressions }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- end -}}

{{- define "admission-webhook.rules" -}}
- apiGroups: ["apps"]
  apiVersions: ["v1"]
  operations: ["CREATE", "UPDATE"]
  resources: ["deployments", "statefulsets", "daemonsets", "replicasets"]
  scope: Namespaced
- apiGroups: ["batch"]
  apiVersions: ["v1"]
  operations: ["CREATE", "UPDATE"]
  resources: ["jobs", "cronjobs"]
  scope: Namespaced
# What a pod requests does not change with its other fields.
- apiGroups: [""]
  apiVersions: ["v1"]
  operations: ["CREATE"]
  resources: ["pods"]
  scope: Namespaced
{{- end -}}

{{- /* What a controller makes is judged at the controller. The API server decides that by itself, so that pods come
       and go without a call, also while the webhook is down. */ -}}
{{- define "admission-webhook.matchConditions" -}}
- name: has-no-controller
  expression: >-
    !(has(object.metadata.ownerReferences) && object.metadata.ownerReferences.exists(owner,
    has(owner.controller) && owner.controller && (request.kind.kind in ["Pod", "ReplicaSet"] ||
    (request.kind.kind == "Job" && owner.kind == "CronJob"))))
{{- end -}}

{{- /* The names of the containers in a list of a pod's specification that request nothing of a resource. */ -}}
{{- define "admission-webhook.without" -}}
(has({{ .spec }}.{{ .list }}) ? {{ .spec }}.{{ .list }} : []).filter(c, !(has(c.resources) && (
has(c.resources.requests) && "{{ .resource }}" in c.resources.requests
? quantity(c.resources.requests["{{ .resource }}"]).isGreaterThan(quantity("0"))
: has(c.resources.limits) && "{{ .resource }}" in c.resources.limits
&& quantity(c.resources.limits["{{ .resource }}"]).isGreaterThan(quantity("0"))))).map(c, "{{ .label }} " + c.name)
{{- end -}}

{{- define "admission-webhook.allWithout" -}}
{{ include "admission-webhook.without" (dict "spec" .spec "list" "initContainers" "label" "init container" "resource" .resource) }} +
{{ include "admission-webhook.without" (dict "spec" .spec "list" "containers" "label" "container" "resource" .resource) }}
{{- end -}}

{{- define "admission-webhook.podSpec" -}}
request.kind.kind == "Pod" ? {{ . }}.spec :
request.kind.kind == "CronJob" ? {{ . }}.spec.jobTemplate.spec.template.spec : {{ . }}.spec.template.spec
{{- end -}}

{{- define "admission-webhook.secretName" -}}
{{- default (printf "%s-tls" (include "admission-webhook.fullname" .)) .Values.tls.existingSecret -}}
{{- end -}}
