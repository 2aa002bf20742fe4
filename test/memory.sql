-- A backend's own memory (RssAnon of Linux, in kB) over many calls of every function, every second one ended by an error.
-- calls_of(n) prints for each call the memory after a tenth and after all of n calls; the two must be nearly the same.
CREATE FUNCTION own_memory() RETURNS int LANGUAGE sql VOLATILE AS
	$$ SELECT (regexp_match(pg_read_file('/proc/self/status', 0, 10000), 'RssAnon:\s+(\d+)'))[1]::int $$;

CREATE TEXT SEARCH DICTIONARY own_words (TEMPLATE = vn_vocabulary, Words = 'làng xanh', Organizations = 'Tập đoàn Sao Mai');
CREATE TEXT SEARCH CONFIGURATION own (COPY = vietnamese);
ALTER TEXT SEARCH CONFIGURATION own ALTER MAPPING FOR asciiword, word, numword, compound, uint WITH own_words, vietnamese;

-- "many": how often it may be called for each call of the others; catalogues have thousands of rows.
CREATE TABLE calls(call text, many float);
INSERT INTO calls
SELECT format(CASE WHEN proretset THEN '(SELECT count(*) FROM %s(%s))' ELSE '%s(%s)' END, p.oid::regproc,
	(SELECT string_agg(CASE type::regtype::text WHEN 'text' THEN 't' WHEN 'regconfig' THEN '''own''' ELSE '''own_words''' END, ', ' ORDER BY n)
		FROM unnest(proargtypes::oid[]) WITH ORDINALITY AS a(type, n))),
	CASE WHEN proname LIKE 'vn_known%' THEN 0.002 ELSE 1 END
FROM pg_depend AS d JOIN pg_extension AS e ON e.oid = d.refobjid AND e.extname = 'vn_civic' JOIN pg_proc AS p ON p.oid = d.objid
WHERE d.classid = 'pg_proc'::regclass AND d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'
	AND NOT 'internal'::regtype = ANY (proargtypes::oid[]) AND provolatile <> 'v'
UNION ALL VALUES ('to_tsvector(''vietnamese'', t)', 1), ('to_tsvector(''vietnamese_bigrams'', t)', 1), ('to_tsvector(''own'', t)', 1),
	('websearch_to_tsquery(''vietnamese_marked'', t)', 1), ('ts_headline(''vietnamese'', t, vn_or_tsquery(t))', 1),
	('ts_lexize(''own_words'', t)', 1), ('(SELECT count(*) FROM ts_parse(''vietnamese_clauses'', t))', 1),
	-- each adds to the catalogue
	('(SELECT vn_vocabulary_add(''own_words'', ''khu '' || t, ''word''))', 0.01), ('(SELECT vn_vocabulary_remove(''own_words'', t))', 0.01);

CREATE PROCEDURE calls_of(n int) LANGUAGE plpgsql AS $$
DECLARE
	one record;
	early int;
	late int;
	grown int := 0;
BEGIN
	FOR one IN SELECT * FROM calls ORDER BY call LOOP
		FOR part IN 1 .. 10 LOOP
			EXECUTE format($loop$ DO $do$
				DECLARE
					texts text[] := ARRAY['Bộ trưởng Bộ Nội vụ Nguyễn Văn An', 'yêu cầu các Sở rà soát 15/2020/NĐ-CP.', 'Tặng Bằng khen cho 3 tập thể.',
						'hoà bình "làng xanh" -SMG', '12,5%% 3,5 tỷ đồng 23/7/2024', 'a@b.vn https://x.vn/a?b=c', E'a\u0323\u0302 \u200b \U0001f600', ''];
					t text;
				BEGIN
					FOR i IN 1 .. %1$s LOOP
						t := texts[1 + i %% 8];
						BEGIN
							PERFORM 1 / (length((%2$s)::text) * 0 + i / 8 %% 2);
						EXCEPTION WHEN OTHERS THEN
							NULL;
						END;
					END LOOP;
				END $do$ $loop$, (n * one.many / 10)::int, one.call);
			IF part = 1 THEN
				early := own_memory();
			END IF;
		END LOOP;
		late := own_memory();
		grown := greatest(grown, late - early);
		RAISE INFO '% kB, then % kB: % calls of %', early, late, (n * one.many)::int, one.call;
	END LOOP;
	RAISE INFO 'grown by % kB at most', grown;
	IF grown > 1024 THEN
		RAISE EXCEPTION 'memory grows with the number of calls';
	END IF;
END $$;
