-- In which language somebody chose a way; a letter is written in it where paper has it.
alter table bereik_kanaal add column taal text not null default 'nl'
  check (taal in ('nl', 'en', 'tr', 'ar', 'pl', 'uk', 'ti'));

-- A letter that the organisation fetched for somebody who chose letters, and the day on which it says that it went by post. No
-- name, no address and no code: who writes the envelope knows where that person lives, and Sluis does not.
create table onbereikt_brief (
  region text not null,
  brief uuid not null,
  kennisgeving_id uuid not null,
  taak uuid not null,
  taal text not null check (taal in ('nl', 'en')),
  gehaald_op timestamptz not null,
  gehaald_door text not null,
  primary key (region, brief),
  foreign key (region, kennisgeving_id) references onbereikt (region, kennisgeving_id));
create index onbereikt_brief_taak on onbereikt_brief (region, taak);
create index onbereikt_brief_over on onbereikt_brief (region, kennisgeving_id);

create table onbereikt_brief_verstuurd (
  region text not null,
  brief uuid not null,
  verstuurd_op date not null,
  gemeld_op timestamptz not null,
  primary key (region, brief),
  foreign key (region, brief) references onbereikt_brief (region, brief));

grant select, insert on onbereikt_brief, onbereikt_brief_verstuurd to sluis_append;
grant select, delete on onbereikt_brief, onbereikt_brief_verstuurd to sluis_wisser;
