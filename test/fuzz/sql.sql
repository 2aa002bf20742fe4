-- Random texts for every function of the extension, and for PostgreSQL's search functions with its configurations.
-- fuzz.round(seed) makes one text and adds what is wrong to fuzz.problems, what was done to fuzz.calls. The same seed makes the
-- same text in one version of PostgreSQL. Needs the table samples(body); tools/fuzz_sql.sh loads it and runs the rounds.
CREATE SCHEMA fuzz;
CREATE TABLE fuzz.calls(call text, outcome text);
CREATE TABLE fuzz.problems(seed bigint, what text, input text);

-- What texts are put together from: words the extension knows, samples cut anywhere, forms of numbers, odd characters.
CREATE TABLE fuzz.pieces AS
SELECT row_number() OVER () AS n, piece FROM (
	SELECT title FROM vn_post_catalog UNION SELECT form FROM vn_name_catalog UNION SELECT award FROM vn_award_catalog
	UNION SELECT name FROM vn_place_catalog UNION SELECT abbreviation FROM vn_abbreviation_catalog
	UNION SELECT name FROM vn_organization_catalog UNION SELECT head FROM vn_organization_head_catalog
	UNION SELECT unnest(string_to_array('15/2020/NĐ-CP 57-NQ/TW 500/QĐ-TTg 23/7/2024 7/2024 1.276,5% 10.000 3,5 tỷ đồng a@b.vn '
		'https://x.vn/a?b=c www.abc.gov.vn TP.HCM Covid-19 5G H''Yim hoà hòa thuỷ quý yêu cầu đề nghị chỉ đạo tặng cho tập thể '
		'cá nhân "một cụm" -không OR HOẶC ( ) & | ! <-> :* '' \ « » “ ” … – 1. a) (i) - Thứ nhất, <b> &nbsp;', ' '))
	UNION SELECT unnest(ARRAY[E'\n', E'\r\n', E'\n\n', E'\t', E'\u00a0', E'\u200b', E'\u200d', E'\u00ad', E'\ufeff', E'\u2028',
		E'\u0301', E'a\u0323\u0302', E'\u031b', E'\u0340', E'\U0001f600', E'\U0001f468\u200d\U0001f469', E'\ue000', E'\u1100\u1161',
		E'\u0130', E'\u00df', E'\uffff', E'\U0010ffff', E'\u0001', repeat('a', 300), repeat('ă', 2100), repeat('Bộ ', 300)])) AS p(piece);
CREATE UNIQUE INDEX ON fuzz.pieces(n);
ANALYZE fuzz.pieces;

CREATE FUNCTION fuzz.below(n int) RETURNS int LANGUAGE sql VOLATILE AS 'SELECT floor(random() * n)::int';

CREATE FUNCTION fuzz.pick(choices anyarray) RETURNS anyelement LANGUAGE sql VOLATILE AS
	'SELECT choices[1 + fuzz.below(cardinality(choices))]';

CREATE FUNCTION fuzz.piece() RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	kind int := fuzz.below(10);
	ch int;
BEGIN
	IF kind < 6 THEN
		RETURN (SELECT piece FROM fuzz.pieces WHERE n = (SELECT 1 + fuzz.below((SELECT count(*)::int FROM fuzz.pieces))));
	ELSIF kind < 8 THEN
		RETURN (SELECT substr(body, 1 + fuzz.below(length(body)), 1 + fuzz.below(200)) FROM samples
			OFFSET (SELECT fuzz.below((SELECT count(*)::int FROM samples))) LIMIT 1);
	END IF;
	ch := fuzz.pick(ARRAY[1, 32, 160, 768, 880, 4352, 7680, 8192, 44032, 63744, 119040, 127744]);
	RETURN chr(ch + fuzz.below(CASE ch WHEN 1 THEN 126 WHEN 768 THEN 112 ELSE 250 END));
END $$;

CREATE FUNCTION fuzz.text() RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	made text := '';
	at int;
