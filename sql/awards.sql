-- vn_awards(): who gave which award to how many.
\set VERBOSITY terse
\pset null '-'
SET client_min_messages = warning;

CREATE FUNCTION awards(text) RETURNS TABLE (award text, award_rank text, conferred_by text, kind text, count int,
	recipient text, status text, year int)
LANGUAGE sql AS $$
	SELECT award, award_rank, conferred_by, recipient_kind, recipient_count, recipient, status, year FROM vn_awards($1)
$$;

-- Several kinds of recipients, several awards, elided names and ranks
SELECT * FROM awards('Bộ đã trình Chủ tịch nước phong tặng danh hiệu Nhà giáo Nhân dân cho 2, Ưu tú cho 3 nhà giáo.');
SELECT * FROM awards('Liên đoàn Lao động tỉnh tặng Cờ thi đua cho 12 đơn vị, Bằng khen cho 45 tập thể và 120 cá nhân.');
SELECT * FROM awards('Hội đồng họp, đề nghị Chủ tịch nước tặng Huân chương Lao động hạng Nhất cho 1 tập thể, hạng Nhì cho '
	'2 tập thể và 1 cá nhân, hạng Ba cho 4 cá nhân.');

-- Recipients before a passive verb
SELECT * FROM awards('Hai tập thể và năm cá nhân được Chủ tịch UBND tỉnh Quảng Nam tặng Bằng khen; 10 tập thể, 22 cá nhân được '
	'Giám đốc Sở Nội vụ tặng Giấy khen.');
SELECT * FROM awards('Năm 2022, Sở có 15 cá nhân được công nhận danh hiệu Chiến sĩ thi đua cơ sở, 2 cá nhân đạt danh hiệu Chiến sĩ '
	'thi đua cấp tỉnh; 3 tập thể được công nhận Tập thể Lao động xuất sắc.');
SELECT * FROM awards('Hội Cựu chiến binh tỉnh được Chính phủ tặng Cờ thi đua, UBND tỉnh tặng Bằng khen.');

-- Counts: digits, words, certificates alone
SELECT * FROM awards('Công đoàn ngành tặng bằng khen cho mười lăm tập thể, một trăm linh năm cá nhân.');
SELECT * FROM awards('Giám đốc Sở Y tế tặng Giấy khen cho 03 tập thể, 02 (hai) khoa và 1.204 cá nhân.');
SELECT * FROM awards('Ủy ban nhân dân phường tặng 12 giấy khen, Liên đoàn Lao động quận tặng 5 giấy khen.');

-- Totals and their breakdown: by kind, by rank, by place, by name
SELECT * FROM awards('Có 50 tập thể, cá nhân được tặng Bằng khen của Thủ tướng Chính phủ (20 tập thể, 30 cá nhân).');
SELECT * FROM awards('Toàn ngành có 16 Huân chương Lao động được trao, gồm 3 hạng Nhất, 5 hạng Nhì và 8 hạng Ba.');
SELECT * FROM awards('Giám đốc Sở tặng Giấy khen cho 45 học sinh, trong đó 20 em ở thành phố Vinh, 25 em ở các huyện.');
SELECT * FROM awards('Năm đơn vị được tặng Cờ thi đua của Bộ Tài chính gồm: Vụ Pháp chế; Vụ Ngân sách nhà nước; Cục Quản lý giá; '
	'Cục Tin học; Cục Kế hoạch.');

SELECT * FROM awards('UBND tỉnh tặng Bằng khen cho 3 tập thể (Sở Nội vụ, Sở Tài chính, Sở Tư pháp) và 2 cá nhân.');
SELECT * FROM awards('Sở đã trao 45 Bằng khen của Chủ tịch UBND tỉnh Lai Châu, trong đó 20 cho tập thể, 25 cho cá nhân.');

-- Broken down by verb and by step; tallies in brackets; an item whose count stands behind a colon
SELECT * FROM awards('Tỉnh tặng và truy tặng danh hiệu Bà mẹ Việt Nam anh hùng cho 9 mẹ, trong đó truy tặng 7 mẹ và tặng 2 mẹ.');
SELECT * FROM awards('Các tập thể, cá nhân được khen thưởng: Cờ thi đua của Chính phủ (2 đơn vị), Giấy khen (3 tập thể, 9 cá nhân).');
SELECT * FROM awards(E'Kết quả năm 2021:\n- Chiến sĩ thi đua cơ sở: 41 cá nhân;\n- Giấy khen của Giám đốc Sở Y tế: 5 tập thể.');

