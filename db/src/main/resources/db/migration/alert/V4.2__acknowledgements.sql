create table alert_acknowledgements (
  id               uuid primary key,
  environment      uuid        not null,
  fingerprint      text        not null,
  alert_starts_at  timestamptz not null,
  account          text        not null,
  assignee         text        not null,
  note             text        not null,
  acknowledged_at  timestamptz not null,
  until            timestamptz,
  ended_at         timestamptz,
  ended_because    text,
  constraint alert_acknowledgements_ended check ((ended_at is null) = (ended_because is null))
);
create unique index alert_acknowledgements_open on alert_acknowledgements (environment, fingerprint) where ended_at is null;
create index alert_acknowledgements_ended_at on alert_acknowledgements (environment, ended_at);
comment on table alert_acknowledgements is 'Who looks after an alert; at most one at a time holds for an alert';
comment on column alert_acknowledgements.alert_starts_at is 'Tells the alert from the next one with the same labels';
comment on column alert_acknowledgements.until is 'When it ends though the alert fires on; null where it lasts until the alert resolves';
comment on column alert_acknowledgements.ended_because is 'resolved, time, taken over, or ended by somebody';
