-- A text that a family reads before it goes, and what people said of it. The text, and what somebody wants
-- to go along with it, stand sealed with the key of the child; the commitment is salted. Nothing is
-- changed: a new text is a new row. `gehouden`: a reader may not know of the sender or the receiver, so
-- that nobody was shown it.
create table leesstuk (
  region text not null,
  id uuid not null,
  nummer bigint generated always as identity,
  subject_id uuid not null,
  doel text not null,
  voorwaarde text not null,
  van_oin text not null,
  van_rol text not null,
  aan_oin text not null,
  aan_rol text not null,
  categorieen text[] not null,
  klaargelegd_op timestamptz not null,
  klaargelegd_door text not null,
  lezen_tot timestamptz not null,
  geldig_tot timestamptz not null,
  gehouden boolean not null,
  inhoud_hash bytea not null,
  inhoud_verzegeld bytea not null,
  primary key (region, id),
  foreign key (region, subject_id) references subject (region, id));
create index leesstuk_over on leesstuk (region, subject_id, nummer desc);

create table leesstuk_woord (
  region text not null,
  nummer bigint generated always as identity,
  leesstuk uuid not null,
  subject_id uuid not null,
  person_id uuid not null,
  woord text not null check (woord in
    ('voorgelegd', 'gelezen', 'akkoord', 'tegengehouden', 'opmerking', 'klopt-niet')),
  kanaal text not null check (kanaal in ('portaal', 'papier')),
  gezegd_op timestamptz not null,
  vastgelegd_op timestamptz not null,
  vastgelegd_door text not null,
  -- How it is known, or what somebody wants to go along.
  bewijs_hash bytea,
  bewijs_verzegeld bytea,
  primary key (region, leesstuk, nummer),
  foreign key (region, leesstuk) references leesstuk (region, id),
  foreign key (region, subject_id) references subject (region, id));

-- With which exchange it went: accepted, and handed over.
create table leesstuk_weg (
  region text not null,
  transactie uuid not null,
  leesstuk uuid not null,
  subject_id uuid not null,
  stap text not null check (stap in ('aangenomen', 'verstrekt')),
  op timestamptz not null,
  primary key (region, transactie, stap),
  foreign key (region, leesstuk) references leesstuk (region, id),
  foreign key (region, subject_id) references subject (region, id));
create index leesstuk_weg_van on leesstuk_weg (region, leesstuk);

grant select, insert on leesstuk, leesstuk_woord, leesstuk_weg to sluis_append;
grant select, delete on leesstuk, leesstuk_woord, leesstuk_weg to sluis_wisser;
