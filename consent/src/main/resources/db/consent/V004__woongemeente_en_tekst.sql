-- Where a child lives decides which convenant speaks. Only the municipality is kept, never an address;
-- it holds from a day, until a later day on record; of one day the last row counts.
create table residence (
  region text not null,
  seq bigint generated always as identity,
  subject_id uuid not null,
  municipality text not null check (length(municipality) between 2 and 60),
  valid_from date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region, subject_id, seq),
  foreign key (region, subject_id) references subject (region, id));

grant select, insert on residence to sluis_append;

-- A consent holds for the purpose as it read when the family said yes. The empty text of what was
-- asked before this column came fits no purpose, so that such a consent must be asked again.
alter table consent_ask add column purpose_text text not null default '';
