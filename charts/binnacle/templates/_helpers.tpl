{{- define "binnacle.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 50 | trimSuffix "-" -}}
{{- end -}}

{{- define "binnacle.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 50 | trimSuffix "-" -}}
{{- else if contains (include "binnacle.name" .) .Release.Name -}}
{{- .Release.Name | trunc 50 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name (include "binnacle.name" .) | trunc 50 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "binnacle.selectorLabels" -}}
app.kubernetes.io/name: {{ include "binnacle.name" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{- define "binnacle.labels" -}}
{{ include "binnacle.selectorLabels" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/part-of: binnacle
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- with .root.Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "binnacle.image" -}}
{{- if .image.digest -}}
{{- printf "%s@%s" .image.repository .image.digest -}}
{{- else -}}
{{- printf "%s:%s" .image.repository (default .version .image.tag) -}}
{{- end -}}
{{- end -}}

{{- define "binnacle.keysetSecret" -}}
{{- default (printf "%s-keyset" (include "binnacle.fullname" .)) .Values.keyset.existingSecret -}}
{{- end -}}

{{/* What the portal and the migration need to reach the database. */}}
{{- define "binnacle.databaseVariables" -}}
{{- if .Values.database.url }}
- name: DATABASE_URL
  value: {{ .Values.database.url | quote }}
- name: DATABASE_USER
  valueFrom:
    secretKeyRef:
      name: {{ required "database.existingSecret is needed with database.url" .Values.database.existingSecret }}
      key: {{ .Values.database.userKey }}
- name: DATABASE_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ .Values.database.existingSecret }}
      key: {{ .Values.database.passwordKey }}
{{- else if .Values.postgresql.enabled }}
- name: DATABASE_URL
  value: jdbc:postgresql://{{ include "binnacle.fullname" . }}-postgresql:5432/binnacle
- name: DATABASE_USER
  value: binnacle
- name: DATABASE_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ include "binnacle.fullname" . }}-postgresql
      key: password
{{- else }}
{{- fail "Give the portal a database: database.url with database.existingSecret, or postgresql.enabled to try things out" }}
{{- end }}
{{- end -}}

{{- define "binnacle.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ . }}
runAsGroup: {{ . }}
fsGroup: {{ . }}
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "binnacle.containerSecurity" -}}
allowPrivilegeEscalation: false
privileged: false
readOnlyRootFilesystem: true
capabilities:
  drop:
    - ALL
{{- end -}}
