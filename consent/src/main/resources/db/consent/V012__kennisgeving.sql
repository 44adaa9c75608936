-- What a person is told of what was put on record; nothing of what was said stands here. Whether the
-- person may see it is asked again whenever it is looked at. Both tables only grow.
create table kennisgeving (
  region text not null,
  id uuid not null,
  subject_id uuid not null,
  person_id uuid not null,
  soort text not null check (length(soort) between 3 and 40),
  ask_id uuid,
  -- About which words; the organisation that wrote them down is found there.
  event_seq bigint,
  over_id uuid,
  ontvanger_oin text,
  gegeven_op timestamptz not null,
  uiterlijk timestamptz,
  primary key (region, id),
  foreign key (region, subject_id) references subject (region, id));
create index kennisgeving_van on kennisgeving (region, subject_id, gegeven_op desc);
create index kennisgeving_uiterlijk on kennisgeving (region, uiterlijk)
  where uiterlijk is not null;

create table kennisgeving_antwoord (
  region text not null,
  kennisgeving_id uuid not null,
  antwoord text not null check (antwoord in ('gezien', 'klopt-niet')),
  op timestamptz not null,
  primary key (region, kennisgeving_id, antwoord),
  foreign key (region, kennisgeving_id) references kennisgeving (region, id));

-- That nobody answered within the term, and that whoever wrote the words down was told so.
create table kennisgeving_verlopen (
  region text not null,
  kennisgeving_id uuid not null,
  op timestamptz not null,
  primary key (region, kennisgeving_id),
  foreign key (region, kennisgeving_id) references kennisgeving (region, id));

grant select, insert on kennisgeving, kennisgeving_antwoord, kennisgeving_verlopen to sluis_append;
grant select, delete on kennisgeving, kennisgeving_antwoord, kennisgeving_verlopen to sluis_wisser;
