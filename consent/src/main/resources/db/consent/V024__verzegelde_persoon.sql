-- A birth date and a municipality single somebody out as well as a name does: sealed, with keys that live
-- outside the database, so that who has only the database finds nobody. Nothing is in production: what stood
-- here in the clear is told again. An invitation is written down as a keyed mark: its day would tell the birthday.
truncate birth, residence;
alter table birth drop column birth_date;
alter table birth add column birth_sealed bytea not null;
alter table residence drop column municipality, drop column valid_from;
alter table residence add column residence_sealed bytea not null;

drop table invitation;
create table invitation (
  region text not null,
  subject_id uuid not null,
  mark bytea not null check (octet_length(mark) = 32),
  primary key (region, subject_id, mark),
  foreign key (region, subject_id) references subject (region, id));

grant select, insert on invitation to sluis_append;
grant select, delete on invitation to sluis_wisser;

delete from agenda where kind = 'leeftijd';

-- The digest of a court's decision can be computed by who was there: keyed from now on.
update custody_fact set reference_hash = null;
update partial_custody set reference_hash = '';
