-- Who may sign for an organisation as a second person, with a key or a sign-in that is nobody else's.
-- `persoon` is the keyed word for who it is; `vingerafdruk` the thumbprint of the key, or the keyed form of
-- the sign-in. One print belongs to one person of an organisation, for ever: PostgreSQL itself refuses a
-- second, so that another name is never the same key.
create table ondertekenaar_middel (
  region text not null,
  partij text not null,
  vingerafdruk text not null,
  persoon bytea not null,
  primary key (region, partij, vingerafdruk),
  unique (region, partij, vingerafdruk, persoon));

create table ondertekenaar (
  region text not null,
  id uuid not null,
  partij text not null,
  persoon bytea not null,
  functie text not null check (functie in ('aandachtsfunctionaris', 'jurist', 'professional')),
  vingerafdruk text not null,
  jwk text,
  vanaf timestamptz not null,
  tot timestamptz not null,
  primary key (region, id),
  foreign key (region, partij, vingerafdruk, persoon)
    references ondertekenaar_middel (region, partij, vingerafdruk, persoon));
create index ondertekenaar_middel_op on ondertekenaar (region, partij, vingerafdruk, vanaf);

create table ondertekenaar_intrekking (
  region text not null,
  ondertekenaar uuid not null,
  op timestamptz not null,
  primary key (region, ondertekenaar),
  foreign key (region, ondertekenaar) references ondertekenaar (region, id));

-- A code by which somebody who signs in takes up being this person of this organisation; used once.
create table ondertekenaar_code (
  region text not null,
  id uuid not null,
  code bytea not null,
  partij text not null,
  persoon bytea not null,
  functie text not null check (functie in ('aandachtsfunctionaris', 'jurist', 'professional')),
  geldig_tot timestamptz not null,
  tot timestamptz not null,
  primary key (region, id),
  unique (region, code));
create table ondertekenaar_code_gebruik (
  region text not null,
  code uuid not null,
  op timestamptz not null,
  primary key (region, code),
  foreign key (region, code) references ondertekenaar_code (region, id));

-- What was agreed to before the message came: the digest of a proposal, never what is in it.
create table akkoord (
  region text not null,
  id uuid not null,
  ondertekenaar uuid not null,
  voorwaarde text not null,
  uitkomst text not null,
  voorstel text not null,
  op timestamptz not null,
  primary key (region, id),
  foreign key (region, ondertekenaar) references ondertekenaar (region, id));
create index akkoord_voorstel on akkoord (region, voorstel, op);

grant select, insert on ondertekenaar_middel, ondertekenaar, ondertekenaar_intrekking, ondertekenaar_code,
  ondertekenaar_code_gebruik, akkoord to sluis_append;
grant select, delete on ondertekenaar_middel, ondertekenaar, ondertekenaar_intrekking, ondertekenaar_code,
  ondertekenaar_code_gebruik, akkoord to sluis_wisser;
