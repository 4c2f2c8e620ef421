create table maintenance_windows (
  id              bigint generated always as identity primary key,
  token           uuid        not null unique,
  environment     uuid        not null,
  matchers        text        not null,
  cron            text        not null,
  zone            text        not null,
  length_seconds  bigint      not null check (length_seconds > 0),
  comment         text        not null,
  account         text        not null,
  changed_at      timestamptz not null,
  version         int         not null default 1,
  deleted_at      timestamptz
);
create index maintenance_windows_environment on maintenance_windows (environment) where deleted_at is null;
comment on table maintenance_windows is 'Silences that recur';
comment on column maintenance_windows.token is 'Of the form that made it, so that a form which is sent twice makes one';
comment on column maintenance_windows.cron is 'Minute, hour, day of month, month, day of week, in the zone';
comment on column maintenance_windows.account is 'Who changed it last, and so the author of its silences';

create table maintenance_occurrences (
  maintenance_window  bigint      not null references maintenance_windows,
  starts_at           timestamptz not null,
  ends_at             timestamptz not null,
  state               text        not null check (state in ('begun', 'skipped', 'ended')),
  account             text        not null,
  primary key (maintenance_window, starts_at)
);
create index maintenance_occurrences_ends_at on maintenance_occurrences (ends_at);
comment on table maintenance_occurrences is 'Those that were begun, or that somebody skipped or ended; others are still to come';
comment on column maintenance_occurrences.account is 'Who brought it into its state; binnacle where it began by itself';

create table maintenance_silences (
  maintenance_window  bigint      not null,
  starts_at           timestamptz not null,
  cluster             text        not null,
  silence             text        not null,
  ended_at            timestamptz,
  primary key (maintenance_window, starts_at, cluster),
  foreign key (maintenance_window, starts_at) references maintenance_occurrences on delete cascade
);
comment on table maintenance_silences is 'The silence that each cluster of Alertmanagers has for an occurrence';
comment on column maintenance_silences.silence is 'As Alertmanager names it';
comment on column maintenance_silences.ended_at is 'When it was ended before its time; null where it was not';
