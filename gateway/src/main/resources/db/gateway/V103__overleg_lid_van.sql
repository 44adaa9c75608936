-- Whoever asks at which tables it sits reads its own seats, and not those of every organisation in the region.
create index overleg_lid_van on overleg_lid (region, oin, rol, overleg);
