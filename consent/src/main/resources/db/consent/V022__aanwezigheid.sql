-- A code that somebody reads at the own place and gives to the professional beside: that this person was
-- there. Of the code only a keyed hash stands here. Trying and using only add rows.
create table aanwezigheid (
  region text not null,
  id uuid not null,
  subject_id uuid not null,
  person_id uuid not null,
  partij_oin text not null,
  doel text not null,
  code_hmac bytea not null check (octet_length(code_hmac) between 16 and 64),
  gevraagd_op timestamptz not null,
  geldig_tot timestamptz not null,
  primary key (region, id),
  foreign key (region, subject_id) references subject (region, id));
create index aanwezigheid_van on aanwezigheid (region, subject_id, partij_oin, geldig_tot);

create table aanwezigheid_gebruikt (
  region text not null,
  id uuid not null,
  op timestamptz not null,
  primary key (region, id),
  foreign key (region, id) references aanwezigheid (region, id));

-- That an organisation brought a code that was none, at this child.
create table aanwezigheid_poging (
  region text not null,
  nummer bigint generated always as identity,
  subject_id uuid not null,
  partij_oin text not null,
  op timestamptz not null,
  primary key (region, nummer),
  foreign key (region, subject_id) references subject (region, id));
create index aanwezigheid_poging_van on aanwezigheid_poging (region, subject_id, partij_oin, op);

-- With which code a yes was written down that a professional brought in.
alter table consent_event add column aanwezigheid uuid;

grant select, insert on aanwezigheid, aanwezigheid_gebruikt, aanwezigheid_poging to sluis_append;
grant select, delete on aanwezigheid, aanwezigheid_gebruikt, aanwezigheid_poging to sluis_wisser;
