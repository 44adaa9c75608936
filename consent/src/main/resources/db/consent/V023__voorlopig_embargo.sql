-- An embargo may be for the whole family, whoever that turns out to be: then it names nobody. One that a
-- report brought along rests on that report: the reporter set it, and the second person stands in the record
-- or must still confirm it. Until somebody does it is provisional: it does not end, and it alarms.
alter table embargo
  alter column hidden_from drop not null,
  alter column author_hmac drop not null,
  alter column confirmed_hmac drop not null,
  alter column evidence_commitment drop not null,
  alter column evidence_sealed drop not null,
  add column by_report boolean not null default false,
  add constraint embargo_by_two check (
    author_hmac is not null
    and (by_report
      or (confirmed_hmac is not null and evidence_commitment is not null and evidence_sealed is not null)));

-- The second person. Who reported stands in it too, so that PostgreSQL itself refuses that person.
create table embargo_confirmed (
  region text not null,
  embargo_id uuid not null,
  subject_id uuid not null,
  author_hmac bytea not null,
  confirmed_hmac bytea not null check (octet_length(confirmed_hmac) between 16 and 64),
  review_on date not null,
  evidence_commitment bytea not null,
  evidence_sealed bytea not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region, embargo_id),
  foreign key (region, subject_id) references subject (region, id),
  check (author_hmac <> confirmed_hmac));

-- Who reported may stay hidden after the line itself is shown.
alter table embargo_lifted
  add column reporter_hidden text check (
    reporter_hidden in ('veiligheid-betrokkene', 'veiligheid-melder', 'vertrouwensrelatie'));

grant select, insert on embargo_confirmed to sluis_append;
grant select, delete on embargo_confirmed to sluis_wisser;
