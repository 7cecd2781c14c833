-- What else is known of a person: of the last three kinds the newest one holds.
alter table contacts.fact drop constraint fact_kind_check;
alter table contacts.fact add constraint fact_kind_check
    check (kind in ('role', 'phone', 'link', 'mail', 'note', 'tag', 'zone', 'language', 'basis', 'met'));

-- A role may be over.
alter table contacts.fact add column until date;
alter table contacts.fact add constraint fact_until_check check (until is null or kind = 'role');
