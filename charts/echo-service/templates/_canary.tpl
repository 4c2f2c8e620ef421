{{- /* Each weight is judged before the next. */ -}}
{{- define "echo-service.canaryStrategy" -}}
maxSurge: 1
maxUnavailable: 0
{{- if .Values.canary.istio.enabled }}
stableService: {{ include "echo-service.fullname" . }}-stable
canaryService: {{ include "echo-service.fullname" . }}-canary
trafficRouting:
  istio:
    virtualService:
      name: {{ include "echo-service.fullname" . }}
{{- end }}
steps:
{{- range .Values.canary.weights }}
  - setWeight: {{ . }}
  - analysis:
      templates:
        - templateName: {{ include "echo-service.fullname" $ }}
      args:
        - name: hash
          valueFrom:
            podTemplateHashValue: Latest
{{- end }}
{{- end -}}

{{- /* What the pods of the version that is judged have answered: their names have its hash. */ -}}
{{- define "echo-service.canaryRequests" -}}
namespace="{{ .Release.Namespace }}", pod=~"{{ include "echo-service.fullname" . }}-{{ "{{args.hash}}" }}-.*", uri!="/metrics"
{{- end -}}
