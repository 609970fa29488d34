-- owner: afterbell_signin
-- Counts people on the roster, people with accounts, and sites: the coverage printed beside each total. Called when
-- the roster or an account changes.
create or replace function count_roster()
returns void
language sql security definer
set search_path from current
set timezone from current
as $$
    update roster_total set
        employees = (select count(*) from employee where ended_on is null or ended_on >= current_date),
        accounts = (select count(*) from account join employee using (employee_id)
                    where account.status = 'active' and (ended_on is null or ended_on >= current_date)),
        sites = (select count(*) from site where ended_on is null and kind = 'school')
$$;
comment on function count_roster is 'Counts the roster anew, for the coverage beside totals.';
revoke execute on function count_roster from public;
grant execute on function count_roster to afterbell_importer;
