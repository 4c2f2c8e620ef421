create table silence_requests (
  token        uuid primary key,
  environment  uuid        not null,
  account      text        not null,
  matchers     text        not null,
  comment      text        not null,
  starts_at    timestamptz not null,
  ends_at      timestamptz not null,
  asked_at     timestamptz not null,
  outcome      text
);
create index silence_requests_asked_at on silence_requests (asked_at);
comment on table silence_requests is 'Silences that were asked for, so that a form which is sent twice silences once';
comment on column silence_requests.outcome is 'What each cluster of Alertmanagers did; null while they are asked';
