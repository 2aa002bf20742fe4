-- Who holds which post: one case per sentence. All persons are invented.
\pset format unaligned
\pset null -
\pset tuples_only on

CREATE FUNCTION pg_temp.officials(body text) RETURNS TABLE (name text, title text, organization text, status text) LANGUAGE sql AS
$$ SELECT name, title, organization, status FROM vn_officials(body) $$;

-- posts before the name, a chain of them, the province belongs to both
SELECT * FROM pg_temp.officials('Bộ trưởng Bộ Công Thương Nguyễn Văn Sáng phát biểu.');
SELECT * FROM pg_temp.officials('Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Hà Tĩnh Võ Minh Đạt dự lễ.');
SELECT * FROM pg_temp.officials('Chủ tịch HĐQT kiêm Tổng Giám đốc Công ty Cổ phần Sao Mai Lê Thị Hạnh ký kết.');

-- behind the name: comma, dash, parentheses, a verb
SELECT * FROM pg_temp.officials('Đồng chí Đỗ Văn An - Ủy viên Ban Thường vụ Tỉnh ủy, Giám đốc Sở Y tế Lai Châu; ông Bùi Quốc Bình, 45 tuổi, Vụ trưởng Vụ Pháp chế.');
SELECT * FROM pg_temp.officials('Bà Lý Thu Trang (Phó Hiệu trưởng Trường THPT Lê Quý Đôn) được bổ nhiệm giữ chức Hiệu trưởng Trường THPT Chu Văn An.');

-- groups behind a colon or a plural
SELECT * FROM pg_temp.officials('Dự lễ có các đồng chí Ủy viên Trung ương Đảng: Nguyễn Văn Một, Bộ trưởng Bộ Tài chính; Trần Thị Hai; các Thứ trưởng Bộ Y tế Lê Ba, Phạm Văn Bốn và Vũ Năm.');

-- short forms are resolved, shorter titles merged, mentions counted
SELECT name, title, organization, honorific, mentions
FROM vn_officials('Bộ trưởng Bộ Xây dựng Trần Quang Tiến chủ trì. Bộ trưởng Trần Quang Tiến nêu rõ mục tiêu. Ông Tiến cảm ơn mọi người.');
SELECT * FROM pg_temp.officials('Chủ tịch Công đoàn Bộ Lê Thị Hạ cảm ơn. Công đoàn Bộ Xây dựng có 5 nghìn đoàn viên.');
SELECT * FROM pg_temp.officials('Phó Thủ tướng Thường trực Ngô Hải Lâm đi thăm. Phó Thủ tướng Ngô Hải Lâm tặng quà.');
SELECT * FROM pg_temp.officials('Cục trưởng Hồ Văn Bảy kết luận. Cục Hóa chất đã báo cáo.');

-- former and acting, and what only looks like it
SELECT * FROM pg_temp.officials('Nguyên Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Cao Bằng Nông Văn Tám; quyền Giám đốc Sở Nội vụ Hà Thị Chín; ông Đinh Mười, Phó Giám đốc phụ trách Trung tâm Y tế huyện Ba Vì.');
SELECT * FROM pg_temp.officials('Nguyên nhân do Giám đốc Sở Y tế Lê Văn Quyền nêu ra. Thừa ủy quyền Chủ tịch nước, Bộ trưởng Bộ Nội vụ Vũ Thu trao quà.');

-- offices under an office, deputies beside their head
SELECT * FROM pg_temp.officials('Trợ lý Thủ tướng Chính phủ Vũ Kha. Thay mặt Chính phủ, Thủ tướng Chính phủ, Phó Thủ tướng Lê Hùng biểu dương.');

-- ranks: a title where there is no other
SELECT name, title, organization, honorific FROM vn_officials('Đại tá Trần Núi và Thượng tá Lê Sông, Trưởng Công an huyện Ba Bể.');

-- capitals, decomposed text, no-break spaces, old tone marks
SELECT * FROM pg_temp.officials(E'PHÓ THỦ TƯỚNG CHÍNH PHỦ BÙI THANH SƯƠNG LÀM VIỆC TẠI SƠN LA\nPhó Thủ tướng Bùi Thanh Sương thăm tỉnh.');
SELECT * FROM pg_temp.officials(normalize('Giám đốc Sở Tài chính Đỗ Thuỳ Hoà', NFD));
SELECT * FROM pg_temp.officials(E'Thứ trưởng Bộ Y tế Nguyễn\u00a0Văn\u00a0Lộc');

