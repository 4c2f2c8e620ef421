alter table log_restore_files
  add column lines_refused bigint      not null default 0,
  add column refusal       text        not null default '',
  add column lines_untimed bigint      not null default 0,
  add column untimed_at    timestamptz;
comment on column log_restore_files.lines_refused is 'Those of the time asked for that Elasticsearch does not take, not even as text';
comment on column log_restore_files.refusal is 'Why, of the first of them; empty where there is none';
comment on column log_restore_files.lines_untimed is 'Those in the index that stand at the time at which the file was rotated, since nothing in it says theirs';
comment on column log_restore_files.untimed_at is 'That time; null where there is no such line';
