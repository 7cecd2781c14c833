-- Which pursuits to look at and how, kept under a name.
create table pursuits.saved_view (
    workspace_id uuid not null,
    view_id      uuid not null,
    name         text not null check (char_length(name) between 1 and 60),
    path         text not null,     -- as the program writes it
    primary key (workspace_id, view_id),
    unique (workspace_id, name)
);
call database.protect('pursuits.saved_view', 'select, insert, update, delete');
