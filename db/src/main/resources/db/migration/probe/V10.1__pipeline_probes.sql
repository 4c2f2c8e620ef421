create table pipeline_probes (
  id             uuid primary key,
  environment    uuid        not null,
  asked_by       text        not null default '',
  pod            text        not null,
  started_at     timestamptz not null,
  answered_ms    integer,
  written_ms     integer,
  searchable_ms  integer,
  visible_ms     integer,
  trouble        text        not null default '',
  ended_at       timestamptz
);
create index pipeline_probes_series on pipeline_probes (environment, started_at desc);
create unique index pipeline_probes_one_at_a_time on pipeline_probes (environment) where ended_at is null;
comment on table pipeline_probes is 'Requests sent through the echo service, each timed until its log line could be searched';
comment on column pipeline_probes.asked_by is 'The account that asked for it; empty where the portal did by itself';
comment on column pipeline_probes.pod is 'The pod that was asked: its namespace, a slash, its name';
comment on column pipeline_probes.trouble is 'Why a stage was not reached; empty where all were, or while it goes on';
