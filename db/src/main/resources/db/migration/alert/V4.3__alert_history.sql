create table alert_label_sets (
  id             bigint generated always as identity primary key,
  environment    uuid        not null,
  fingerprint    text        not null,
  labels         jsonb       not null,
  name           text        not null generated always as (coalesce(labels ->> 'alertname', '')) stored,
  last_fired_at  timestamptz not null,
  constraint alert_label_sets_once unique (environment, fingerprint)
);
comment on table alert_label_sets is 'The labels of alerts in the history, each set once';

create table alert_history (
  environment  uuid        not null,
  label_set    bigint      not null,
  starts_at    timestamptz not null,
  ends_at      timestamptz,
  ends_after   timestamptz,
  annotations  jsonb       not null,
  constraint alert_history_once primary key (environment, starts_at, label_set)
) partition by range (starts_at);
create index alert_history_open on alert_history (environment) where ends_at is null;
comment on table alert_history is 'When alerts fired; a partition for each month (UTC) in which they began';
comment on column alert_history.ends_at is 'Null while it fires';
comment on column alert_history.ends_after is 'Where the end was not seen: when it was last seen firing, ends_at being when it was first seen not to';

create table alert_mutings (
  environment  uuid        not null,
  label_set    bigint      not null,
  starts_at    timestamptz not null,
  kind         text        not null,
  muted_by     text        not null,
  began_at     timestamptz not null,
  ended_at     timestamptz,
  constraint alert_mutings_once primary key (environment, starts_at, label_set, kind, began_at),
  constraint alert_mutings_kind check (kind in ('silenced', 'inhibited'))
) partition by range (starts_at);
create index alert_mutings_open on alert_mutings (environment) where ended_at is null;
comment on table alert_mutings is 'When an alert of the history was silenced or inhibited; partitions as of alert_history';
comment on column alert_mutings.muted_by is 'Ids of silences, or fingerprints of alerts, separated by spaces';

create table alert_sight (
  environment  uuid primary key,
  seen_until   timestamptz not null
);
comment on table alert_sight is 'When all Alertmanagers of an environment were last read';

create table alert_blindness (
  environment  uuid        not null,
  from_at      timestamptz not null,
  to_at        timestamptz not null,
  constraint alert_blindness_once primary key (environment, from_at)
);
comment on table alert_blindness is 'When alerts could not be seen: what fired then is not known';
