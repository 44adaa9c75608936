-- With the region in front, this index looked as good as the key for finding a message, and the plan that
-- was made while the table was empty read every message of the region for each batch.
drop index message_transaction;
create unique index message_transaction on message (transaction_id, region);

-- What is encrypted does not compress, so trying costs time and gains nothing; and a parcel that fits
-- on a page is cheaper there than cut in pieces elsewhere, for it is gone again within days.
alter table parcel alter column payload_ct set storage external;
alter table parcel set (toast_tuple_target = 8160);
alter table message alter column answer_ct set storage external;
