/// The names of a district's schema and role, and the statements that make them.
struct DistrictNames: Sendable {
    let schema: String
    let role: String

    init(slug: DistrictSlug) {
        schema = slug.schema
        role = slug.role
    }

    /// Roles that own functions of a district or work in its schema.
    private static let services =
        "afterbell_signin, afterbell_writer, afterbell_importer, afterbell_report, afterbell_sealer"

    /// Makes role and schema where missing. Safe to repeat.
    var preparation: String {
        """
        do $$
        begin
            if not exists (select from pg_roles where rolname = '\(role)') then
                create role \(role) nologin;
            end if;
        end
        $$;
        grant afterbell_app to \(role);
        grant \(role) to afterbell_server;
        create schema if not exists \(schema) authorization afterbell_owner;
        grant usage on schema \(schema) to \(role), \(Self.services);
        """
    }

    /// Takes away the functions and views of the schema, to be made anew: none stays that has no file any more.
    var dropAPI: String {
        """
        do $$
        declare
            made record;
        begin
            for made in
                select oid::regclass::text as name from pg_class
                where relnamespace = '\(schema)'::regnamespace and relkind = 'v'
            loop
                execute format('drop view %s', made.name);
            end loop;
            for made in
                select oid::regprocedure::text as name from pg_proc where pronamespace = '\(schema)'::regnamespace
            loop
                execute format('drop function %s', made.name);
            end loop;
        end
        $$;
        """
    }

    /// Owners of functions need CREATE on the schema while their functions are made, and only then.
    var grantCreate: String { "grant create on schema \(schema) to \(Self.functionOwners);" }

    /// Takes ``grantCreate`` back, in the same transaction.
    var revokeCreate: String { "revoke create on schema \(schema) from \(Self.functionOwners);" }

    private static let functionOwners = "afterbell_writer, afterbell_signin, afterbell_sealer"
}
