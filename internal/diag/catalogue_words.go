package diag

// The office's own paragraphs and the order of the report's parts: B536 to B549.
var wordsProblems = []Entry{
	{
		Code: "B536", Severity: Warning, Audience: OfficeOnly, Counted: AsWording,
		What: Text{
			"{file} kể phần «{name}» mà báo cáo không có: chương trình không có phần này, thư mục loi-van cũng " +
				"không có tệp {name}.md.",
			"{file} lists the part “{name}”, which is neither the program's nor a file {name}.md in loi-van.",
		},
		Fix: Text{
			"Sửa tên phần, hoặc viết tệp loi-van/{name}.md. Các phần có sẵn: {names}.",
			"Mend the name, or write the file loi-van/{name}.md. The program's parts are: {names}.",
		},
		Explain: Text{
			"Tệp thu-tu.toml kể các phần của báo cáo theo thứ tự in. Tên lạ được bỏ qua, các phần khác vẫn in.",
			"The file thu-tu.toml lists the parts of the report in their order. A name that is not known is " +
				"passed over; the " +
				"other parts are printed.",
		},
		Example: Text{"phan = [\"mo-dau\", \"kien-nghj\"].", "phan = [\"mo-dau\", \"kien-nghj\"]."},
	},
	{
		Code: "B537", Severity: Error, Audience: OfficeOnly, Counted: AsWording,
		What: Text{
			"Tệp {name} kể thứ tự các phần của báo cáo không dùng được: {error}.",
			"The file {name}, which lists the parts of the report, cannot be used: {error}.",
		},
		Fix: Text{
			"Viết một dòng phan = [\"mo-dau\", \"ket-qua\", ...] với tên các phần; hoặc xóa tệp để in theo thứ " +
				"tự có sẵn.",
			"Write one line phan = [\"mo-dau\", \"ket-qua\", ...] with the names of the parts, or delete the " +
				"file to print the " +
				"usual order.",
		},
		Explain: Text{
			"Báo cáo tạm in các phần theo thứ tự có sẵn; phần riêng của cơ quan chưa được in.",
			"The report has the usual parts in the usual order; the office's own parts are not printed.",
		},
		Example: Text{"phan = \"mo-dau, ket-qua\": thiếu ngoặc vuông.", "phan = \"mo-dau, ket-qua\": the " +
			"brackets are missing."},
	},
	{
		Code: "B538", Severity: Warning, Audience: OfficeOnly, Counted: AsWording,
		What: Text{
			"Báo cáo không còn đoạn «{id}» nên lời riêng của cơ quan không được in: «{own}». Lời ấy thay cho: " +
				"«{was}».",
			"The report has no paragraph “{id}” any more; the office's own words were not printed: “{own}”. They " +
				"replaced: “{was}”.",
		},
		Fix: Text{
			"Chạy baocao words để xem tên các đoạn, chuyển lời sang đoạn đúng rồi xóa tệp này.",
			"Run baocao words for the names of the paragraphs, move the words to the right one and delete this file.",
		},
		PageFix: Text{
			"Mở trang «Lời văn báo cáo», chép lời này vào đoạn đúng rồi xóa tệp này trong loi-van/doan.",
			"Open the page of the report's words, copy these words into the right paragraph and delete this file in loi-van/doan.",
		},
		Explain: Text{
			"Lời riêng thay cho đúng một đoạn, theo tên tệp. Đoạn mất khi đơn vị sửa lại lời trong tệp nộp, khi " +
				"phần bị bỏ, hoặc khi tên tệp viết sai.",
			"Own words replace the one paragraph that their file is named after. It goes when a unit words its " +
				"return anew, when " +
				"its part is left out, or when the file's name is misspelt.",
		},
		Example: Text{"loi-van/doan/chi-tieu-40.md khi nghị quyết có 18 chỉ tiêu.",
			"loi-van/doan/chi-tieu-40.md where the resolution has 18 indicators."},
	},
	{
		Code: "B539", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Đoạn «{id}» do cơ quan viết khi số liệu là: «{was}». Nay chương trình viết: «{now}». Đang in lời cơ " +
				"quan: «{own}».",
			"The office wrote the paragraph “{id}” when the program's said: “{was}”. It now says: “{now}”. " +
				"Printed is the " +
				"office's: “{own}”.",
		},
		Fix: Text{
			"Đọc hai lời, sửa tệp cho khớp số liệu mới rồi chạy baocao words THƯ-MỤC --keep {id}; hoặc xóa tệp để " +
				"dùng lời chương trình.",
			"Compare the two, mend the file and run baocao words DIR --keep {id}; or delete the file to print " +
				"the program's.",
		},
		PageFix: Text{
			"Mở trang «Lời văn báo cáo», đọc hai lời của đoạn này rồi sửa cho khớp số liệu mới, hoặc bấm «Dùng lại lời của chương trình».",
			"Open the page of the report's words, compare the two, and mend the paragraph or use the program's words again.",
		},
		Explain: Text{
			"Lời riêng của cơ quan không tự đổi theo số liệu. Khi lời mà nó thay đã khác, phải có người đọc lại.",
			"The office's own words do not follow the figures. When the text that they replaced is another, " +
				"somebody has to " +
				"read them again.",
		},
		Example: Text{"một phường nộp lại: 128 đảng viên thành 130, đoạn cơ quan viết vẫn ghi 128.",
			"a ward sends again: 128 becomes 130, and the office's paragraph still says 128."},
	},
	{
		Code: "B540", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Tệp lời riêng của đoạn «{id}» không còn giữ lời của chương trình mà nó thay, nên không biết số liệu " +
				"dưới đoạn đã đổi hay chưa.",
			"The file of the paragraph “{id}” does not remember the text that it replaced: it cannot be known " +
				"whether a figure " +
				"under it has changed.",
		},
		Fix: Text{
			"So với lời của chương trình: «{now}»; đúng thì chạy baocao words THƯ-MỤC --keep {id}.",
			"Compare it with the program's: “{now}”; where it is right run baocao words DIR --keep {id}.",
		},
		PageFix: Text{
			"So với lời của chương trình: «{now}»; đúng thì mở trang «Lời văn báo cáo» và bấm «Đã soát, giữ nguyên» ở đoạn này.",
			"Compare it with the program's: “{now}”; where it is right say so at this paragraph on the page of the report's words.",
		},
		Explain: Text{
			"Đầu mỗi tệp lời riêng có một khung giữ lời cũ. Khung bị xóa, hoặc tệp được viết tay, thì chương " +
				"trình không so được.",
			"A file of own words begins with a head that keeps the text replaced. Without it, there is nothing " +
				"to compare with.",
		},
		Example: Text{"người sửa xóa cả tệp rồi gõ lại từ đầu.", "somebody cleared the file and typed it anew."},
	},
	{
		Code: "B541", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Đoạn «{id}» cơ quan viết có số không có trong lời của chương trình: {figures}. Chương trình viết: " +
				"«{now}».",
			"The office's paragraph “{id}” has figures that the program's has not: {figures}. The program's is: " +
				"“{now}”.",
		},
		Fix: Text{
			"Soát lại số; đúng thì chạy baocao words THƯ-MỤC --keep {id} để ghi nhận, sai thì sửa trong tệp.",
			"Check the figures; run baocao words DIR --keep {id} where they are right, and mend the file where not.",
		},
		PageFix: Text{
			"Soát lại số trên trang «Lời văn báo cáo»: đúng thì bấm «Đã soát, giữ nguyên» ở đoạn này, sai thì sửa.",
			"Check the figures on the page of the report's words: where they are right say so at this paragraph, and mend it where not.",
		},
		Explain: Text{
			"Số trong báo cáo do chương trình tính và truy được đến từng ô. Số gõ tay thì không, nên phải có " +
				"người soát.",
			"The figures of the report are computed and can be traced to a cell. One that is typed cannot, so " +
				"somebody has to see " +
				"to it.",
		},
		Example: Text{"lãnh đạo sửa «đạt 82,76%» thành «đạt 83%» trong Word.", "a leader makes “82,76%” “83%” in " +
			"Word."},
	},
	{
		Code: "B542", Severity: Warning, Audience: OfficeOnly, Counted: AsWording,
		What: Text{
			"Hai tệp cùng viết một đoạn: {name} không được dùng vì đã có {other}.",
			"Two files are for one paragraph: {name} was not used, since there is {other}.",
		},
		Fix: Text{"Giữ một tệp, xóa tệp kia.", "Keep one of them and delete the other."},
		Explain: Text{"Notepad hay lưu thêm .txt sau tên tệp, mà Windows không hiện đuôi ấy.", "Notepad likes to " +
			"add .txt to a name, which Windows does not show."},
		Example: Text{"mo-dau.md và mo-dau.md.txt.", "mo-dau.md and mo-dau.md.txt."},
	},
	{
		Code: "B543", Severity: Warning, Audience: OfficeOnly, Counted: AsWording,
		What: Text{
			"Tệp «{name}» trong loi-van thuộc loại không đọc được ở đó nên không được dùng.",
			"The file “{name}” in loi-van is of a kind that is not read there, and was not used.",
		},
		Fix: Text{
			"Lời sửa trong BaoCao.docx thì lấy vào bằng baocao words THƯ-MỤC --take TỆP; lời khác thì chép vào tệp " +
				".md bằng Notepad.",
			"Edits in BaoCao.docx are taken with baocao words DIR --take FILE; copy other words into an .md file " +
				"with Notepad.",
		},
		PageFix: Text{
			"Mở trang «Lời văn báo cáo» và chép lời vào đoạn của nó, rồi chuyển tệp này đi nơi khác.",
			"Open the page of the report's words, copy the words into their paragraph, and move this file elsewhere.",
		},
		Explain: Text{
			"Lời văn của cơ quan là tệp .md hoặc .txt; một phần của báo cáo có thể là tệp .docx (mo-dau.docx), một đoạn " +
				"trong doan thì không.",
			"The office's wording is in .md or .txt files; a part of the report may be a .docx file (mo-dau.docx), a " +
				"paragraph in doan may not.",
		},
		Example: Text{"loi-van/doan/mo-dau.docx, loi-van/mo-dau.pdf.", "loi-van/doan/mo-dau.docx, loi-van/mo-dau.pdf."},
	},
	{
		Code: "B544", Severity: Warning, Audience: OfficeOnly, Counted: AsWording,
		What: Text{
			"Tệp «{name}» mở khung <!-- mà không đóng bằng --> nên không biết lời bắt đầu từ đâu; đang in lời " +
				"của chương trình.",
			"The file “{name}” begins with <!-- and has no -->; it is not known where the words begin, and the " +
				"program's are printed.",
		},
		Fix: Text{"Thêm một dòng --> vào dưới khung, trên lời của cơ quan.", "Add a line --> below the head, " +
			"above the office's words."},
		Explain: Text{
			"Khung đầu tệp giữ lời cũ và không được in; phải có dòng đóng khung.",
			"The head of the file keeps the text replaced and is not printed; it has to be closed.",
		},
		Example: Text{"người sửa xóa nhầm dòng -->.", "somebody deleted the line -->."},
	},
	{
		Code: "B545", Severity: Warning, Audience: OfficeOnly, Counted: AsTold,
		What: Text{
			"Phần «{name}» có nội dung (số đoạn: {count}) mà thu-tu.toml không kể nên không in: «{text}».",
			"The part “{name}” says something (paragraphs: {count}) and is not listed in thu-tu.toml, so it is not " +
				"printed: “{text}”.",
		},
		Fix: Text{
			"Không cần làm gì nếu cơ quan không muốn in phần này; nếu không, thêm «{name}» vào danh sách trong thu-tu.toml.",
			"Nothing needs doing where the office does not want it; else add “{name}” to the list in thu-tu.toml.",
		},
		Explain: Text{
			"Phần không kể trong thu-tu.toml thì không in, kể cả khi sau đó đơn vị mới gửi nội dung cho phần ấy.",
			"A part that thu-tu.toml does not list is not printed, even where a unit sends something for it later.",
		},
		Example: Text{
			"danh sách lập khi chưa ai kiến nghị, sau đó một đơn vị gửi kiến nghị.",
			"the list was made when nobody had a request, and then a unit sends one.",
		},
	},
}