-- names of other peoples, of the clergy, of foreigners
SELECT * FROM pg_temp.officials('Chủ tịch UBND huyện Krông Búk Y Thanh Niê Kđăm; bà H''Yim Kđoh, Phó Chủ tịch HĐND xã Ea Tu; Bí thư Đảng ủy xã Giàng A Chu.');
SELECT * FROM pg_temp.officials('Đại sứ Hoa Kỳ Mark Kellerman gặp Bộ trưởng Quốc phòng Nga Oleg Petrovsky. Ông Petrovsky cảm ơn.');

-- no persons: streets, schools, doctrines, places, collectives, citizens, by-lines
SELECT * FROM pg_temp.officials('Trụ sở tại 45 Trần Phú, phường Lê Hồng Phong. Học tập tư tưởng Hồ Chí Minh tại Trường THPT Nguyễn Trãi, TP. Hồ Chí Minh. Lãnh đạo Bộ và các đại biểu dự. Ông Nguyễn Văn Dân là nông dân. Ảnh: Thu Hà');

-- the stretch of each row
SELECT name, title, substr(b, start_char, char_count) AS stretch
FROM (VALUES ('Chiều nay, Bí thư Huyện ủy Ba Tơ, Trưởng Ban Dân vận Đinh Thị Mây và ông Cao Vũ, Phó Giám đốc Sở Y tế dự.')) t(b), vn_officials(b);

-- bodies with a number, a term, a comma, an owner; two bodies under one post; firms with a person's name
SELECT * FROM pg_temp.officials('Phó Thủ tướng Lê Hòa Bảo, Trưởng Ban Chỉ đạo 138/CP và Ban Chỉ đạo 389 quốc gia, đã họp với Cục trưởng Cục Phòng, chống tham nhũng Vũ Tám.');
SELECT * FROM pg_temp.officials('Ông Đỗ Văn Chín, Bí thư Tỉnh ủy, ĐBQH khóa XV giữ chức vụ Trưởng Đoàn ĐBQH khóa XV tỉnh Cao Bằng.');
SELECT * FROM pg_temp.officials('Tổ trưởng Tổ công tác của Thủ tướng Hồ Tiến Mười khen bà Lê Thị Lan, Tổng Giám đốc Công ty Cổ phần Hà Yên.');

-- compounds inside a field that begin like a verb, a unit or a noun; verbs of saying behind it; delegations and their owner
SELECT * FROM pg_temp.officials('Ông Vũ Lân, Giám đốc Trung tâm Quản lý điều hành giao thông đô thị Nam Hà cho biết như vậy.');
SELECT * FROM pg_temp.officials('PGS.TS Đinh Hòe, Trưởng ban Phản biện Xã hội, và bà Vũ Na, trưởng đoàn công tác của Bộ Y tế, trưởng ban tổ chức cho biết.');
SELECT * FROM pg_temp.officials('Phó Giám đốc HTX Dịch vụ vận tải - thủy sản xã Nhơn Mỹ Đỗ Sáng, Giám đốc Công ty PV.KB Lê Tự.');

-- short names of the article, units for their government, the place an article is about, names that differ in the unit
SELECT * FROM pg_temp.officials('Hiệp hội Chế biến dừa Việt Nam (VCBD) họp. Ông Lê Hòe, Tổng thư ký VCBD, và ông Vũ Tư, Giám đốc của VCBD nói.');
SELECT * FROM pg_temp.officials('Chủ tịch huyện Núi Cao Lê Văn Sinh đón Chủ tịch UBND tỉnh Hồ Quang Bửu. Đoàn công tác của tỉnh Quảng Nam về tới Quảng Nam.');
SELECT * FROM pg_temp.officials('Giám đốc Công an tỉnh Nghệ An Hồ Cầu nói. Theo Giám đốc Công an Nghệ An Hồ Cầu, đã rõ.');

-- asides, dashes before the name, posts taken away, groups that end
SELECT * FROM pg_temp.officials('Anh Lê Tám (SN 1980, trú tại Nam Hà), Giám đốc Công ty TNHH Thành Đạt, gặp Phó Chủ tịch UBND huyện Ba Tơ - Trần Văn Hải.');
SELECT * FROM pg_temp.officials('HĐND tỉnh miễn nhiệm chức vụ Chủ tịch UBND tỉnh Phú Yên đối với ông Trần Văn Sáu.');
SELECT * FROM pg_temp.officials('Dự có các Thứ trưởng: Trần Tám, Lê Thị Hoa; Chánh Văn phòng Bộ Y tế Lý Văn Sơn.');

