create table audit_entries (
    number        bigint primary key,
    recorded_at   timestamptz not null,
    account       text        not null,
    action        text        not null,
    environment   text,
    target        text        not null,
    reason        text        not null,
    details       jsonb       not null,
    previous_seal bytea       not null,
    seal          bytea       not null
);
create index audit_entries_account on audit_entries (account, number);
create index audit_entries_action on audit_entries (action, number);
create index audit_entries_environment on audit_entries (environment, number);
create index audit_entries_recorded_at on audit_entries (recorded_at);

-- How many entries there are and the seal of the last one, kept apart, so that a tail which was cut off shows.
create table audit_head (
    only_one boolean primary key default true check (only_one),
    number   bigint not null,
    seal     bytea  not null
);
insert into audit_head (number, seal) values (0, decode(repeat('00', 32), 'hex'));

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is append-only';
end
$$;
create trigger audit_entries_append_only before update or delete on audit_entries
    for each row execute function refuse_change();
create trigger audit_entries_not_truncated before truncate on audit_entries
    for each statement execute function refuse_change();
create trigger audit_head_kept before delete on audit_head
    for each row execute function refuse_change();

create function head_goes_forward() returns trigger language plpgsql as $$
begin
    if new.number <> old.number + 1 then
        raise exception 'the audit trail is append-only';
    end if;
    return new;
end
$$;
create trigger audit_head_forward before update on audit_head
    for each row execute function head_goes_forward();