var wordsPhrases = []phrase{
	{"wording.no-list", "cần đúng một danh sách tên phần", "one list of names of parts is wanted"},
	{"wording.part-twice", "phần «{name}» kể hai lần", "the part “{name}” is listed twice"},
	{"cmd.words.short", "Xem và sửa lời văn của báo cáo, từng đoạn một", "Look at the report's words and change " +
		"them, paragraph by paragraph"},
	{
		"cmd.words.long",
		"Liệt kê các đoạn của báo cáo với tên của chúng. --edit ghi một đoạn ra loi-van/doan để sửa: từ đó đoạn " +
			"ấy in lời của cơ quan, " +
			"các đoạn khác vẫn theo chương trình; khi số liệu dưới đoạn đổi thì báo cáo nói ra (B539). --keep " +
			"ghi nhận là đã soát. " +
			"Xóa tệp trong loi-van/doan thì trở lại lời của chương trình.",
		"Lists the paragraphs of the report with their names. --edit writes one into loi-van/doan to be changed: " +
			"from then on the office's " +
			"words are printed for it, and the program's for all others; when a figure under it changes the " +
			"report says so (B539). " +
			"--keep says that somebody has looked at it. Deleting the file in loi-van/doan brings the program's " +
			"words back.",
	},
	{"flag.edit", "ghi đoạn này ra một tệp để sửa", "write this paragraph out, to be changed"},
	{"flag.keep", "đã soát: giữ lời cơ quan của đoạn này với số liệu hiện nay", "looked at: keep the office's " +
		"words for today's figures"},
	{"usage.words", "chỉ dùng một trong --edit, --keep, --take", "give one of --edit, --keep, --take"},
	{"words.part", "Phần {part}:", "Part {part}:"},
	{"words.own", "lời cơ quan", "the office's"},
	{"words.removed", "cơ quan bỏ đoạn này", "taken out by the office"},
	{"words.look", "cần xem lại", "to be looked at"},
	{"words.left-out", "Phần có sẵn không in (loi-van/thu-tu.toml): {parts}", "Parts of the program that are not " +
		"printed (loi-van/thu-tu.toml): {parts}"},
	{
		"words.total",
		"{count} đoạn, {own} đoạn do cơ quan viết. Sửa một đoạn: baocao words {dir} --edit TÊN-ĐOẠN",
		"{count} paragraphs, {own} of them the office's. To change one: baocao words {dir} --edit NAME",
	},
	{
		"words.wrote",
		"Đã ghi {path}. Mở bằng Notepad, viết lại phần dưới khung <!-- -->, lưu, rồi chạy baocao build.",
		"Wrote {path}. Open it in Notepad, change what stands below the frame <!-- -->, save it, and run baocao " +
			"build.",
	},
	{
		"words.there",
		"Đoạn «{id}» đã có lời cơ quan ở {path}; sửa tiếp trong tệp ấy.",
		"The paragraph “{id}” has the office's words in {path} already; go on in that file.",
	},
	{
		"words.kept",
		"Đã ghi nhận lời cơ quan của đoạn «{id}» với số liệu hiện nay ({path}).",
		"The office's words of the paragraph “{id}” are kept for today's figures ({path}).",
	},
	{"words.figures", "Số do cơ quan ghi, không có trong lời chương trình: {figures}.", "Figures of the office's " +
		"own, which the program's text has not: {figures}."},
	{
		"fail.no-paragraph",
		"Báo cáo không có đoạn «{id}». Tên các đoạn: baocao words {dir}",
		"The report has no paragraph “{id}”. For their names: baocao words {dir}",
	},
	{
		"fail.no-own-words",
		"Đoạn «{id}» chưa có lời riêng của cơ quan; viết bằng baocao words {dir} --edit {id}",
		"The paragraph “{id}” has no words of the office yet; write them with baocao words {dir} --edit {id}",
	},
	{
		"fail.paragraph-name",
		"Tên đoạn «{id}» không đặt làm tên tệp được: đổi {#...} trong mẫu lời văn thành chữ thường không dấu, số " +
			"và gạch nối.",
		"The name “{id}” cannot be a file's: let {#...} in the wording have lower-case letters, digits and " +
			"hyphens alone.",
	},
	{
		"fail.words-changed",
		"{file} vừa được người khác sửa, hoặc có lời không đọc được, nên chưa ghi gì. Xem lại tệp ấy rồi chạy lại.",
		"{file} was changed by somebody just now, or has words that cannot be read, so nothing was written. Look at " +
			"it, then run this again.",
	},
	{
		"fail.other-report",
		"Tệp {file} là báo cáo của cơ quan, năm hoặc kỳ khác, không phải báo cáo của {dir}; chưa lấy gì.",
		"{file} is the report of another office, year or part of the year, not of {dir}; nothing was taken.",
	},
	{
		"fail.paragraph-size",
		"Đoạn «{id}» trong {file} dài quá mức của một tệp lời văn nên chưa lấy gì. Bớt lời của đoạn ấy trong Word rồi lấy lại.",
		"The paragraph “{id}” in {file} is longer than a file of wording may be, so nothing was taken. Shorten it in Word " +
			"and take it again.",
	},
	{"flag.take", "lấy chỗ sửa trong tệp Word vào lời văn của cơ quan",
		"take the edits of a Word file into the office's words"},
	{"take.edited", "Đã lấy đoạn «{id}» vào {path}:", "Took the paragraph “{id}” into {path}:"},
	{"take.removed", "(bỏ đoạn này)", "(taken out)"},
	{
		"take.figures",
		"  ! Số không có trong lời chương trình: {figures}. Soát lại; đúng thì chạy baocao words {dir} --keep {id}.",
		"  ! Figures that the program's text has not: {figures}. Check them; where they are right run baocao words " +
			"{dir} --keep {id}.",
	},
	{
		"take.stale",
		"  ! Báo cáo đã đổi từ khi có tệp Word này. So với lời hiện nay rồi chạy baocao words {dir} --keep {id}.",
		"  ! The report has changed since this Word file was made. Compare with today's words, then run baocao words " +
			"{dir} --keep {id}.",
	},
	{"take.nothing", "Tệp {file} không có đoạn nào được sửa.", "No paragraph of {file} was changed."},
	{"take.done", "Đã lấy {count} đoạn. Chạy baocao build {dir} để in.",
		"Paragraphs taken: {count}. Run baocao build {dir} to print them."},
	{
		"take.moved",
		"Không lấy: đoạn «{id}» được chuyển chỗ; lời của nó giữ chỗ cũ (đổi thứ tự các phần bằng loi-van/thu-tu.toml).",
		"Not taken: the paragraph “{id}” was moved; it keeps its place (loi-van/thu-tu.toml has the order of the parts).",
	},
	{
		"take.missing",
		"Không thấy đoạn «{id}» trong tệp Word: bị xóa, hoặc mới có từ sau tệp ấy. Báo cáo vẫn in đoạn này.",
		"The paragraph “{id}” is not in the Word file: it was deleted there, or is newer than the file. It is still " +
			"printed.",
	},
	{
		"take.lost",
		"Không lấy: báo cáo không còn đoạn này: «{text}».",
		"Not taken: the report has no such paragraph any more: “{text}”.",
	},
	{
		"take.tracked",
		"Tệp có {count} chỗ theo dõi thay đổi (Track Changes): đọc như đã chấp nhận hết.",
		"Tracked changes in the file: {count}; they were read as accepted.",
	},
	{"take.struck", "Tệp có {count} chỗ chữ gạch ngang: đọc như đã xóa.",
		"Texts that are crossed out: {count}; they were read as deleted."},
	{
		"take.pictures",
		"Không lấy: {count} hình vẽ, công thức hoặc chú thích cuối trang.",
		"Not taken: pictures, formulas or notes at the foot of the page ({count}).",
	},
	{
		"take.outside",
		"Không lấy: đầu trang, tiêu đề, bảng, chữ ký hoặc phụ lục cũng bị sửa trong Word. Sửa các chỗ ấy trong " +
			"co-quan.toml, nghi-quyet.toml hoặc tệp của đơn vị.",
		"Not taken: the letterhead, title, a table, the signature or the annex was changed as well. Change those in " +
			"co-quan.toml, nghi-quyet.toml or the units' files.",
	},
	{"take.comment", "Ghi chú của {author}, không in: «{text}»", "A comment of {author}, not printed: “{text}”"},
	{
		"fail.take",
		"Không đọc được tệp Word {file}: {error} Nếu là báo cáo, mở bằng Word, lưu thành .docx rồi lấy lại.",
		"The Word file {file} cannot be read: {error} If it is the report, open it in Word, save it as .docx and take " +
			"that.",
	},
	{
		"fail.not-ours",
		"Tệp {file} không phải báo cáo Word do chương trình lập, hoặc đã mất dấu của các đoạn (chẳng hạn sau khi qua " +
			"Google Docs).",
		"{file} is no Word report made by the program, or has lost the marks of its paragraphs (as after Google Docs).",
	},
}
