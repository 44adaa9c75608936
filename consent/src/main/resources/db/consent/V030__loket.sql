-- A code that somebody makes at the own place and gives to whoever helps at a desk. Of the code only a keyed hash
-- stands here.
create table loketcode (
  region text not null,
  id uuid not null,
  subject_id uuid not null,
  person_id uuid not null,
  code_hmac bytea not null check (octet_length(code_hmac) between 16 and 64),
  gemaakt_op timestamptz not null,
  geldig_tot timestamptz not null,
  primary key (region, id),
  unique (region, code_hmac),
  foreign key (region, subject_id) references subject (region, id));
create index loketcode_van on loketcode (region, subject_id, geldig_tot);

-- Somebody at a desk helps one person at one child for a while: with a code of that person's own, or with the letter
-- that person brought. `nummer_hmac` stands for that person as long as the help lasts; `medewerker_hmac` for who helps.
create table loket_hulp (
  region text not null,
  id uuid not null,
  subject_id uuid not null,
  person_id uuid not null,
  nummer_hmac bytea not null check (octet_length(nummer_hmac) between 16 and 64),
  partij text not null,
  medewerker_hmac bytea not null check (octet_length(medewerker_hmac) between 16 and 64),
  weg text not null check (weg in ('balie', 'telefoon')),
  loketcode uuid,
  brief uuid,
  begonnen_op timestamptz not null,
  geldig_tot timestamptz not null,
  primary key (region, id),
  unique (region, loketcode),
  unique (region, brief),
  unique (region, nummer_hmac),
  check ((loketcode is null) <> (brief is null)),
  foreign key (region, subject_id) references subject (region, id));
create index loket_hulp_van on loket_hulp (region, medewerker_hmac, geldig_tot);
create index loket_hulp_over on loket_hulp (region, subject_id, begonnen_op);

create table loket_hulp_einde (
  region text not null,
  hulp uuid not null,
  op timestamptz not null,
  door text not null check (door in ('loket', 'persoon')),
  primary key (region, hulp),
  foreign key (region, hulp) references loket_hulp (region, id));

-- Codes that somebody at a desk tried in vain, so that nobody can go on guessing.
create table loket_poging (
  region text not null,
  nummer bigint generated always as identity,
  medewerker_hmac bytea not null check (octet_length(medewerker_hmac) between 16 and 64),
  op timestamptz not null,
  primary key (region, nummer));
create index loket_poging_van on loket_poging (region, medewerker_hmac, op);

grant select, insert on loketcode, loket_hulp, loket_hulp_einde, loket_poging to sluis_append;
grant select, delete on loketcode, loket_hulp, loket_hulp_einde, loket_poging to sluis_wisser;
