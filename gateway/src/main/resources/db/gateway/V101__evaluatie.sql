-- That an organisation referred a child to help itself, whom it asked three months later whether the help fits, and what was said
-- to it. Who did not answer and who did not want to are told to nobody. Rows are added only; what was answered lies here until it
-- was fetched, and never longer than was told.
create table evaluatie (
  region text not null,
  id uuid not null,
  subject_id uuid not null,
  oin text not null,
  rol text not null,
  verwezen_op date not null,
  op timestamptz not null,
  primary key (region, id),
  foreign key (region, subject_id) references subject (region, id));
create index evaluatie_van on evaluatie (region, oin, verwezen_op);
create index evaluatie_wanneer on evaluatie (region, verwezen_op);

create table evaluatie_stap (
  region text not null,
  nummer bigint generated always as identity,
  evaluatie uuid not null,
  stap text not null check (stap in ('gevraagd', 'gegeven', 'niet', 'ingetrokken', 'opgehaald')),
  -- Who was asked or said it.
  person_id uuid not null,
  uiterlijk timestamptz check ((uiterlijk is not null) = (stap = 'gevraagd')),
  op timestamptz not null,
  primary key (region, nummer),
  foreign key (region, evaluatie) references evaluatie (region, id));
create index evaluatie_stap_van on evaluatie_stap (region, evaluatie, nummer);

create table evaluatie_antwoord (
  region text not null,
  -- The step by which it was given.
  stap bigint not null,
  evaluatie uuid not null,
  subject_id uuid not null,
  person_id uuid not null,
  verzegeld bytea not null,
  primary key (region, stap),
  foreign key (region, stap) references evaluatie_stap (region, nummer));
create index evaluatie_antwoord_van on evaluatie_antwoord (region, evaluatie);

grant select, insert on evaluatie, evaluatie_stap, evaluatie_antwoord to sluis_append;
grant select, delete on evaluatie, evaluatie_stap, evaluatie_antwoord to sluis_wisser;
