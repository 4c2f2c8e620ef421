create table api_tokens (
    name         text primary key check (name ~ '^[a-z0-9][a-z0-9._-]{0,62}$'),
    -- SHA-256 of the secret, which has 256 random bits of its own.
    hash         bytea       not null unique,
    environment  text        not null,
    role         text        not null check (role in ('VIEWER', 'OPERATOR')),
    created_by   text        not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    last_used_at timestamptz
);
comment on table api_tokens is 'What programs show instead of a session; each for one environment';
