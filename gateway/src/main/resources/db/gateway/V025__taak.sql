-- What somebody at an organisation must do before a day, such as to weigh an objection. What it is about is
-- an identifier; the words stand in the logbook. A task is opened once for what it is about. This is a
-- queue of work: what became of each task is a row of the logbook.
create table taak (
  region text not null,
  id uuid not null,
  soort text not null,
  organisatie text not null,
  subject_id uuid,
  over uuid not null,
  geopend_op timestamptz not null,
  uiterlijk timestamptz not null,
  stand text not null check (stand in ('open', 'te-laat', 'afgehandeld')),
  primary key (region, id),
  unique (region, soort, organisatie, over));

create index taak_te_doen on taak (region, organisatie, uiterlijk) where stand <> 'afgehandeld';
create index taak_verloopt on taak (region, uiterlijk) where stand = 'open';

grant select, insert, update (stand) on taak to sluis_werk;
grant select, delete on taak to sluis_wisser;
