{{/* A container that ends after the service, which rotates its file at its end, and before Filebeat. */}}
{{- define "echo-service.archiverContainer" -}}
- name: log-archiver
  image: {{ .Values.fileLog.archiver.image | quote }}
  restartPolicy: Always
  env:
    - name: ARCHIVE_FOLDER
      value: /var/log/echo
    {{- with .Values.fileLog.archiver }}
    - name: ARCHIVE_ENDPOINT
      value: {{ .endpoint | quote }}
    - name: AWS_REGION
      value: {{ .region | quote }}
    - name: ARCHIVE_BUCKET
      value: {{ .bucket | quote }}
    - name: ARCHIVE_PREFIX
      value: {{ .prefix | quote }}
    - name: ARCHIVE_SETTLE_SECONDS
      value: {{ .settleSeconds | quote }}
    - name: AWS_ACCESS_KEY_ID
      valueFrom:
        secretKeyRef:
          name: {{ .secretName }}
          key: access-key-id
    - name: AWS_SECRET_ACCESS_KEY
      valueFrom:
        secretKeyRef:
          name: {{ .secretName }}
          key: secret-access-key
    {{- end }}
    - name: POD_NAME
      valueFrom:
        fieldRef:
          fieldPath: metadata.name
    - name: POD_NAMESPACE
      valueFrom:
        fieldRef:
          fieldPath: metadata.namespace
  resources:
    {{- toYaml .Values.fileLog.archiver.resources | nindent 4 }}
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
{{- end -}}
