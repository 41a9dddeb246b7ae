-- How far the tables have come, for the application to compare with what it needs. The history itself stays the owner's.
CREATE FUNCTION schema_version() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $version$
  SELECT version FROM public.${flyway:table} WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1
$version$;
REVOKE EXECUTE ON FUNCTION schema_version() FROM PUBLIC;
