{{/* What Filebeat reads, makes of it and where it sends it. */}}
{{- define "echo-service.filebeat" -}}
# Rotated files keep their inode, so one that was renamed is read on; a removed one is forgotten before its inode can
# come back. Fingerprints would leave a file unread until it has 1024 bytes.
filebeat.inputs:
  - type: filestream
    id: echo-service
    paths: ["/var/log/echo/*.log"]
    file_identity.native: ~
    prospector.scanner.fingerprint.enabled: false
    prospector.scanner.check_interval: 2s
    backoff.init: 1s
    backoff.max: 2s
filebeat.shutdown_timeout: 5s

# As Fluent Bit leaves a record: the line in log, its JSON beside it, and where it comes from. The id makes a line that
# is sent twice after a lost answer one line.
processors:
  - add_fields:
      target: kubernetes
      fields:
        namespace_name: ${POD_NAMESPACE}
        pod_name: ${POD_NAME}
        container_name: echo-service
        host: ${NODE_NAME}
  - fingerprint:
      fields: [kubernetes.namespace_name, kubernetes.pod_name, log.offset, message]
      target_field: "@metadata._id"
  - drop_fields:
      fields: [agent, ecs, host, input, log]
      ignore_missing: true
  - decode_json_fields:
      fields: [message]
      target: ""
      overwrite_keys: false
  - add_fields:
      target: ""
      fields:
        stream: file
  - timestamp:
      field: timestamp
      layouts: ["2006-01-02T15:04:05.999Z", "2006-01-02T15:04:05Z"]
      test: ["2026-03-04T05:06:07.089Z", "2026-03-04T05:06:07Z"]
      ignore_missing: true
      ignore_failure: true
  - rename:
      fields:
        - from: message
          to: log
      ignore_missing: true

output.elasticsearch:
  hosts: [{{ .Values.fileLog.filebeat.elasticsearch.url | quote }}]
  index: {{ .Values.fileLog.filebeat.elasticsearch.index | quote }}
  api_key: ${ELASTICSEARCH_API_KEY}
  ssl.certificate_authorities: ["/etc/filebeat-certificates/ca.crt"]
setup.template.enabled: false
setup.ilm.enabled: false

logging.to_stderr: true
logging.to_files: false
logging.metrics.enabled: false
{{- end -}}

{{/* A container that starts before the service and ends after it. The kubelet runs its preStop with the service's. */}}
{{- define "echo-service.filebeatContainer" -}}
{{- $linger := add (int .Values.shutdown.preStopSeconds) (int .Values.shutdown.drainSeconds) (int .Values.fileLog.filebeat.lingerSeconds) -}}
{{- if ge (int $linger) (int .Values.shutdown.terminationGracePeriodSeconds) -}}
{{- fail "preStopSeconds, drainSeconds and lingerSeconds must together stay under terminationGracePeriodSeconds" -}}
{{- end -}}
- name: filebeat
  image: {{ .Values.fileLog.filebeat.image | quote }}
  restartPolicy: Always
  args:
    - -c
    - /etc/filebeat/filebeat.yml
    - --path.data
    - /var/lib/filebeat
    - --strict.perms=false
  env:
    - name: POD_NAME
      valueFrom:
        fieldRef:
          fieldPath: metadata.name
    - name: POD_NAMESPACE
      valueFrom:
        fieldRef:
          fieldPath: metadata.namespace
    - name: NODE_NAME
      valueFrom:
        fieldRef:
          fieldPath: spec.nodeName
    - name: ELASTICSEARCH_API_KEY
      valueFrom:
        secretKeyRef:
          name: {{ .Values.fileLog.filebeat.elasticsearch.secretName }}
          key: api-key
  {{- if $linger }}
  lifecycle:
    preStop:
      sleep:
        seconds: {{ $linger }}
  {{- end }}
  resources:
    {{- toYaml .Values.fileLog.filebeat.resources | nindent 4 }}
  securityContext:
    allowPrivilegeEscalation: false
    privileged: false
    readOnlyRootFilesystem: true
    capabilities:
      drop:
        - ALL
  volumeMounts:
    - name: logs
      mountPath: /var/log/echo
      readOnly: true
    - name: filebeat
      mountPath: /etc/filebeat
      readOnly: true
    - name: filebeat-data
      mountPath: /var/lib/filebeat
    - name: filebeat-certificates
      mountPath: /etc/filebeat-certificates
      readOnly: true
{{- end -}}
