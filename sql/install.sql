-- What a DBA looks at before installing.
CREATE TEMP VIEW member AS
	SELECT classid, objid, pg_describe_object(classid, objid, 0) AS object
	FROM pg_depend WHERE deptype = 'e' AND refclassid = 'pg_extension'::regclass
		AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'vn_civic');

-- Every object has a comment (row types of views aside).
SELECT object FROM member WHERE obj_description(objid, (SELECT relname FROM pg_class WHERE oid = classid)) IS NULL
	AND classid <> 'pg_type'::regclass
ORDER BY object COLLATE "C";

-- Every function is strict, immutable and safe in parallel plans, runs as its caller, and names its arguments; but for those
-- that change a vocabulary or list it.
SELECT p.oid::regprocedure FROM member JOIN pg_proc AS p ON classid = 'pg_proc'::regclass AND p.oid = objid
WHERE NOT ('internal'::regtype = ANY (p.proargtypes) OR p.prorettype = 'internal'::regtype)
	AND (p.provolatile <> 'i' OR NOT p.proisstrict OR p.proparallel <> 's' OR p.prosecdef OR p.proconfig IS NOT NULL
		OR (p.pronargs > 0 AND p.proargnames IS NULL) OR p.prolang = (SELECT oid FROM pg_language WHERE lanname = 'plpgsql'))
ORDER BY p.oid::regprocedure::text COLLATE "C";
SELECT object FROM member JOIN pg_proc AS p ON classid = 'pg_proc'::regclass AND p.oid = objid
WHERE p.proacl IS NOT NULL OR NOT has_function_privilege('public', p.oid, 'execute');
SELECT object FROM member JOIN pg_class AS c ON classid = 'pg_class'::regclass AND c.oid = objid
WHERE NOT has_table_privilege('public', c.oid, 'select') OR has_table_privilege('public', c.oid, 'insert, update, delete, truncate');

-- Someone who is no superuser installs it in a schema of their own, uses it and moves it.
CREATE ROLE regress_vn_owner;
CREATE ROLE regress_vn_reader;
SELECT current_database() AS db \gset
GRANT CREATE ON DATABASE :"db" TO regress_vn_owner;
DROP EXTENSION vn_civic CASCADE;
SET ROLE regress_vn_owner;
CREATE SCHEMA civic;
GRANT USAGE ON SCHEMA civic TO regress_vn_reader;
CREATE EXTENSION vn_civic SCHEMA civic;
SET search_path = pg_temp;
SELECT civic.vn_fold('Đường'), to_tsvector('civic.vietnamese', 'cải cách hành chính') @@ civic.vn_tsquery('cai cach') AS found;
SELECT name FROM civic.vn_officials('Bộ trưởng Bộ Nội vụ Lê Văn Đức đến dự.');
SELECT count(*) > 0 AS awards FROM civic.vn_award_catalog;
-- objects of the same names elsewhere do not get in between
CREATE FUNCTION pg_temp.vn_fold(text) RETURNS text LANGUAGE sql AS $$ SELECT 'wrong' $$;
CREATE FUNCTION pg_temp.vn_known_awards() RETURNS text LANGUAGE sql AS $$ SELECT 'wrong' $$;
CREATE FUNCTION pg_temp.lower(text) RETURNS text LANGUAGE sql AS $$ SELECT 'wrong' $$;
SELECT civic.vn_tsquery('Cải cách'), (SELECT count(*) > 0 FROM civic.vn_award_catalog) AS awards;
RESET ROLE;
SET ROLE regress_vn_reader;
SELECT civic.vn_fold('Đường'), (SELECT count(*) > 0 FROM civic.vn_post_catalog) AS posts;
RESET ROLE;
CREATE SCHEMA civic2;
ALTER EXTENSION vn_civic SET SCHEMA civic2;
SELECT to_tsvector('civic2.vietnamese', 'cải cách hành chính') @@ civic2.vn_tsquery('cai cach') AS found,
	(SELECT count(*) > 0 FROM civic2.vn_place_catalog) AS places,
	ts_headline('civic2.vietnamese', 'cải cách hành chính', civic2.vn_tsquery('hanh chinh')) AS headline;
RESET search_path;
DROP EXTENSION vn_civic;
SELECT count(*) AS left_behind FROM pg_proc WHERE pronamespace = 'civic2'::regnamespace;
DROP OWNED BY regress_vn_owner, regress_vn_reader CASCADE;
DROP SCHEMA civic2;
DROP ROLE regress_vn_owner, regress_vn_reader;
CREATE EXTENSION vn_civic;
SELECT vn_civic_version(), vn_civic_data_version() ~ '^1\.0-[0-9a-f]{16}$' AS data_version;
