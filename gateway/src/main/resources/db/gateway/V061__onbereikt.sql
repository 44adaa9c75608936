-- That somebody could not be told by a way of their own, and which organisation must reach that person otherwise. Once for each
-- notice; whether the person saw it since stands with the notice. `niet-nodig`: looked at, and a mail went, or there is nothing that
-- this person may learn.
create table onbereikt (
  region text not null,
  kennisgeving_id uuid not null,
  subject_id uuid not null,
  organisatie text not null,
  reden text not null check (reden in
    ('geen-kanaal', 'mail-mislukt', 'brief-sturen', 'brief-retour', 'loket', 'niet-nodig')),
  sinds timestamptz not null,
  uiterlijk timestamptz not null,
  primary key (region, kennisgeving_id),
  foreign key (region, kennisgeving_id) references kennisgeving (region, id),
  foreign key (region, subject_id) references subject (region, id));
create index onbereikt_door on onbereikt (region, organisatie, sinds);
create index onbereikt_over on onbereikt (region, subject_id);

grant select, insert on onbereikt to sluis_append;
grant select, delete on onbereikt to sluis_wisser;
