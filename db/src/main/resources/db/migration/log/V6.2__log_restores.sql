create table log_restores (
  id           uuid primary key,
  environment  uuid        not null,
  asked_by     text        not null,
  asked_at     timestamptz not null,
  from_at      timestamptz not null,
  to_at        timestamptz not null,
  expires_at   timestamptz not null,
  ended_at     timestamptz,
  trouble      text        not null default '',
  waits_for    text        not null default '',
  removed_at   timestamptz
);
create index log_restores_newest on log_restores (environment, asked_at desc);
comment on table log_restores is 'Times whose lines were brought back from the archive of log files';
comment on column log_restores.to_at is 'The moment after the last';
comment on column log_restores.trouble is 'Why it ended early; empty where it did not';
comment on column log_restores.waits_for is 'What failed at the last try, which is repeated; empty where it did not';
comment on column log_restores.removed_at is 'When its lines were let go; null while they are there';

create table log_restore_files (
  restore      uuid        not null references log_restores on delete cascade,
  key          text        not null,
  bytes        bigint      not null,
  index_name   text        not null,
  lines_read   bigint      not null default 0,
  lines_kept   bigint      not null default 0,
  done         boolean     not null default false,
  note         text        not null default '',
  primary key (restore, key)
);
create index log_restore_files_index on log_restore_files (index_name);
comment on table log_restore_files is 'The files of a restore, and how far each was read';
comment on column log_restore_files.lines_read is 'From its beginning: where reading goes on after an interruption';
comment on column log_restore_files.lines_kept is 'Those of the time asked for, which are in the index';
comment on column log_restore_files.note is 'What is to be said of it; empty for nothing';