BEGIN
	FOR i IN 1 .. CASE fuzz.below(8) WHEN 0 THEN fuzz.below(3) WHEN 1 THEN 60 + fuzz.below(100) ELSE 1 + fuzz.below(25) END LOOP
		made := made || fuzz.piece() || CASE WHEN fuzz.below(3) > 0 THEN ' ' ELSE '' END;
	END LOOP;
	FOR i IN 1 .. fuzz.below(4) LOOP
		at := 1 + fuzz.below(greatest(length(made), 1));
		made := CASE fuzz.below(9)
			WHEN 0 THEN upper(made) WHEN 1 THEN lower(made) WHEN 2 THEN normalize(made, NFD) WHEN 3 THEN normalize(made, NFC)
			WHEN 4 THEN overlay(made PLACING '' FROM at FOR fuzz.below(20)) WHEN 5 THEN overlay(made PLACING fuzz.piece() FROM at FOR 1)
			WHEN 6 THEN left(made, at) || made WHEN 7 THEN reverse(made) ELSE replace(made, ' ', fuzz.pick(ARRAY['', E'\n', '. ', ', '])) END;
		EXIT WHEN length(made) > 20000;
	END LOOP;
	RETURN made;
END $$;

-- Text out of bytes: samples with some of them changed. What is no UTF-8 never gets as far as the extension.
CREATE FUNCTION fuzz.bytes() RETURNS bytea LANGUAGE plpgsql AS $$
DECLARE
	made bytea := convert_to(fuzz.text(), 'UTF8');
BEGIN
	IF length(made) > 0 THEN
		FOR i IN 1 .. fuzz.below(4) LOOP
			made := set_byte(made, fuzz.below(length(made)), fuzz.below(256));
		END LOOP;
	END IF;
	RETURN made;
END $$;

CREATE TABLE fuzz.configs AS
SELECT c.oid::regconfig AS config FROM pg_ts_config AS c JOIN pg_ts_parser AS p ON p.oid = cfgparser WHERE prsname LIKE 'vietnamese%';
CREATE TABLE fuzz.dictionaries AS
SELECT d.oid::regdictionary AS dictionary FROM pg_ts_dict AS d JOIN pg_ts_template AS t ON t.oid = dicttemplate WHERE tmplname LIKE 'vietnamese%';
CREATE TEXT SEARCH DICTIONARY fuzz.words (TEMPLATE = vn_vocabulary, Words = 'yêu cầu các | rà soát thủ tục', Posts = 'Tổng quản = Hội quán',
	Organizations = 'Nội vụ Nguyễn', Awards = 'Bằng', Aliases = 'Bộ = Sở Nội vụ | UBND = Tổng quản | nd = Bằng khen');
CREATE TEXT SEARCH DICTIONARY fuzz.no_words (TEMPLATE = vn_vocabulary);
CREATE TEXT SEARCH CONFIGURATION fuzz.with_words (COPY = vietnamese);
ALTER TEXT SEARCH CONFIGURATION fuzz.with_words ALTER MAPPING FOR asciiword, word, numword, uint, compound WITH fuzz.words, vietnamese;
INSERT INTO fuzz.configs VALUES ('fuzz.with_words');

