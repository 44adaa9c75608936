-- What is hidden from somebody for a while: one question or one exchange, from these persons. Two
-- people of the organisation say so. Its day of looking again neither reveals nor prolongs.
create table embargo (
  region text not null,
  id uuid not null,
  subject_id uuid not null,
  about uuid not null,
  hidden_from uuid[] not null check (cardinality(hidden_from) between 1 and 20),
  reason text not null check (reason in ('veiligheid-kind', 'veiligheid-ander', 'onderzoek-vt',
    'anonimiteit-melder', 'strafrechtelijk-onderzoek')),
  review_on date not null,
  author_hmac bytea not null check (octet_length(author_hmac) between 16 and 64),
  confirmed_hmac bytea not null check (octet_length(confirmed_hmac) between 16 and 64),
  evidence_commitment bytea not null,
  evidence_sealed bytea not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region, subject_id, id),
  foreign key (region, subject_id) references subject (region, id),
  check (author_hmac <> confirmed_hmac));
create unique index embargo_id on embargo (region, id);

create table embargo_lifted (
  region text not null,
  embargo_id uuid not null,
  subject_id uuid not null,
  author_hmac bytea not null check (octet_length(author_hmac) between 16 and 64),
  evidence_commitment bytea not null,
  evidence_sealed bytea not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region, embargo_id),
  foreign key (region, subject_id) references subject (region, id));

-- Whether a youth lets who has gezag see what is asked about it from sixteen on; the last row counts.
create table view_opened (
  region text not null,
  seq bigint generated always as identity,
  subject_id uuid not null,
  opened boolean not null,
  recorded_at timestamptz not null,
  primary key (region, subject_id, seq),
  foreign key (region, subject_id) references subject (region, id));

-- Which invitation before which birthday was given: each one once, whatever runs and however often.
create table invitation (
  region text not null,
  subject_id uuid not null,
  boundary integer not null check (boundary in (12, 16, 18, 23)),
  days integer not null check (days between 0 and 365),
  given_at timestamptz not null,
  primary key (region, subject_id, boundary, days),
  foreign key (region, subject_id) references subject (region, id));

grant select, insert on embargo, embargo_lifted, view_opened, invitation to sluis_append;
grant select, delete on embargo, embargo_lifted, view_opened, invitation to sluis_wisser;
