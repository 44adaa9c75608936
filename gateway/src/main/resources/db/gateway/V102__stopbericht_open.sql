-- What nobody confirmed yet, apart from the thousands that were: a receiver who asks what it must stop with, and an officer who
-- looks at the work of today, need not pass by everything that was ever done. PostgreSQL keeps it itself, so that there is no way
-- to confirm a message and leave it standing here. It says nothing that the two tables do not.
create table stopbericht_open (
  region text not null,
  stopbericht uuid not null,
  toestemming uuid not null,
  aan_oin text not null,
  aan_rol text not null,
  gemaakt_op timestamptz not null,
  uiterlijk timestamptz not null,
  primary key (region, stopbericht),
  foreign key (region, stopbericht) references stopbericht (region, id) on delete cascade);
create index stopbericht_open_aan on stopbericht_open (region, aan_oin, gemaakt_op, stopbericht);
create index stopbericht_open_uiterlijk on stopbericht_open (region, uiterlijk, stopbericht);

create function stopbericht_gaat_open() returns trigger
  language plpgsql security definer set search_path from current as $$
begin
  insert into stopbericht_open (region, stopbericht, toestemming, aan_oin, aan_rol, gemaakt_op, uiterlijk)
  values (new.region, new.id, new.toestemming, new.aan_oin, new.aan_rol, new.gemaakt_op, new.uiterlijk);
  return null;
end $$;

create function stopbericht_gaat_dicht() returns trigger
  language plpgsql security definer set search_path from current as $$
begin
  delete from stopbericht_open where region = new.region and stopbericht = new.stopbericht;
  return null;
end $$;

revoke execute on function stopbericht_gaat_open(), stopbericht_gaat_dicht() from public;

create trigger stopbericht_open after insert on stopbericht
  for each row execute function stopbericht_gaat_open();
create trigger stopbericht_dicht after insert on stopbericht_bevestigd
  for each row execute function stopbericht_gaat_dicht();

insert into stopbericht_open (region, stopbericht, toestemming, aan_oin, aan_rol, gemaakt_op, uiterlijk)
select s.region, s.id, s.toestemming, s.aan_oin, s.aan_rol, s.gemaakt_op, s.uiterlijk
from stopbericht s
where not exists (
  select from stopbericht_bevestigd b where b.region = s.region and b.stopbericht = s.id);

grant select on stopbericht_open to sluis_append;
grant select, delete on stopbericht_open to sluis_wisser;