-- An argument of a type, as SQL.
CREATE FUNCTION fuzz.argument(type regtype, input text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	IF fuzz.below(50) = 0 THEN
		RETURN format('NULL::%s', type);
	END IF;
	RETURN CASE type::text
		WHEN 'text' THEN format('%L::text', CASE WHEN fuzz.below(3) = 0 THEN fuzz.piece() ELSE input END)
		WHEN 'text[]' THEN format('%L::text[]', ARRAY[input, fuzz.piece()])
		WHEN 'regconfig' THEN (SELECT format('%L::regconfig', fuzz.pick(array_agg(config::text))) FROM fuzz.configs)
		WHEN 'regdictionary' THEN format('%L::regdictionary', fuzz.pick(ARRAY['fuzz.words', 'fuzz.no_words']))
		WHEN 'boolean' THEN fuzz.pick(ARRAY['true', 'false'])
		WHEN 'integer' THEN fuzz.pick(ARRAY['0', '1', '-1', '2147483647', '17'])
		ELSE format('%L::%s', input, type) END;
END $$;

-- All functions that SQL may call, with what stands for their arguments.
CREATE VIEW fuzz.functions AS
SELECT p.oid, p.proname, p.proargtypes, p.proretset
FROM pg_depend AS d JOIN pg_extension AS e ON e.oid = d.refobjid AND e.extname = 'vn_civic'
JOIN pg_proc AS p ON p.oid = d.objid
WHERE d.classid = 'pg_proc'::regclass AND d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'
	AND p.prokind = 'f' AND NOT 'internal'::regtype = ANY (p.proargtypes::oid[]) AND p.prorettype <> 'internal'::regtype
	AND p.prorettype <> 'trigger'::regtype;

-- PostgreSQL's functions on top of the parser and the dictionary. $1: the text, $2: a short one, $3: a configuration,
-- $4: a dictionary, $5: options.
CREATE TABLE fuzz.statements(call text, refusals text[]);
INSERT INTO fuzz.statements VALUES
	('(SELECT vn_vocabulary_remove(''fuzz.no_words'', $2) FROM (SELECT vn_vocabulary_add(''fuzz.no_words'', $2, ''award'') OFFSET 0) AS a)',
		'{22023,54000}'),
	('to_tsvector($3, $1)', '{54000}'), ('to_tsvector($3, jsonb_build_object($2, $1))', '{54000,22P05}'),
	('plainto_tsquery($3, $2)', '{54000}'), ('phraseto_tsquery($3, $2)', '{54000}'), ('websearch_to_tsquery($3, $2)', '{54000}'),
	('to_tsquery($3, $2)', '{54000,42601}'), ('ts_lexize($4, $2)', '{}'),
	('ts_headline($3, $1, vn_tsquery($2))', '{54000}'), ('ts_headline($3, $1, vn_or_tsquery($2), $5)', '{54000,22023,22P02}'),
	('ts_headline($3, $1, plainto_tsquery($3, $2), $5)', '{54000,22023,22P02}'),
	('ts_headline($3, $1, to_tsquery($3, $2))', '{54000,42601}'),
	('ts_rank_cd(to_tsvector($3, $1), vn_tsquery($3, $2))', '{54000}'), ('vn_tsquery($3, $1) @@ to_tsvector($3, $1)', '{54000}'),
	('(SELECT count(*) FROM ts_debug($3, $2))', '{54000}'),
	('(SELECT string_agg(vn_segment(sentence), '' '') FROM vn_sentences($1))', '{}');

-- What must hold for any text: SQL that is true. "usual" texts only: no cluster of marks beyond Unicode's stream-safe text,
-- no word of hundreds of letters, where limits in bytes tell the Unicode forms apart.
CREATE TABLE fuzz.promises(what text, sql text, usual bool);
INSERT INTO fuzz.promises VALUES
	('tokens tile the text', $$(SELECT coalesce(string_agg(token, '' ORDER BY n), '') FROM ts_parse('vietnamese', $1) WITH ORDINALITY AS p(tokid, token, n)) = $1$$, false),
	('clauses tile the text', $$(SELECT coalesce(string_agg(token, '' ORDER BY n), '') FROM ts_parse('vietnamese_clauses', $1) WITH ORDINALITY AS p(tokid, token, n)) = $1$$, false),
	('normalize is stable', 'vn_normalize(vn_normalize($1)) = vn_normalize($1)', false),
	('fold is stable', 'vn_fold(vn_fold($1)) = vn_fold($1)', false),
	('fold of normalize', 'vn_fold(vn_normalize($1)) = vn_fold($1)', false),
	('normalize is in NFC', 'vn_normalize($1) IS NFC NORMALIZED', true),
	('normalize of NFC and NFD', 'vn_normalize(normalize($1, NFC)) = vn_normalize($1) AND vn_normalize(normalize($1, NFD)) = vn_normalize($1)', true),
	('lexemes of NFC', 'to_tsvector($3, normalize($1, NFC)) = to_tsvector($3, $1)', true),
	('lexemes of NFD', 'to_tsvector($3, normalize($1, NFD)) = to_tsvector($3, $1)', true),
	('words of NFC and NFD', $$vn_segment(normalize($1, NFC)) = vn_segment($1) AND vn_segment(normalize($1, NFD)) = vn_segment($1)$$, true),
	('words are in the text, in order, and not blank', $$NOT EXISTS (SELECT FROM (SELECT *, lag(start_char + char_count, 1, 1) OVER (ORDER BY ordinal) AS behind,
		row_number() OVER () AS n FROM vn_words($1)) AS w WHERE ordinal <> n OR start_char < behind OR char_count < 1 OR start_char + char_count - 1 > length($1)
		OR word IS NULL OR word = '' OR kind IS NULL)$$, false),
	('sentences are in the text, in order, and not blank', $$NOT EXISTS (SELECT FROM (SELECT *, lag(start_char + char_count, 1, 1) OVER (ORDER BY ordinal) AS behind,
		row_number() OVER () AS n FROM vn_sentences($1)) AS s WHERE ordinal <> n OR start_char < behind OR char_count < 1 OR start_char + char_count - 1 > length($1)
		OR sentence IS NULL OR sentence = '')$$, false),
	('words are in sentences', $$NOT EXISTS (SELECT FROM vn_words($1) AS w WHERE NOT EXISTS (SELECT FROM vn_sentences($1) AS s
		WHERE w.start_char >= s.start_char AND w.start_char + w.char_count <= s.start_char + s.char_count)) OR length($1) > 2000$$, false),
	('rows are in the text, in order', $$NOT EXISTS (SELECT FROM (SELECT k, start_char, char_count, lag(start_char, 1, 1) OVER (PARTITION BY k ORDER BY n) AS before FROM (
		SELECT 1 AS k, start_char, char_count, row_number() OVER () AS n FROM vn_officials($1)
		UNION ALL SELECT 2, start_char, char_count, row_number() OVER () FROM vn_directives($1)
		UNION ALL SELECT 3, start_char, char_count, row_number() OVER () FROM vn_awards($1)) AS r) AS x
		WHERE start_char < before OR char_count < 1 OR start_char + char_count - 1 > length($1))$$, false),
	('fields of rows are canonical', $$NOT EXISTS (SELECT FROM (SELECT to_jsonb(o) AS r FROM vn_officials($1) AS o UNION ALL SELECT to_jsonb(d) FROM vn_directives($1) AS d
		UNION ALL SELECT to_jsonb(a) FROM vn_awards($1) AS a) AS rows, jsonb_each_text(r) AS f(field, value)
		WHERE field NOT IN ('label', 'rule') AND (value = '' OR value <> vn_normalize(value)))$$, false),
	('a headline of the whole text is the text', $$replace(replace(ts_headline($3, $1, vn_or_tsquery($2), 'HighlightAll=true,StartSel="{{",StopSel="}}"'), '{{', ''), '}}', '')
		= replace(replace($1, '{{', ''), '}}', '')$$, true),
	('a query is read back as it was', 'vn_tsquery($2)::text::tsquery::text = vn_tsquery($2)::text', false);

CREATE FUNCTION fuzz.usual(input text) RETURNS bool LANGUAGE sql IMMUTABLE AS
	$$ SELECT input !~ '[\u0300-\u036f\u1100-\u11ff]{6}' AND input !~ '\S{80}' AND length(input) < 6000 $$;

CREATE FUNCTION fuzz.count_call(name text, state text) RETURNS void LANGUAGE sql AS
	'INSERT INTO fuzz.calls VALUES (name, state)';

-- Runs a call twice: the results must be the same, an error must be one of those allowed.
CREATE FUNCTION fuzz.try(seed bigint, name text, query text, refusals text[], input text, short text, config regconfig,
	dictionary regdictionary, options text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	once text;
	again text;
	state text := 'ok';
BEGIN
	BEGIN
		EXECUTE query INTO once USING input, short, config, dictionary, options;
		EXECUTE query INTO again USING input, short, config, dictionary, options;
		IF once IS DISTINCT FROM again THEN
			INSERT INTO fuzz.problems VALUES (seed, name || ': two calls, two results', input);
		END IF;
	EXCEPTION WHEN OTHERS THEN
		state := SQLSTATE;
		IF NOT state = ANY (refusals) THEN
			INSERT INTO fuzz.problems VALUES (seed, format('%s: %s %s', name, SQLSTATE, SQLERRM), input);
		END IF;
	END;
	PERFORM fuzz.count_call(name, state);
END $$;

-- A dictionary with random options, used and dropped again.
CREATE FUNCTION fuzz.try_dictionary(seed bigint, input text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	options text := '';
	state text := 'ok';
BEGIN
	FOR i IN 1 .. fuzz.below(3) LOOP
		options := options || format(', %I = %L', fuzz.pick(ARRAY['Forms', 'forms', 'Compounds', 'Bigrams', 'StopWords', 'stopwords', 'x']),
			fuzz.pick(ARRAY['both', 'exact', 'folded', 'marked', 'on', 'off', 'true', '1', '2', '', left(input, 30)]));
	END LOOP;
	BEGIN
		EXECUTE format('CREATE TEXT SEARCH DICTIONARY fuzz.tried (TEMPLATE = vietnamese%s)', options);
		EXECUTE 'SELECT ts_lexize(''fuzz.tried'', $1)' USING left(input, 500);
		DROP TEXT SEARCH DICTIONARY fuzz.tried;
	EXCEPTION WHEN OTHERS THEN
		state := SQLSTATE;
		IF state NOT IN ('22023', '42601', '42701') THEN
			INSERT INTO fuzz.problems VALUES (seed, format('dictionary%s: %s %s', options, SQLSTATE, SQLERRM), input);
		END IF;
	END;
	PERFORM fuzz.count_call('CREATE TEXT SEARCH DICTIONARY', state);
END $$;

CREATE FUNCTION fuzz.round(seed bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	input text;
	short text;
	config regconfig;
	dictionary regdictionary;
	options text;
	raw bytea;
	held bool;
	one record;
BEGIN
	PERFORM setseed((seed % 1000003) / 1000003.0);
	raw := fuzz.bytes();
	BEGIN
		input := convert_from(raw, 'UTF8');
		PERFORM fuzz.count_call('convert_from', 'ok');
	EXCEPTION WHEN character_not_in_repertoire OR untranslatable_character THEN
		PERFORM fuzz.count_call('convert_from', SQLSTATE);
		input := fuzz.text();
	END;
	short := CASE fuzz.below(3) WHEN 0 THEN substr(input, 1 + fuzz.below(greatest(length(input), 1)), 1 + fuzz.below(40)) ELSE left(fuzz.text(), 1000) END;
	config := (SELECT fuzz.pick(array_agg(c.config)) FROM fuzz.configs AS c);
	dictionary := (SELECT fuzz.pick(array_agg(d.dictionary)) FROM fuzz.dictionaries AS d);
	options := format('%s=%s, %s=%s', fuzz.pick(ARRAY['MaxWords', 'MinWords', 'ShortWord', 'MaxFragments', 'HighlightAll', 'StartSel', 'FragmentDelimiter']),
		fuzz.pick(ARRAY['0', '1', '7', '35', 'true', '2000000', '-1', '"<b>"']), fuzz.pick(ARRAY['MinWords', 'MaxWords', 'MaxFragments', 'x']),
		fuzz.pick(ARRAY['1', '2', '40', '0']));

	FOR one IN SELECT * FROM fuzz.functions ORDER BY proname, proargtypes LOOP
		IF cardinality(one.proargtypes::oid[]) = 0 AND seed % 50 <> 0 THEN
			CONTINUE;			-- the same whenever called
		END IF;
		PERFORM fuzz.try(seed, one.oid::regprocedure::text, format('SELECT %s FROM %s(%s) AS r',
			CASE WHEN one.proretset THEN 'string_agg(r::text, E''\n'')' ELSE 'r::text' END, one.oid::regproc,
			(SELECT string_agg(fuzz.argument(type, input), ', ' ORDER BY n) FROM unnest(one.proargtypes::oid[]) WITH ORDINALITY AS a(type, n))),
			'{54000,22023,22004,42601,42704,42710}', input, short, config, dictionary, options);
	END LOOP;
	FOR one IN SELECT * FROM fuzz.statements LOOP
		PERFORM fuzz.try(seed, one.call, format('SELECT (%s)::text', one.call), one.refusals, input, short, config, dictionary, options);
	END LOOP;
	FOR one IN SELECT * FROM fuzz.promises LOOP
		CONTINUE WHEN one.usual AND NOT (fuzz.usual(input) AND fuzz.usual(short));
		held := NULL;
		BEGIN
			EXECUTE 'SELECT ' || one.sql INTO held USING input, short, config, dictionary, options;
			PERFORM fuzz.count_call('promise: ' || one.what, 'ok');
		EXCEPTION WHEN program_limit_exceeded THEN
			CONTINUE;
		END;
		IF held IS NOT TRUE THEN
			INSERT INTO fuzz.problems VALUES (seed, 'broken promise: ' || one.what, format('%s | %s | %s', input, short, config));
		END IF;
	END LOOP;
	PERFORM fuzz.try_dictionary(seed, input);
END $$;
