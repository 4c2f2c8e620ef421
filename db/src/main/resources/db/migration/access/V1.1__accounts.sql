create table accounts (
    name                 text primary key check (name ~ '^[a-z0-9][a-z0-9._-]{0,62}$'),
    password_hash        text        not null,
    must_change_password boolean     not null,
    disabled             boolean     not null default false,
    created_at           timestamptz not null
);

create table account_grants (
    account     text not null references accounts (name) on delete cascade,
    -- An environment's name, or * for all of them.
    environment text not null,
    role        text not null check (role in ('VIEWER', 'OPERATOR', 'ADMINISTRATOR')),
    primary key (account, environment)
);

-- Failed sign-ins, counted by name and by address apart. Rows of the past are removed as others are written.
create table sign_in_attempts (
    subject     text primary key,
    failures    integer     not null,
    last_at     timestamptz not null,
    waits_until timestamptz
);
create index sign_in_attempts_last_at on sign_in_attempts (last_at);
