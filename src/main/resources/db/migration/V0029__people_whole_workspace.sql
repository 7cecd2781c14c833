-- A whole workspace is put back row by row: somebody who was merged may come before the one they are now.
alter table people.person alter constraint person_workspace_id_current_id_fkey deferrable initially immediate;

-- Steps that happen afterwards stand behind those that were put back.
grant select, update on sequence outbox.step_position_seq to politely_app;
grant select, update on sequence pursuits.step_position_seq to politely_app;
