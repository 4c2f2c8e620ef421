alter table environments add column archive_url text;
comment on column environments.archive_url is
  'A bucket of S3-compatible storage that holds rotated log files, and perhaps a folder in it; null for none';

alter table environment_credentials drop constraint environment_credentials_system_check;
alter table environment_credentials add constraint environment_credentials_system_check
  check (system in ('CLUSTER', 'PROMETHEUS', 'ALERTMANAGER', 'ELASTICSEARCH', 'ARCHIVE'));
