-- Spelling, words and sentences.
SELECT vn_normalize(E'  Uỷ\u00a0ban  nhân dân \r\n\r\n thuỷ lợi,\thoà bình ') = E'Ủy ban nhân dân\n\nthủy lợi, hòa bình' AS canonical;
SELECT vn_fold(E'ĐƯỜNG  Nguyễn Huệ, Ðà Nẵng') AS folded;
SELECT vn_segment(E'Hội nghị tổng kết công tác.\nThủ tướng Chính phủ yêu cầu giảm 12,5% thủ tục.') AS segmented;
SELECT * FROM vn_words('Chính phủ ban hành 15/2020/NĐ-CP, xem https://vi-du.vn/a ngày 3/2/2020.');
SELECT * FROM vn_sentences(E'PGS.TS. Lê A. phát biểu: “Làm ngay!” Mọi người nghe.\nHết.');

-- Every Unicode form is the same text, and the output is final.
CREATE TEMP TABLE spelling(t text);
INSERT INTO spelling VALUES ('Hoà giải ở xã Thuỷ Xuân: 5 UỶ VIÊN, “Đắk Lắk” và Ðảng uỷ'), (normalize('Hòa giải ở xã Thủy Xuân', NFD)),
	('H''Yim Kđoh'), (E'a\u0301\u0323\u0308 o\u031b\u0302'), (E'\u0301\u0323'), (''), (' '), ('Ångström İstanbul Ωμέγα 한국'),
	(E'x\u200by\u200dz\u00ad'), ('😀👍🏽 ≠ ½'), (E'\ue000');
SELECT count(*) AS broken FROM spelling WHERE vn_normalize(vn_normalize(t)) <> vn_normalize(t)
	OR vn_fold(vn_fold(t)) <> vn_fold(t) OR vn_fold(vn_normalize(t)) <> vn_fold(t)
	OR vn_normalize(normalize(t, NFD)) <> vn_normalize(normalize(t, NFC)) OR vn_fold(normalize(t, NFD)) <> vn_fold(normalize(t, NFC))
	OR vn_normalize(t) IS NOT NFC NORMALIZED OR vn_segment(normalize(t, NFD)) <> vn_segment(normalize(t, NFC));

-- The tone mark goes where it belongs, folding needs no locale.
SELECT vn_normalize(w) AS w, vn_fold(upper(w COLLATE "C") COLLATE "C") AS folded
FROM unnest('{hoà,khoẻ,thuý,quí,giờ,oán,toà,loà xoà,ngoằn,résumé}'::text[]) AS w;

-- In indexes and generated columns.
CREATE TEMP TABLE place(name text, folded text GENERATED ALWAYS AS (vn_fold(name)) STORED);
CREATE INDEX ON place (vn_normalize(name));
CREATE UNIQUE INDEX ON place (vn_fold(name));
INSERT INTO place VALUES ('Thừa Thiên Huế'), ('Đà Nẵng');
INSERT INTO place VALUES ('thua thien hue');
SELECT name, folded FROM place WHERE vn_fold(name) = vn_fold('ĐÀ NẴNG');
