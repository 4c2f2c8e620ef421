create table environments (
  id                 uuid primary key,
  name               text        not null unique,
  tier               text        not null check (tier in ('DEVELOPMENT', 'TEST', 'STAGING', 'PRODUCTION')),
  owner              text        not null,
  description        text        not null,
  namespaces         text[]      not null,
  cluster_url        text        not null,
  prometheus_url     text,
  alertmanager_urls  text[]      not null,
  elasticsearch_url  text,
  log_index          text        not null,
  links              text[]      not null,
  sandbox            boolean     not null,
  version            bigint      not null,
  changed_at         timestamptz not null
);
comment on table environments is 'A cluster connection with its monitoring and logging, as a team knows it';
comment on column environments.namespaces is 'Those in scope; empty means all';
comment on column environments.links is 'Each a label, a space and an address';
comment on column environments.version is 'Counts the edits, for optimistic locking';

create table environment_credentials (
  environment  uuid        not null references environments on delete cascade,
  system       text        not null check (system in ('CLUSTER', 'PROMETHEUS', 'ALERTMANAGER', 'ELASTICSEARCH')),
  ciphertext   bytea       not null,
  set_by       text        not null,
  set_at       timestamptz not null,
  primary key (environment, system)
);
comment on column environment_credentials.ciphertext is
  'Tink AEAD; the associated data is the environment''s id and the system, so a row copied elsewhere does not decrypt';
