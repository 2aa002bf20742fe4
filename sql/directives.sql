-- vn_directives(): lists by what leads into them, clauses by verb and subject, quotations, and what is no directive
\pset format unaligned
\pset null -
\pset tuples_only on

CREATE FUNCTION pg_temp.told(body text) RETURNS TABLE (kind text, issuer text, body_of_issuer text, addressee text,
	place text, label text, content text)
	LANGUAGE sql AS $$
	SELECT kind, issuer, issuer_organization, addressee, list_no || '.' || ordinal, label, content FROM vn_directives(body)
$$;

-- a list, with a paragraph that continues an item
SELECT * FROM pg_temp.told('Chủ tịch Ủy ban nhân dân tỉnh Hà Giang Lê Văn Bình yêu cầu các sở, ngành thực hiện các nhiệm vụ sau:
Thứ nhất, rà soát các hồ, đập trước mùa mưa.
Nơi nào mất an toàn thì không được tích nước.
Thứ hai, đề nghị Hội Nông dân vận động hội viên gia cố chuồng trại.
Hội nghị kết thúc lúc 17 giờ.');

-- a list in a list: whom the heading names is told its items; the heading is no row
SELECT * FROM pg_temp.told('Thủ tướng Chính phủ yêu cầu:
1. Bộ Y tế:
a) Chuẩn bị đủ thuốc cho các bệnh viện.
b) Công bố đường dây nóng.
2. Bộ Tài chính bố trí kinh phí.');

