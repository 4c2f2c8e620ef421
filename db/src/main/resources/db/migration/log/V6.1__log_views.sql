create table log_views (
  id           uuid primary key,
  environment  uuid        not null,
  owner        text        not null default '',
  workload     text        not null default '',
  name         text        not null,
  parameters   text        not null,
  saved_by     text        not null,
  saved_at     timestamptz not null
);
create unique index log_views_name on log_views (environment, owner, lower(name));
create unique index log_views_workload on log_views (environment, workload) where workload <> '';
comment on table log_views is 'Log searches that were saved: query, time range, columns, sort';
comment on column log_views.owner is 'The account that alone sees it; empty where all of the environment do';
comment on column log_views.workload is 'The workload whose lines it opens with; empty for none. As in deployment/shop/echo';
comment on column log_views.parameters is 'As in a link, without the address: query=refused&from=now-6h';