-- A body spoken of before; posts behind names; years that open a clause
SELECT * FROM awards('Trường Tiểu học Hoa Sen tròn 30 tuổi. Năm 2010, nhà trường từng được tặng Huân chương Lao động hạng Ba; năm 2015, '
	'3 giáo viên được tặng Bằng khen.');
SELECT * FROM awards('Ông Lò Văn Pánh, Bí thư Huyện ủy, và bà Vũ Thị Thắm, Trưởng phòng Nội vụ, được UBND tỉnh tặng Bằng khen.');

-- What recipients have says who they are; steps behind a total; a household; a subject for several verbs
SELECT * FROM awards('UBND phường tặng Giấy khen cho 18 hộ đạt danh hiệu “Gia đình văn hóa” 5 năm liền và 4 tổ dân phố.');
SELECT * FROM awards('Thị ủy trao Huy hiệu Đảng cho 11 đảng viên, gồm 2 đồng chí 70 năm tuổi Đảng, 9 đồng chí 60 năm.');
SELECT * FROM awards('Gia đình bà Bế Thị Mão được UBND xã tặng Giấy khen, UBND huyện tặng 2 Giấy khen, Chủ tịch UBND tỉnh tặng 1 Bằng khen.');

-- Works; where somebody lives; brackets without recipients; an award taken up again; a new subject behind a semicolon
SELECT * FROM awards('Viện có 3 công trình được tặng Giải thưởng Hồ Chí Minh; 28 kỹ sư được tặng Bằng Lao động sáng tạo.');
SELECT * FROM awards('Ông Phan Văn Hùng (73 tuổi), ngụ ấp 3, xã Tân Phú, được UBND tỉnh tặng Bằng khen (kèm 2 triệu đồng).');
SELECT * FROM awards('Chủ tịch nước tặng danh hiệu Nghệ nhân Ưu tú cho 14 cá nhân, truy tặng danh hiệu này cho 2 cá nhân; 4 đồng đội được tặng Bằng khen.');

-- Parts of a total that no award goes with, and of one that an award does
SELECT * FROM awards('UBND quận khen thưởng 25 tập thể, 30 cá nhân, trong đó 10 tập thể và 12 cá nhân được UBND thành phố tặng Bằng khen.');
SELECT * FROM awards('Quận ủy trao Huy hiệu Đảng cho 145 đảng viên, trong đó có 2 đảng viên nhận Huy hiệu 75 năm tuổi Đảng.');

-- Who confers and who only hands over
SELECT * FROM awards('Chánh án TAND tối cao tặng Cờ thi đua Tòa án nhân dân cho 2 đơn vị.');
SELECT * FROM awards('Đoàn công tác của Bộ Y tế thăm bệnh viện. Dịp này, có 6 tập thể được nhận Bằng khen của Bộ trưởng.');
SELECT * FROM awards('Thừa ủy quyền của Thủ tướng Chính phủ, Bộ trưởng Bộ Y tế Nguyễn Văn Bình trao Bằng khen cho 7 bác sĩ.');
SELECT * FROM awards('Thay mặt lãnh đạo tỉnh, Phó Chủ tịch UBND tỉnh Trần Văn Hải trao Giấy khen cho 4 tập thể.');
SELECT * FROM awards('Hội Chữ thập đỏ trao Bằng khen của UBND tỉnh Bắc Giang cho 5 tập thể và Giấy khen do Hội tặng cho 20 cá nhân.');

-- Proposed, posthumous, and several acts of one person
SELECT * FROM awards('Chủ tịch nước truy tặng Huân chương Dũng cảm cho 3 chiến sĩ, tặng Huân chương Dũng cảm cho 1 chiến sĩ.');
SELECT * FROM awards('Tổng cục tặng Giấy khen cho 9 cá nhân; đề nghị Bộ trưởng Bộ Tài chính tặng Bằng khen cho 2 tập thể.');
SELECT * FROM awards('Bà Lò Thị Mai được nhận Bằng khen của Trung ương Hội Liên hiệp Phụ nữ Việt Nam năm 2018, Bằng khen của Bộ Y tế '
	'năm 2019.');

SELECT * FROM awards('Sở trình Chủ tịch UBND tỉnh Gia Lai tặng Cờ thi đua cho 4 đơn vị, tặng Bằng khen cho 9 cá nhân và đề nghị UBND tỉnh công '
	'nhận 45 hộ đạt danh hiệu “Gia đình văn hóa”.');

