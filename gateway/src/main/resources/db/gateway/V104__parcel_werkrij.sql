-- What looks every minute whether something waits reads what waits, and never the history: whose key is still
-- needed, and who must be reminded.
create index parcel_inhoud on parcel (region, payload_key) where payload_ct is not null;
create index parcel_herinneren on parcel (region, remind_at) where state = 'wacht' and not reminded;
