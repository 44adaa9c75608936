-- How far the rows of the logbook were read for something else: `regels` for the lines that go to a collector,
-- `spoor` for the index of traces. The logbook is the list of what is still to be done; this is the finger on it.
create table regel_stand (
  region text not null,
  wat text not null,
  volgende bigint not null check (volgende >= 0),
  primary key (region, wat));

grant select, insert, update (volgende) on regel_stand to sluis_werk;
