-- What somebody who is logged in asks of an organisation about a line, or about what the law lets it share
-- (AVG 12 to 22), and every step that followed. Words stand sealed with the key of the child; the commitment
-- is salted. Nothing is changed: how it stands follows from its steps.
create table betrokkenenverzoek (
  region text not null,
  id uuid not null,
  nummer bigint generated always as identity,
  subject_id uuid not null,
  person_id uuid not null,
  soort text not null check (soort in ('waarom', 'rectificatie', 'bezwaar', 'wissing', 'klacht')),
  bij_oin text not null,
  loket text check ((loket is null) = (soort <> 'klacht') and loket in ('klachtencommissie', 'fg')),
  doel text not null,
  van_oin text not null,
  van_rol text not null,
  aan_oin text,
  aan_rol text,
  -- The line it is about: a row of the logbook, or a word of one's own; or the rule without a line.
  rij bigint,
  eigen_woord boolean not null,
  regel text,
  dag date not null,
  -- The exchanges, or the question, by which both organisations know what is meant.
  transacties uuid[] not null,
  toestemming uuid,
  -- The stop that an objection is, where the law lets it stop.
  beperking uuid,
  gesteld_op timestamptz not null,
  uiterlijk timestamptz not null,
  woorden_hash bytea not null,
  woorden_verzegeld bytea not null,
  check ((rij is null) <> (regel is null)),
  check ((aan_oin is null) = (aan_rol is null)),
  primary key (region, id),
  foreign key (region, subject_id) references subject (region, id));
create index betrokkenenverzoek_van on betrokkenenverzoek (region, subject_id, person_id);
create index betrokkenenverzoek_bij on betrokkenenverzoek (region, bij_oin, nummer desc);

create table betrokkenenverzoek_stap (
  region text not null,
  nummer bigint generated always as identity,
  verzoek uuid not null,
  subject_id uuid not null,
  stap text not null check (stap in ('ontvangen', 'verlengd', 'beantwoord', 'toegewezen', 'geweigerd')),
  op timestamptz not null,
  uiterlijk timestamptz check ((uiterlijk is null) = (stap <> 'verlengd')),
  door text not null,
  woorden_hash bytea,
  woorden_verzegeld bytea,
  primary key (region, verzoek, nummer),
  foreign key (region, verzoek) references betrokkenenverzoek (region, id),
  foreign key (region, subject_id) references subject (region, id));
-- Each happens once, and an answer of whatever kind once.
create unique index betrokkenenverzoek_stap_eens on betrokkenenverzoek_stap
  (region, verzoek, (case when stap in ('ontvangen', 'verlengd') then stap else 'antwoord' end));

grant select, insert on betrokkenenverzoek, betrokkenenverzoek_stap to sluis_append;
grant select, delete on betrokkenenverzoek, betrokkenenverzoek_stap to sluis_wisser;

-- A term that is extended is extended for the task too.
grant update (uiterlijk) on taak to sluis_werk;