-- Names in quotation marks, badges with years, misspellings, ranks in Roman figures, the forms of Unicode
SELECT * FROM awards('Tổng Liên đoàn tặng Kỷ niệm chương “Vì sự nghiệp xây dựng tổ chức Công đoàn” cho hai mươi mốt cán bộ công đoàn.');
SELECT * FROM awards('68 đảng viên được trao Huy hiệu Đảng, trong đó 3 đồng chí nhận Huy hiệu 60 năm, 15 đồng chí nhận Huy hiệu 50 '
	'năm tuổi Đảng.');
SELECT * FROM awards('Nhà nước tặng Huân chuơng Lao động III cho 4 tập thể, danh hiệu Nhà giáo uu tú cho 2 giảng viên.');
SELECT * FROM awards(normalize('Ủy ban nhân dân tỉnh tặng Bằng khen cho 5 tập thể, 7 hộ gia đình.', NFD));

-- Years: of the clause, of the sentence before, a period
SELECT * FROM awards('Năm 2021, Bộ đã trình xét tặng Huân chương Lao động cho 2 tập thể. Đồng thời, tặng Bằng khen của Bộ trưởng Bộ '
	'Xây dựng cho 8 tập thể.');
SELECT * FROM awards('Giai đoạn 2016-2020, toàn tỉnh có 30 tập thể được tặng Huân chương Lao động các hạng.');

-- A list below its lead-in, and the same act told three times
SELECT * FROM awards(E'Năm 2020 các đơn vị được Chủ tịch nước tặng thưởng:\n- 02 Huân chương Lao động hạng Ba;\n'
	'- Huân chương Độc lập hạng Nhì: 01 tập thể.');
SELECT * FROM awards(E'Tặng Bằng khen cho 3 cá nhân dũng cảm\nChủ tịch UBND tỉnh Hậu Giang vừa tặng Bằng khen cho 3 cá nhân dũng cảm '
	'cứu người.\nPhó Chủ tịch UBND tỉnh trao Bằng khen cho các cá nhân. Ảnh: Minh Anh');

-- No act of conferring: rules, targets, revocation, forms of address, gifts, sports, figures of speech
SELECT count(*) FROM unnest(ARRAY[
	'Tiêu chuẩn xét tặng Bằng khen của Bộ trưởng: cá nhân có 2 năm liên tục hoàn thành xuất sắc nhiệm vụ.',
	'Danh hiệu Anh hùng Lao động được tặng cho cá nhân có thành tích đặc biệt xuất sắc.',
	'Theo luật, Huân chương Lao động hạng Ba để tặng cho cá nhân có ít nhất 2 bằng khen cấp bộ.',
	'Cá nhân được tặng Huân chương Lao động phải có 5 năm liên tục đạt Chiến sĩ thi đua và được tặng 02 Bằng khen.',
	'Công ty Cổ phần Sữa Vàng trao Giải thưởng Bông lúa vàng cho 5 nhà nông.',
	'Huyện có 46/52 thôn đạt chuẩn thôn văn hóa.',
	'Ngành phấn đấu năm 2025 có 3 tập thể được tặng Cờ thi đua của Chính phủ.',
	'Chưa có cá nhân nào được tặng Huân chương Lao động.',
	'Chủ tịch UBND huyện quyết định thu hồi Giấy khen đã tặng cho ông Phạm Văn Đạt.',
	'Mỗi cá nhân được tặng Bằng khen kèm tiền thưởng 1,5 triệu đồng.',
	'Nhà giáo Ưu tú Nguyễn Thị Lan dự lễ tặng quà cho 5 Bà mẹ Việt Nam anh hùng.',
	'Đội tuyển giành 3 huy chương vàng, 2 huy chương bạc tại SEA Games.',
	'Ban Tổ chức trao giải Nhất và 10 Giấy khen cho các vận động viên.',
	'Các giải pháp phát huy hiệu quả; bộ đội chào cờ; cô tình cờ nhận được một lá cờ.',
	'Trong 6 tháng, Bộ đã khen thưởng 1.345 tập thể, 4.560 cá nhân.',
	'']) AS text, vn_awards(text);

-- Each row tells where it was read
SELECT award, substr(text, start_char, char_count)
FROM (VALUES ('Hội nghị tổng kết. UBND tỉnh tặng Bằng khen cho 5 tập thể, 7 cá nhân.')) AS article(text), vn_awards(text);

DROP FUNCTION awards(text);
