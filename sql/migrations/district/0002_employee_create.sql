-- 0002_employee_create.sql
-- Why: the people of the roster, the names they go by in feeds, and the units that represent them. No phone, no
-- birth date, no home address: the feeds carry them, we do not keep them. Locks: new tables only.
create table bargaining_unit (
    bargaining_unit_id  uuid  not null primary key default gen_random_uuid(),
    code                text  not null unique,
    name                text  not null,
    constraint bargaining_unit_name_is_given check (length(btrim(name)) between 1 and 255)
);
comment on table bargaining_unit is 'Positions represented together. The unit with code ''-'' holds positions whose unit no feed states.';
insert into bargaining_unit (code, name) values ('-', 'No unit stated');
alter table bargaining_unit enable row level security;
alter table bargaining_unit force row level security;
create policy bargaining_unit_read_signed_in on bargaining_unit for select to afterbell_app
    using (nullif(current_setting('afterbell.account_id', true), '') is not null);
create policy bargaining_unit_read_signin on bargaining_unit for select to afterbell_signin using (true);
create policy bargaining_unit_all_importer on bargaining_unit for all to afterbell_importer using (true) with check (true);
grant select on bargaining_unit to afterbell_app, afterbell_signin;
grant select, insert, update on bargaining_unit to afterbell_importer;

create table employee (
    employee_id         uuid  not null primary key default gen_random_uuid(),
    employee_number     text  null unique,
    given_name          text  not null,
    family_name         text  not null,
    email               text  null,
    site_id             uuid  not null references site,
    bargaining_unit_id  uuid  not null references bargaining_unit,
    ended_on            date  null,
    constraint employee_name_is_given check (length(btrim(given_name || family_name)) between 1 and 400),
    constraint employee_email_is_lower check (email = lower(email))
);
comment on table employee is 'A person employed by the district. Kept by the roster import; found by number, then e-mail, never by name.';
comment on column employee.site_id is 'Home site: that of the first live assignment.';
comment on column employee.bargaining_unit_id is 'Unit of the first live assignment.';
comment on column employee.ended_on is 'Last day of employment; such a person may still read, correct, export and join claims.';
create unique index employee_email_is_one_person on employee (email) where email is not null;
create index employee_by_unit_and_name on employee (bargaining_unit_id, family_name, given_name, employee_id);
alter table employee enable row level security;
alter table employee force row level security;
create policy employee_read_own on employee for select to afterbell_app
    using (employee_id = nullif(current_setting('afterbell.employee_id', true), '')::uuid);
create policy employee_read_hr on employee for select to afterbell_app
    using (bargaining_unit_id = any (nullif(current_setting('afterbell.hr_units', true), '')::uuid[]));
create policy employee_read_signin on employee for select to afterbell_signin using (true);
create policy employee_read_writer on employee for select to afterbell_writer using (true);
create policy employee_all_importer on employee for all to afterbell_importer using (true) with check (true);
grant select on employee to afterbell_app, afterbell_signin, afterbell_writer;
grant select, insert, update on employee to afterbell_importer;

create table employee_alias (
    sourced_id   text  not null primary key,
    employee_id  uuid  not null references employee
);
comment on table employee_alias is 'Keys that feeds use for a person; some issue one per person and school.';
create index employee_alias_by_employee on employee_alias (employee_id);
alter table employee_alias enable row level security;
alter table employee_alias force row level security;
create policy employee_alias_all_importer on employee_alias for all to afterbell_importer using (true) with check (true);
grant select, insert, update on employee_alias to afterbell_importer;
