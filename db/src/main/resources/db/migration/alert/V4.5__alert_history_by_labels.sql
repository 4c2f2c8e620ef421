-- Before any month, as writers lock it: so neither waits for the other.
lock table alert_history in share mode;
-- One month after the other, each with a word, since the portal gives up a connection that is silent for ten seconds.
do $$
declare
  month regclass;
begin
  for month in select inhrelid from pg_inherits where inhparent = 'alert_history'::regclass loop
    raise notice 'Index of %', month;
    execute format('create index on %s (environment, label_set, starts_at) include (ends_at, ends_after)', month);
  end loop;
end $$;
-- Takes those of the months as its parts.
create index alert_history_by_labels on alert_history (environment, label_set, starts_at) include (ends_at, ends_after);
comment on index alert_history_by_labels is 'What a review counts, in the order in which it counts, without the annotations';
