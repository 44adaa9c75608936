-- What witnesses put under a checkpoint (C2SP tlog-cosignature). Added and never changed, as what they
-- signed; it says a size, a time and a name of a witness, and nothing of anyone.

create table checkpoint_cosignature (
  region text not null,
  size bigint not null check (size > 0),
  witness text not null,
  signed_at timestamptz not null,
  line text not null,
  primary key (region, witness, size));
create index checkpoint_cosignature_by_size on checkpoint_cosignature (region, size);

grant select, insert on checkpoint_cosignature to sluis_append;
