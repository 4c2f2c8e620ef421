create table operations (
  id              uuid primary key,
  number          bigint generated always as identity unique,
  environment_id  uuid        not null,
  environment     text        not null,
  workload_kind   text        not null,
  namespace       text        not null,
  name            text        not null,
  change_kind     text        not null,
  change          jsonb       not null,
  account         text        not null,
  reason          text        not null,
  plan            jsonb       not null,
  stage           jsonb       not null,
  stage_word      text        not null,
  asked_at        timestamptz not null,
  ended_at        timestamptz,
  version         bigint      not null default 0
);
comment on table operations is 'Changes asked for in Binnacle, from plan to outcome';
comment on column operations.plan is 'What the API server answered to the dry run, values hidden, and the preflight';
comment on column operations.ended_at is 'Null while the operation is in progress and holds its workload';

create unique index operations_hold on operations (environment_id, workload_kind, namespace, name)
  where ended_at is null;
create index operations_newest on operations (environment, number desc);
create index operations_of_workload on operations (environment, namespace, name, number desc);

create table operation_steps (
  operation  uuid        not null references operations on delete cascade,
  ordinal    bigint      not null,
  at         timestamptz not null,
  status     text        not null,
  says       text        not null,
  primary key (operation, ordinal)
);
comment on table operation_steps is 'What operations did and saw, in order';
