-- How often one keeps in touch, in business days, where the user wants it seldomer than the policy does.
alter table cadence.follow_up add column every_days integer check (every_days between 1 and 1000);
