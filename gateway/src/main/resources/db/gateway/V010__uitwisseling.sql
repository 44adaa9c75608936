-- Messages with a verified signature: the replay guard, and the original answer for whoever asks again.
create table message (
  region text not null,
  signer text not null,
  jti text not null,
  digest bytea not null,
  transaction_id uuid not null,
  sender_oin text not null,
  parcel_id uuid,
  answer_ct bytea not null,
  answer_key text not null,
  row_index bigint not null,
  tree_size bigint not null,
  received_at timestamptz not null,
  primary key (region, signer, jti));

create unique index message_transaction on message (region, transaction_id);
create index message_received on message (received_at);

-- Parcels that wait for their receiver. The content is encrypted with a key of the hour, kept elsewhere.
create table parcel (
  region text not null,
  id uuid not null,
  transaction_id uuid not null,
  signer_oin text not null,
  sender_oin text not null,
  sender_role text not null,
  receiver_oin text not null,
  receiver_role text not null,
  purpose text not null,
  rule_id text not null,
  subject_id uuid,
  state text not null check (state in ('wacht', 'uitgereikt', 'bevestigd', 'ingehouden', 'vervallen')),
  accepted_at timestamptz not null,
  remind_at timestamptz not null,
  due_at timestamptz not null,
  never_lapses boolean not null,
  reminded boolean not null default false,
  told boolean not null default false,
  payload_ct bytea,
  payload_key text not null,
  accepted_row bigint not null,
  released_row bigint,
  released_size bigint,
  primary key (region, id));

-- The work queue is indexed, never the history.
create index parcel_waiting on parcel (region, receiver_oin, receiver_role, accepted_at)
  where state in ('wacht', 'uitgereikt');
create index parcel_due on parcel (region, due_at) where state in ('wacht', 'uitgereikt', 'ingehouden');

grant select, insert, update, delete on message, parcel to sluis_werk;
