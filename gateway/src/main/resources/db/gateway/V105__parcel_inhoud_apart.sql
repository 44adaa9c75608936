-- The content of a parcel lies apart, where PostgreSQL keeps what is large (TOAST), and is written once: on the page of
-- its parcel it was written again with each change.
alter table parcel reset (toast_tuple_target);

-- Room on each page for what its parcels become.
alter table parcel set (fillfactor = 40);

-- As for `message`: with the region in front, this index looked as good as the key for finding a parcel, as long as the
-- table is young, and the plan that read all parcels of the region stayed.
drop index parcel_exchange;
create index parcel_exchange on parcel (transaction_id, region);