-- ambassadors, fields without their noun, groups behind a verb of being, posts inside asides, places that look like names
SELECT * FROM pg_temp.officials('Đại sứ Việt Nam tại Hoa Kỳ Vũ Quang Vinh gặp Cục trưởng Phát triển doanh nghiệp Hồ Sĩ Hương. Còn 2 Phó Chủ tịch là ông Lê Cử và bà Lê Thị Na.');
SELECT * FROM pg_temp.officials('Bị can Hồ Huy (SN 1973, nguyên Phó Giám đốc Ngân hàng KLM) và ông Lê Khánh, Trưởng thôn Cà Nho, xã Đông Lĩnh.');
SELECT * FROM pg_temp.officials('Giám đốc Công ty TNHH Huy Long Vũ Hoa nói. Bà Vũ Hoa, Giám đốc Công ty Huy Long, nói. Họ gặp Giám đốc Công ty Hòa Nam Theo đó.');

-- the body above between a post and its holder, or behind it; a place for its government; small words in foreign names
SELECT * FROM pg_temp.officials('Trưởng phòng Cảnh sát hình sự, Công an tỉnh Bắc Ninh Lê Văn Tám báo cáo Chủ tịch Hà Nam Vũ Thị Chín.');
SELECT * FROM pg_temp.officials('Luật sư Hồ Ngọc Minh (Đoàn Luật sư Hà Nội, Giám đốc Công ty Luật KLMN) và Giám đốc Trung tâm Kiểm soát của Bộ Y tế Vũ Bình.');
SELECT * FROM pg_temp.officials('Đại sứ Hà Lan Karel van der Berg, dưới quyền Tổng thống Ben Karlson, gặp Ngoại trưởng Qatar Yusef al-Harbi.');

-- appointments: what stands between the person and the new post
SELECT * FROM pg_temp.officials('Bổ nhiệm lại ông Trần Văn Linh, sinh ngày 12/12/1960 giữ chức vụ Giám đốc Sở Y tế tỉnh Hà Nam.');
SELECT * FROM pg_temp.officials('Ông Lê Bình, Phó Chánh Văn phòng UBND tỉnh Hà Nam, đến nhận công tác và giữ chức vụ Phó Giám đốc Sở Nội vụ.');
SELECT * FROM pg_temp.officials('Điều động ông Lê Quang đến công tác tại Viện Pháp luật, giữ chức vụ Viện trưởng Viện Pháp luật. Ông Đoàn Hùng, Chủ tịch Vinasa lên tiếng.');

-- posts given to somebody; communes that the catalogue does not hold; the unit that several bodies share
SELECT * FROM pg_temp.officials('Trao quyết định bổ nhiệm chức vụ Giám đốc Sở Tài chính cho ông Trần Bình Minh. Ông Bùi Nghiêm tái đắc cử Bí thư Tỉnh ủy Nam Hà.');
SELECT * FROM pg_temp.officials('Phó Bí thư Thường trực Đảng ủy phường, Chủ tịch HĐND phường Tân Sơn Nhì Phạm Thị Ngọc Hạ chủ trì.');

-- careers: posts taken up one after another, in parentheses, by the board of a firm; a given name of two syllables
SELECT * FROM pg_temp.officials('Hội đồng quản trị Công ty Cổ phần Thép Sao Mai (SAMACO) bầu bà Lê Ngọc Hà giữ chức Chủ tịch Hội đồng quản trị. Bà Ngọc Hà từng làm Tổng Giám đốc SAMACO trong ba năm.');
SELECT * FROM pg_temp.officials('Ông Vũ Văn Tiến, Chủ tịch Hội đồng quản trị, nhận nhiệm vụ mới tại cương vị Vụ trưởng Vụ Pháp chế Bộ Y tế. Ông Tiến chuyển sang làm Phó Giám đốc Sở Y tế tỉnh Hà Nam.');
SELECT * FROM pg_temp.officials('Ông Lê Bình, Phó Chủ tịch UBND tỉnh Hà Nam (kiêm Giám đốc Sở Y tế tỉnh Hà Nam), và bà Vũ Thị Mai, Giám đốc Công ty Cơ khí số 7 Miền Trung.');
SELECT * FROM pg_temp.officials('Theo quyết định của Giám đốc Sở Y tế, TS Lê Quang Bình, Trưởng phòng cán bộ-viên chức Sở Y tế tỉnh Hà Nam, nghỉ hưu.');

-- NULL, empty, long
SELECT count(*) FROM vn_officials(NULL);
SELECT count(*) FROM vn_officials('');
SELECT count(*) FROM vn_officials(repeat('Bộ trưởng Nguyễn Văn An, ', 20000));
SELECT count(*) FROM vn_officials('các đồng chí ' || repeat('Ủy viên Bộ Chính trị, ', 2000) || 'Chủ tịch nước: ' || repeat('Nguyễn Văn An, ', 2000));
