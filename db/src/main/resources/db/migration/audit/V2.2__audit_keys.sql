-- The keys that seal entries, each encrypted under the portal's keyset: whoever has the database alone can neither read
-- them nor make one. A key is for the entries from that number on.
create table audit_keys (
    first_entry bigint primary key,
    ciphertext  bytea not null
);
create trigger audit_keys_append_only before update or delete on audit_keys
    for each row execute function refuse_change();
create trigger audit_keys_not_truncated before truncate on audit_keys
    for each statement execute function refuse_change();
