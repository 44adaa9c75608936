-- One conversation in which several consents are asked: a line for each receiver, each line a consent of
-- its own. Where a giver may not know of the receiver, the line has no consent: nobody is asked. What
-- the question is stands sealed. All of it only grows.
create table verzoek (
  region text not null,
  id uuid not null,
  subject_id uuid not null,
  doel text not null,
  van_oin text not null,
  van_rol text not null,
  gevraagd_op timestamptz not null,
  gevraagd_door text not null,
  nieuwe_feiten boolean not null,
  bewijs_hash bytea not null,
  bewijs_verzegeld bytea not null,
  primary key (region, id),
  foreign key (region, subject_id) references subject (region, id));
create index verzoek_over on verzoek (region, subject_id, gevraagd_op desc);

create table verzoek_regel (
  region text not null,
  verzoek_id uuid not null,
  nr integer not null check (nr between 1 and 12),
  ask_id uuid,
  aan_oin text not null,
  aan_rol text not null,
  categorieen text[] not null,
  apart boolean not null,
  primary key (region, verzoek_id, nr),
  unique (region, ask_id),
  foreign key (region, verzoek_id) references verzoek (region, id),
  foreign key (region, ask_id) references consent_ask (region, id));

-- Before whom a line is not put yet, because of an earlier no, and that it was put after all.
create table verzoek_rust (
  region text not null,
  ask_id uuid not null,
  person_id uuid not null,
  tot timestamptz not null,
  primary key (region, ask_id, person_id),
  foreign key (region, ask_id) references consent_ask (region, id));
create index verzoek_rust_tot on verzoek_rust (region, tot);

create table verzoek_voorgelegd (
  region text not null,
  ask_id uuid not null,
  person_id uuid not null,
  op timestamptz not null,
  primary key (region, ask_id, person_id),
  foreign key (region, ask_id) references consent_ask (region, id));

grant select, insert on verzoek, verzoek_regel, verzoek_rust, verzoek_voorgelegd to sluis_append;
grant select, delete on verzoek, verzoek_regel, verzoek_rust, verzoek_voorgelegd to sluis_wisser;
