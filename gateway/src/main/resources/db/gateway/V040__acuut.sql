-- Reports of acute danger, beside the logbook that keeps what became of each: which of them must still
-- be delivered, and which of them nobody at Veilig Thuis has acknowledged yet. No content, no reason.
create table acute_melding (
  region text not null,
  transactie uuid not null,
  pakket uuid not null,
  van_oin text not null,
  van_rol text not null,
  aan_oin text not null,
  aan_rol text not null,
  doel text not null,
  subject_id uuid,
  ontvangen_op timestamptz not null,
  primary key (region, transactie));
create index acute_melding_op on acute_melding (region, ontvangen_op);

-- What happened to it; each step once. `bezorgd`: the receiver's system took it. `bevestigd`: a person
-- there did. `te-laat`: no person did so in time, and the sender was told to phone.
create table acute_stap (
  region text not null,
  transactie uuid not null,
  stap text not null check (stap in ('bezorgd', 'bevestigd', 'te-laat')),
  op timestamptz not null,
  primary key (region, transactie, stap),
  foreign key (region, transactie) references acute_melding (region, transactie));

grant select, insert on acute_melding, acute_stap to sluis_append;
grant select, delete on acute_melding, acute_stap to sluis_wisser;
