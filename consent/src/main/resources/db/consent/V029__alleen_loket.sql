-- Whose pages show nothing of their own, because somebody may look along. Two people of an organisation
-- say so, and two say that it ends. `people` are all ids that stand for that person at this child. A copy
-- that goes along with a merge keeps its `origin`; to lift an origin lifts every copy.
create table alleen_loket (
  region text not null,
  id uuid not null,
  origin uuid not null,
  subject_id uuid not null,
  people uuid[] not null check (cardinality(people) between 1 and 100),
  source text check (source in ('persoon', 'opvang', 'rechter', 'professional')),
  lifts uuid,
  review_on date,
  author_hmac bytea not null check (octet_length(author_hmac) between 16 and 64),
  confirmed_hmac bytea not null check (octet_length(confirmed_hmac) between 16 and 64),
  evidence_commitment bytea not null,
  evidence_sealed bytea not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region, id),
  foreign key (region, subject_id) references subject (region, id),
  check (author_hmac <> confirmed_hmac),
  check ((source is null) = (lifts is not null)));
create index alleen_loket_over on alleen_loket (region, subject_id);
create index alleen_loket_einde on alleen_loket (region, lifts) where lifts is not null;

grant select, insert on alleen_loket to sluis_append;
grant select, delete on alleen_loket to sluis_wisser;