-- sections of a conclusion: an assessment is none; lists written in one sentence or paragraph
SELECT * FROM pg_temp.told('Bộ trưởng Bộ Xây dựng Trần Thị Cúc đã kết luận như sau:
I. Đánh giá chung
Tiến độ còn chậm do thiếu vật liệu.
II. Nhiệm vụ trong thời gian tới
1. Hoàn thành nút giao phía bắc.
2. Báo cáo trước ngày 30/6.');
SELECT * FROM pg_temp.told('Bộ trưởng Bộ Xây dựng Trần Thị Cúc yêu cầu: (i) mở thêm ba mũi thi công; (ii) tưới nước giảm bụi; và (iii) dọn vật liệu rơi vãi.');
SELECT * FROM pg_temp.told('Giám đốc Sở Y tế Đỗ Văn Em đề ra ba giải pháp: Thứ nhất, tăng cường giám sát ca bệnh. Thứ hai, phải mua thêm vắc xin. Thứ ba, tập huấn cho trạm y tế xã.');

-- paragraphs in the imperative behind a colon
SELECT * FROM pg_temp.told('Phó Chủ tịch Ủy ban nhân dân tỉnh Hà Giang Phạm Văn Giáp giao Sở Công Thương lập phương án, trong đó lưu ý:
Bảo đảm đủ hàng thiết yếu cho vùng cao.
Kiểm tra giá bán tại các chợ phiên.
Phóng viên sẽ tiếp tục thông tin.');

-- lists of something else
SELECT * FROM pg_temp.told('Bộ trưởng Bộ Xây dựng Trần Thị Cúc chỉ ra những hạn chế sau:
Thứ nhất, chậm giải phóng mặt bằng.
Thứ hai, thiếu kỹ sư giám sát.');
SELECT * FROM pg_temp.told('Trưởng phòng có nhiệm vụ và quyền hạn sau:
a) Quản lý hồ sơ.
b) Giao việc cho nhân viên.');

-- verbs with their subjects: elided, a body, a person with a post behind the name, a document that speaks
SELECT * FROM pg_temp.told('Chủ tịch Ủy ban nhân dân tỉnh Hà Giang Lê Văn Bình đề nghị Bộ Y tế hỗ trợ hóa chất; đồng thời giao Sở Y tế tỉnh phun khử khuẩn. Yêu cầu các trường cho học sinh nghỉ học.');
SELECT * FROM pg_temp.told('Ông Lê Văn Bình, Chủ tịch Ủy ban nhân dân tỉnh Hà Giang, cho biết, Bộ Y tế yêu cầu các bệnh viện trực 24/24 giờ.');
SELECT * FROM pg_temp.told('Ông Lê Văn Bình, Chủ tịch Ủy ban nhân dân tỉnh Hà Giang, vừa ký công văn số 12/UBND-KT gửi các huyện yêu cầu tạm dừng phiên chợ. Công văn yêu cầu công an các xã lập chốt kiểm soát.');

-- quotations: before the verb, behind it, with a verb of their own
SELECT * FROM pg_temp.told('“Từng trạm y tế phải có bác sĩ trực đêm”, Giám đốc Sở Y tế Đỗ Văn Em yêu cầu.');
SELECT * FROM pg_temp.told('Giám đốc Sở Y tế Đỗ Văn Em chỉ đạo: “Tổ chức tiêm ngay tại trường học. Không để sót trẻ nào”.');
SELECT * FROM pg_temp.told('“Sắp tới, đề nghị các phường công khai lịch tiêm cho người dân”, Giám đốc Sở Y tế Đỗ Văn Em nói.');
SELECT * FROM pg_temp.told('Giám đốc Sở Y tế Đỗ Văn Em đã “đặt hàng” trường cao đẳng đào tạo hộ sinh cho vùng cao.');

-- the same told in a headline and in the text
SELECT * FROM pg_temp.told('Giám đốc Sở Y tế yêu cầu các trạm y tế trực đêm
Giám đốc Sở Y tế Đỗ Văn Em yêu cầu các trạm y tế trực đêm trong suốt kỳ nghỉ lễ.');

-- nouns, passives, reports of a body's earlier work, private persons, laws
SELECT * FROM pg_temp.told('Giám đốc Sở Y tế Đỗ Văn Em dự và phát biểu chỉ đạo. Ban Chỉ đạo phòng, chống dịch đã hoàn thành nhiệm vụ được giao, đáp ứng yêu cầu của người dân. Sở Y tế đã chỉ đạo các trạm y tế từ năm trước. Sở Y tế được Ủy ban nhân dân tỉnh giao chủ trì đề án. Bà Lý Thị Sen mong muốn có nước sạch.');
SELECT * FROM pg_temp.told('Điều 5. Hồ sơ
Sở Y tế đề nghị người nộp bổ sung hồ sơ.
Điều 6. Thời hạn
Sở Y tế yêu cầu giải trình trong 5 ngày.
Điều 7. Kinh phí
Điều 8. Thi hành');

-- a row is where it says, whatever the Unicode form of the text
SELECT substr(body, start_char, char_count) = body AND content = 'các xã dọn rác'
	FROM (SELECT normalize('Chủ tịch Ủy ban nhân dân tỉnh Hà Giang Lê Văn Bình yêu cầu các xã dọn rác', NFD) AS body) t,
		vn_directives(body);
SELECT count(*) FROM vn_directives('') UNION ALL SELECT count(*) FROM vn_directives(NULL)
	UNION ALL SELECT count(*) FROM vn_directives('No directives here.');

-- a quotation before a verb that only when or where follows; words that make a noun of a verb, but not behind a person
SELECT * FROM pg_temp.told('“Các địa phương phải sơ tán dân trước 17 giờ”, Phó Thủ tướng Lê Văn Bình chỉ đạo khi kiểm tra tại Yên Bái.');
SELECT * FROM pg_temp.told('Thứ trưởng Bộ Y tế Trần Thị Cúc yêu cầu đối với các bệnh viện tuyến cuối phải dự trữ đủ thuốc. Yêu cầu đối với bác sĩ ngày càng cao.');

-- who does what behind a bare verb; a speaker known only as a subject; points a speaker makes; one request behind another
SELECT * FROM pg_temp.told('Kết luận, Chủ tịch UBND tỉnh Hà Nam Lê Văn Bình giao:
Sở Y tế chuẩn bị thuốc cho mùa dịch.
Các huyện rà soát danh sách người cao tuổi.');
SELECT * FROM pg_temp.told('Sáng 5/6, Bí thư Thành ủy Huế Trần Văn Sơn thăm phường Thuận Hòa. Đồng chí yêu cầu phường công khai quy hoạch.');
SELECT * FROM pg_temp.told('Kết luận, Bí thư Tỉnh ủy Lê Văn Bình nêu ba vấn đề trọng tâm. Thứ nhất, tập trung giải ngân vốn; thứ hai, giữ vững an ninh.');
SELECT * FROM pg_temp.told('Giám đốc Sở Công Thương Phạm Thị Yến kiến nghị UBND tỉnh hỗ trợ doanh nghiệp, đồng thời đề xuất Bộ Công Thương mở thị trường.');
SELECT * FROM pg_temp.told('Giám đốc Sở Y tế Lê Văn Bình cho biết ngành sẽ triển khai các giải pháp: (1) nâng cao y đức; (2) cử bác sĩ đi đào tạo.');

-- earlier orders in writing, and warrants
SELECT count(*) FROM pg_temp.told('Trước đó, Bộ Y tế đã có văn bản yêu cầu các địa phương giám sát bệnh sởi. Cơ quan điều tra ra Lệnh bắt tạm giam 4 bị can.');

-- a list led in behind a mere "and"
SELECT * FROM pg_temp.told('Bí thư Tỉnh ủy Nghệ An Lê Văn Bình thống nhất và chỉ đạo hai nhóm việc: (i) bàn giao mặt bằng; (ii) giữ vững an ninh.');
