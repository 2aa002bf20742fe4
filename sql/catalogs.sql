-- The catalogues: what they name exists in them, and the numbers of the reform of 2025 are right.
\pset null '(null)'

-- successors and parents are known bodies
SELECT name, successor FROM vn_organization_catalog AS o
WHERE successor IS NOT NULL AND NOT EXISTS (SELECT FROM vn_organization_catalog AS s WHERE s.name = o.successor);
SELECT name, successor FROM vn_place_catalog AS o, unnest(string_to_array(successor, ', ')) AS part
WHERE NOT EXISTS (SELECT FROM vn_place_catalog AS s WHERE s.name = part);

-- a title ends in the noun that it shares with its body, and the bodies of a title are known
SELECT title, shares FROM vn_post_catalog
WHERE NOT (lower(right(title, length(shares))) = lower(shares)
           AND lower(shares) IN (SELECT lower(head) FROM vn_organization_head_catalog));
SELECT title, body FROM vn_post_catalog, unnest(string_to_array(heads, '|')) AS body
WHERE body NOT IN (SELECT head FROM vn_organization_head_catalog UNION ALL SELECT name FROM vn_organization_catalog);

-- who is said to confer an award is a post or a body
SELECT award, authority FROM vn_award_catalog AS a
WHERE authority IS NOT NULL
  AND NOT EXISTS (SELECT FROM vn_organization_catalog AS o WHERE starts_with(a.authority, o.name))
  AND NOT EXISTS (SELECT FROM vn_organization_head_catalog AS h WHERE starts_with(a.authority, h.head))
  AND NOT EXISTS (SELECT FROM vn_post_catalog AS p WHERE starts_with(a.authority, p.title));

-- 34 provinces and cities since July 2025, 63 since Hà Tây joined Hà Nội (Thừa Thiên Huế under its new name)
SELECT count(*) FILTER (WHERE valid_to IS NULL) AS today,
       count(*) FILTER (WHERE valid_to IS NULL OR valid_to = '2025-06-30') AS before
FROM vn_place_catalog WHERE kind IN ('province', 'city');

-- 14 ministries and 3 agencies of their rank since March 2025, 18 and 4 before
SELECT count(*) FILTER (WHERE valid_to IS NULL) AS today,
       count(*) FILTER (WHERE (valid_to IS NULL OR valid_to = '2025-02-28') AND valid_from IS DISTINCT FROM '2025-03-01') AS before
FROM vn_organization_catalog WHERE kind = 'ministry';

-- the orders of the law, with ranks where it gives them
SELECT award, ranks FROM vn_award_catalog WHERE kind = 'order' AND period = '2003-' ORDER BY award COLLATE "C";

-- what one abbreviation stands for
SELECT abbreviation, string_agg(expansion, ', ') AS expansions FROM vn_abbreviation_catalog
WHERE abbreviation IN ('CT', 'TTCP', 'BCH') GROUP BY abbreviation ORDER BY abbreviation COLLATE "C";

-- shares of surnames are percentages
SELECT form, share FROM vn_name_catalog WHERE kind = 'surname' AND share::numeric NOT BETWEEN 0 AND 40;
SELECT count(*) > 150 AS many FROM vn_name_catalog WHERE kind = 'surname';
