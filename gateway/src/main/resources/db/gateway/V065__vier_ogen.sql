-- What one person proposes to close, such as a review, the answer to a request or a task. It closes nothing. `handelend` is who did
-- what is judged, keyed; empty where nobody's act is. `tweede_bij` is the organisation of which somebody must look along. Words stand
-- sealed with the key of the child; where no child is known they stand in the logbook alone.
create table sluitvoorstel (
  region text not null,
  id uuid not null,
  wat text not null check (wat in ('nacontrole', 'verzoek', 'taak')),
  over uuid not null,
  beurt int not null check (beurt between 1 and 50),
  organisatie text not null,
  tweede_bij text not null,
  subject_id uuid,
  handelend bytea not null,
  voorsteller bytea not null check (octet_length(voorsteller) between 1 and 64),
  uitkomst text not null check (length(uitkomst) between 1 and 60),
  antwoorden text[] not null,
  woorden_verzegeld bytea check (subject_id is not null or woorden_verzegeld is null),
  op timestamptz not null,
  uiterlijk timestamptz not null,
  primary key (region, id),
  unique (region, wat, over, beurt),
  unique (region, id, voorsteller, handelend, tweede_bij),
  check (voorsteller <> handelend),
  foreign key (region, subject_id) references subject (region, id));
create index sluitvoorstel_van on sluitvoorstel (region, subject_id);

-- What a second person says of it: once. PostgreSQL itself refuses who proposed it, who did what is judged, and who is of another
-- organisation than was asked.
create table sluitvoorstel_besluit (
  region text not null,
  voorstel uuid not null,
  voorsteller bytea not null,
  handelend bytea not null,
  tweede bytea not null check (octet_length(tweede) between 1 and 64),
  tweede_bij text not null,
  besluit text not null check (besluit in ('bevestigd', 'teruggegeven')),
  op timestamptz not null,
  primary key (region, voorstel),
  unique (region, voorstel, tweede, besluit),
  foreign key (region, voorstel, voorsteller, handelend, tweede_bij)
    references sluitvoorstel (region, id, voorsteller, handelend, tweede_bij),
  check (tweede <> voorsteller and tweede <> handelend));

-- A verdict by two names the second person, who confirmed it; whoever only gave it back cannot stand here. That a second person was
-- needed is written down with the verdict, and then there is one.
alter table nacontrole_oordeel
  add column voorstel uuid,
  add column tweede bytea,
  add column besluit text check (besluit = 'bevestigd'),
  add column tweede_nodig boolean not null default false,
  add constraint nacontrole_oordeel_door_twee check (
    (voorstel is null) = (tweede is null)
    and (voorstel is null) = (besluit is null)
    and (tweede is null or (tweede <> beoordelaar and tweede <> handelend))
    and (not tweede_nodig or tweede is not null)),
  add constraint nacontrole_oordeel_bevestigd foreign key (region, voorstel, tweede, besluit)
    references sluitvoorstel_besluit (region, voorstel, tweede, besluit);

-- The work list reads what a receiver did not answer yet by its term, which disputes are open, what comes up, and what ends; and who
-- sits at a table around a child looks back at nothing of that child.
create index stopbericht_te_doen on stopbericht (region, aan_oin, uiterlijk);
create index consent_event_betwist on consent_event (region, ask_id, seq) where type = 'DISPUTED';
create index agenda_bij on agenda (region, organisation, due_at);
create index overleg_betrokkene_van on overleg_betrokkene (region, subject_id);
create index mandaat_van on mandaat (region, partij, geldig_tot);

grant select, insert on sluitvoorstel, sluitvoorstel_besluit to sluis_append;
grant select, delete on sluitvoorstel, sluitvoorstel_besluit to sluis_wisser;
