create table observed_changes (
  environment_id  uuid        not null,
  id              text        not null,
  workload_kind   text        not null,
  namespace       text        not null,
  name            text        not null,
  manager         text        not null,
  says            text        not null,
  outcome         text        not null check (outcome in ('SUCCEEDED', 'FAILED')),
  link            text,
  reported_by     text        not null,
  at              timestamptz not null,
  primary key (environment_id, id)
);
comment on table observed_changes is 'Changes to workloads that others made and told Binnacle of';
comment on column observed_changes.id is 'The reporter''s own, so that what is reported twice is kept once';

create index observed_changes_newest on observed_changes (environment_id, at desc);
create index observed_changes_of_workload on observed_changes
  (environment_id, workload_kind, namespace, name, at desc);
