-- A case that an officer opened about rows of the own organisation: a breach (AVG 33 and 34), or an inquiry.
-- It only grows. Whom it is about stands nowhere here: the rows that it froze say so, to who may open them.
create table zaak (
  region text not null,
  id uuid not null,
  nummer bigint generated always as identity,
  organisatie text not null,
  soort text not null check (soort in ('datalek', 'onderzoek')),
  -- The exchange that was judged unjustified, when that is why it was opened.
  over uuid,
  -- What was looked for. No person: the word by which one was pointed at is forgotten at once.
  ander_oin text,
  richting text not null check (richting in ('alles', 'gegeven', 'gekregen')),
  van_dag date not null,
  tot_dag date not null,
  bekend_op timestamptz not null,
  geopend_op timestamptz not null,
  uiterlijk timestamptz not null,
  door bytea not null,
  -- As large the logbook was when the rows were frozen.
  boomgrootte bigint not null,
  check (van_dag <= tot_dag),
  check (bekend_op <= geopend_op),
  primary key (region, id));
create unique index zaak_over on zaak (region, organisatie, over) where over is not null;
create index zaak_van on zaak (region, organisatie, nummer desc);

-- The rows that were frozen: their details stay readable until the case closes.
create table zaak_rij (
  region text not null,
  zaak uuid not null,
  rij bigint not null,
  primary key (region, zaak, rij),
  foreign key (region, zaak) references zaak (region, id));
create index zaak_rij_van on zaak_rij (region, rij);

-- What was done. A decision repeats who proposed it, so that PostgreSQL itself refuses one pair of eyes.
create table zaak_stap (
  region text not null,
  zaak uuid not null,
  nummer bigint generated always as identity,
  stap text not null check (stap in ('risico', 'voorstel', 'terug', 'besluit', 'ap-gemeld', 'teruggehaald', 'gesloten')),
  op timestamptz not null,
  door bytea not null,
  -- What was answered to each question, or the word for what is proposed, decided or closed with.
  antwoorden jsonb check ((antwoorden is not null) = (stap = 'risico')),
  uitkomst text check ((uitkomst is not null) = (stap in ('voorstel', 'besluit'))),
  voorstel bigint check ((voorstel is not null) = (stap in ('terug', 'besluit'))),
  voorgesteld_door bytea check ((voorgesteld_door is not null) = (stap in ('terug', 'besluit'))),
  check (voorgesteld_door <> door),
  primary key (region, zaak, nummer),
  unique (region, zaak, nummer, door),
  foreign key (region, zaak) references zaak (region, id),
  foreign key (region, zaak, voorstel, voorgesteld_door) references zaak_stap (region, zaak, nummer, door));
create unique index zaak_stap_eens on zaak_stap (region, zaak, stap)
  where stap in ('besluit', 'ap-gemeld', 'teruggehaald', 'gesloten');

-- Which row of the logbook holds the words of a step; 0 is the opening.
create table zaak_woord (
  region text not null,
  zaak uuid not null,
  stap bigint not null,
  rij bigint not null,
  primary key (region, zaak, stap),
  foreign key (region, zaak) references zaak (region, id));

-- About which child the family was told, as far as it may know.
create table zaak_gezin (
  region text not null,
  zaak uuid not null,
  subject_id uuid not null,
  person_id uuid not null,
  op timestamptz not null,
  primary key (region, zaak, subject_id, person_id),
  foreign key (region, zaak) references zaak (region, id),
  foreign key (region, subject_id) references subject (region, id));

-- What went out by mistake is called back, whether somebody looked back at it or not.
alter table rechtzetting drop constraint if exists rechtzetting_region_transactie_fkey;

grant select, insert on zaak, zaak_rij, zaak_stap, zaak_woord, zaak_gezin to sluis_append;
grant select, delete on zaak, zaak_rij, zaak_stap, zaak_woord, zaak_gezin to sluis_wisser;
