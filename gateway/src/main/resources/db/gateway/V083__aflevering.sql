-- What Sluis brings to the door of a receiver that asked for that, and how far each parcel came. It is a queue of work
-- that changes: what was given to whom is a row of the logbook. `volgorde` is the row in which the parcel was accepted,
-- so that it is the order of everything. `volgende_op` is when it may be tried again, and while a gateway is on its way
-- (`onderweg`) until when nobody else goes; `greep` counts who took it, so that who was away too long changes nothing.
create table aflevering (
  region text not null,
  pakket uuid not null,
  ontvanger text not null,
  volgorde bigint not null,
  stand text not null
    check (stand in ('aangeboden', 'onderweg', 'bevestigd', 'uitgesteld', 'onbestelbaar', 'voorbij')),
  volgende_op timestamptz not null,
  pogingen int not null default 0,
  reden text not null default '' check (length(reden) <= 60),
  greep bigint not null default 0,
  primary key (region, pakket),
  foreign key (region, pakket) references parcel (region, id));

-- The work queue is indexed, never the history.
create index aflevering_werk on aflevering (region, volgende_op)
  where stand in ('aangeboden', 'onderweg', 'uitgesteld');
create index aflevering_ontvanger on aflevering (region, ontvanger, volgorde);
create index aflevering_onbestelbaar on aflevering (region, ontvanger) where stand = 'onbestelbaar';
create index parcel_nieuw on parcel (region, receiver_oin, accepted_row) where state = 'wacht';

grant select, insert, update, delete on aflevering to sluis_werk;
grant select, delete on aflevering to sluis_wisser;
