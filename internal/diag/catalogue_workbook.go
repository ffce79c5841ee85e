package diag

// What keeps a file, or the drop folder, from being read: B1xx.
var workbookProblems = []Entry{
	{
		Code: "B101", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Tệp «{name}» đang mở trong Excel (còn tệp khóa ~$).",
			"The file “{name}” is open in Excel (its lock file ~$ is here).",
		},
		Fix: Text{
			"Lưu và đóng tệp trong Excel rồi lập lại báo cáo, để chắc chắn lấy được số liệu mới nhất.",
			"Save and close the file in Excel and build again, so that its latest figures are used.",
		},
		Explain: Text{
			"Khi một tệp đang mở, Excel đặt cạnh nó một tệp nhỏ tên bắt đầu bằng ~$.\n" +
				"Chương trình vẫn đọc bản đã lưu gần nhất; những gì chưa lưu thì chưa có trong báo cáo.",
			"While a file is open, Excel keeps a small file beside it whose name begins with ~$.\n" +
				"The version saved last is read; what is not saved yet is not in the report.",
		},
		Example: Text{
			"~$phuong-bac-son.xlsx cho biết phuong-bac-son.xlsx đang mở. Nếu không ai mở, có thể xóa tệp ~$ đó.",
			"~$phuong-bac-son.xlsx says that phuong-bac-son.xlsx is open. If nobody has it open, delete the ~$ " +
				"file.",
		},
	},
	{
		Code: "B102", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Đây là đường dẫn tắt (liên kết) hoặc thiết bị, không phải tệp thường, nên không được đọc.",
			"This is a link or a device, not an ordinary file, and was not read.",
		},
		Fix: Text{
			"Chép chính tệp số liệu vào thư mục này thay cho liên kết.",
			"Copy the file itself into this folder in place of the link.",
		},
		Explain: Text{
			"Liên kết có thể dẫn ra ngoài thư mục hoặc dẫn vòng tròn, nên chương trình không đi theo.",
			"A link may lead out of the folder or round in a circle, so it is not followed.",
		},
		Example: Text{
			"liên kết tới thư mục dùng chung của phường; hãy chép các tệp trong đó vào 1-nop-vao-day.",
			"a link to a ward's shared folder; copy the files in it to 1-nop-vao-day.",
		},
	},
	{
		Code: "B103", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Thư mục làm việc chưa có thư mục con 1-nop-vao-day nên chưa có tệp nào để đọc.",
			"The working folder has no sub-folder 1-nop-vao-day, so there is no file to read.",
		},
		Fix: Text{
			"Tạo thư mục 1-nop-vao-day và chép các tệp đơn vị gửi về vào đó.",
			"Make the folder 1-nop-vao-day and copy into it the files the units sent.",
		},
		Explain: Text{
			"Chương trình chỉ đọc số liệu trong thư mục 1-nop-vao-day, kể cả các thư mục con của nó.",
			"Only the folder 1-nop-vao-day and its sub-folders are read.",
		},
		Example: Text{
			"kien-an-2022/1-nop-vao-day/phuong-bac-son.xlsx.",
			"kien-an-2022/1-nop-vao-day/phuong-bac-son.xlsx.",
		},
	},
	{
		Code: "B104", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Không mở được thư mục này nên các tệp trong đó chưa được đọc.",
			"This folder cannot be opened, so the files in it were not read.",
		},
		Fix: Text{
			"Kiểm tra quyền truy cập thư mục và kết nối mạng, rồi lập lại báo cáo.",
			"Check the rights on the folder and the network connection, and build again.",
		},
		Explain: Text{
			"Thường do tài khoản đang dùng không có quyền, hoặc ổ đĩa mạng bị ngắt.",
			"Usually the account in use has no right to it, or a network drive is gone.",
		},
		Example: Text{
			"thư mục con do người khác tạo và chỉ người đó được mở.",
			"a sub-folder made by somebody else that only that person may open.",
		},
	},
	{
		Code: "B105", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Thư mục lồng nhau quá {max} tầng; từ thư mục này trở xuống chưa được đọc.",
			"Folders are nested more than {max} deep; from this one on they were not read.",
		},
		Fix: Text{
			"Chuyển các tệp số liệu lên thư mục 1-nop-vao-day hoặc thư mục con gần hơn rồi lập lại báo cáo.",
			"Move the files with figures up to 1-nop-vao-day or a nearer sub-folder, and build again.",
		},
		Explain: Text{
			"Thư mục lồng sâu đến vậy thường do chép hoặc giải nén nhầm, thư mục chứa lại chính nó.",
			"Folders so deep usually come of a wrong copy or unpacking, a folder holding itself again.",
		},
		Example: Text{
			"gui/gui/gui/… lồng 40 tầng sau khi phần mềm đồng bộ chép nhầm.",
			"gui/gui/gui/… 40 deep after a program that keeps folders alike went wrong.",
		},
	},
	{
		Code: "B106", Severity: Warning, Audience: OfficeOnly,
		What: Text{
			"Bỏ qua {count} lối tắt hoặc tệp tạm không chứa số liệu: {names}.",
			"{count} shortcuts or temporary files without figures were passed over: {names}.",
		},
		Fix: Text{
			"Nếu đơn vị định gửi tệp mà lối tắt trỏ tới, hoặc tệp còn tải dở, hãy chép chính tệp ấy vào; còn lại có thể xóa.",
			"Where a shortcut points to a file that was to be sent, or a download is unfinished, copy in the file itself; the rest may be deleted.",
		},
		Explain: Text{
			"Tệp .lnk, .url chỉ dẫn tới nơi khác; .tmp, .part, .crdownload là tệp tạm hoặc tải dở của chương trình khác.\n" +
				"Chúng không làm báo cáo thiếu. Bản xung đột do OneDrive, Dropbox tạo vẫn được đọc như mọi tệp.",
			"Files .lnk and .url only lead elsewhere; .tmp, .part, .crdownload are temporary or unfinished.\n" +
				"They do not make a report incomplete. Conflict copies of OneDrive and Dropbox are read like any file.",
		},
		Example: Text{
			"bieu-mau.xlsx.crdownload là tệp trình duyệt tải chưa xong.",
			"bieu-mau.xlsx.crdownload is a download the browser has not finished.",
		},
	},
	{
		Code: "B107", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Đây là đường dẫn tới tài liệu trên Google Drive, trong tệp không có số liệu.",
			"This is a link to a document on Google Drive; there are no figures in the file.",
		},
		Fix: Text{
			"Mở tài liệu bằng trình duyệt, chọn Tệp > Tải xuống > Microsoft Excel (.xlsx), rồi chép tệp tải về vào đây.",
			"Open the document in a browser, choose File > Download > Microsoft Excel (.xlsx), and copy the file here.",
		},
		SenderFix: Text{
			"Mở tài liệu bằng trình duyệt, chọn Tệp > Tải xuống > Microsoft Excel (.xlsx), rồi gửi tệp tải về.",
			"Open the document in a browser, choose File > Download > Microsoft Excel (.xlsx), and send that file.",
		},
		Explain: Text{
			"Google Drive hiện tài liệu của nó thành tệp .gsheet, .gdoc; tệp ấy chỉ chứa địa chỉ, số liệu nằm trên mạng.",
			"Google Drive shows its documents as files .gsheet, .gdoc; they hold an address, the figures are on the net.",
		},
		Example: Text{
			"phuong-bac-son.gsheet dài 180 byte.",
			"phuong-bac-son.gsheet of 180 bytes.",
		},
	},
	{
		Code: "B108", Severity: Error, Audience: OfficeOnly,
		What: Text{
			"Đây là tệp chưa tải về máy (OneDrive): có tên nhưng chưa có nội dung.",
			"This file is not on this machine yet (OneDrive): it has a name and no content.",
		},
		Fix: Text{
			"Bấm chuột phải vào tệp, chọn «Luôn giữ trên thiết bị này», chờ tải xong rồi lập lại báo cáo; nếu mở ra vẫn trống, " +
				"yêu cầu đơn vị gửi lại.",
			"Right-click the file, choose “Always keep on this device”, wait for it and build again; if it still opens " +
				"empty, ask the unit to send it again.",
		},
		Explain: Text{
			"OneDrive và các kho tương tự hiện cả những tệp còn ở trên mạng; tệp chép dở có thể chỉ toàn byte 0.",
			"OneDrive and its like also show files that are only on the net; a broken copy may be all zero bytes.",
		},
		Example: Text{
			"tệp có hình đám mây cạnh tên trong cửa sổ thư mục.",
			"a file with a cloud beside its name in the folder's window.",
		},
	},
	{
		Code: "B110", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Tệp rỗng, dung lượng 0 byte: chép dở, hoặc là tệp chưa tải về máy (OneDrive).",
			"The file is empty (0 bytes): copied in part, or not on this machine yet (OneDrive).",
		},
		Fix: Text{
			"Chờ chép hoặc tải xong rồi lập lại báo cáo; nếu tệp vẫn rỗng, yêu cầu đơn vị gửi lại.",
			"Wait until it is copied or downloaded and build again; if it stays empty, ask the unit to send it again.",
		},
		SenderFix: Text{"Gửi lại tệp.", "Send the file again."},
		Explain: Text{
			"Tệp có tên nhưng không có nội dung, thường do sao chép hoặc tải về dở dang.",
			"The file has a name and no content, usually from an interrupted copy or download.",
		},
		Example: Text{
			"tải tệp đính kèm từ thư điện tử khi mạng bị ngắt.",
			"the network broke while an attachment was being saved.",
		},
	},
	{
		Code: "B111", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{"Tệp có mật khẩu nên không đọc được.", "The file is protected by a password and cannot be read."},
		Fix: Text{
			"Mở tệp bằng Excel, vào Tệp > Thông tin > Bảo vệ sổ làm việc > Mã hóa bằng mật khẩu, xóa trống mật " +
				"khẩu rồi lưu lại.",
			"Open the file in Excel, choose File > Info > Protect Workbook > Encrypt with Password, clear the " +
				"password and save.",
		},
		Explain: Text{
			"Nội dung tệp bị mã hóa bằng mật khẩu mở tệp. Khóa sheet hoặc khóa ô thì không sao, chương trình " +
				"vẫn đọc được.\n" +
				"Nếu nhiều tệp dùng chung mật khẩu, có thể đặt các mật khẩu vào biến môi trường BAOCAO_PASSWORDS, " +
				"cách nhau bằng dấu chấm phẩy.",
			"The content is encrypted with a password for opening. Locked sheets and cells are no obstacle.\n" +
				"Where many files share passwords, the variable BAOCAO_PASSWORDS may hold them, with semicolons " +
				"between.",
		},
		Example: Text{
			"đơn vị đặt mật khẩu trước khi gửi qua mạng; hãy hỏi mật khẩu, mở tệp và bỏ mật khẩu đi.",
			"a unit set a password before sending; ask for it, open the file and remove it.",
		},
	},
	{
		Code: "B112", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Đây là tệp Excel quá cũ (Excel 4.0 trở về trước), chương trình không đọc được.",
			"This is an Excel file too old to be read (Excel 4.0 or older).",
		},
		Fix: Text{
			"Mở tệp bằng Excel, chọn Tệp > Lưu Như, kiểu «Sổ làm việc Excel (*.xlsx)», rồi nộp tệp .xlsx vừa " +
				"lưu.",
			"Open the file in Excel, choose File > Save As, type “Excel Workbook (*.xlsx)”, and hand in the " +
				"new .xlsx file.",
		},
		Explain: Text{
			"Chương trình đọc được tệp .xls từ Excel 5.0 (1993) đến Excel 2003. Tệp đời trước đó chỉ có một " +
				"sheet và cách ghi khác hẳn.",
			"Files .xls of Excel 5.0 (1993) to Excel 2003 are read. Older ones have a single sheet and are " +
				"written quite differently.",
		},
		Example: Text{
			"tệp chép lại từ đĩa mềm cũ, hoặc do phần mềm kế toán chạy trên DOS kết xuất.",
			"a file copied from an old floppy disk, or exported by an accounting program for DOS.",
		},
	},
	{
		Code: "B113", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Đây là tệp nén dạng .rar, .7z hoặc .gz, chương trình không mở được.",
			"This is an archive (.rar, .7z or .gz) that cannot be opened.",
		},
		Fix: Text{
			"Giải nén tệp rồi chép các bảng tính bên trong vào thư mục này, hoặc nén lại dạng .zip.",
			"Unpack it and copy the spreadsheets in it to this folder, or pack them as .zip.",
		},
		SenderFix: Text{
			"Gửi các bảng tính ở trong tệp nén, hoặc nén lại dạng .zip.",
			"Send the spreadsheets inside, or pack them as .zip.",
		},
		Explain: Text{
			"Chương trình mở được tệp .zip; các dạng nén khác cần phần mềm riêng nên không mở.",
			"A .zip is opened; other archives need software of their own.",
		},
		Example: Text{
			"đơn vị gửi so-lieu.rar; bấm chuột phải, chọn giải nén, chép các tệp Excel ra.",
			"a unit sends so-lieu.rar; unpack it and copy out the Excel files.",
		},
	},
	{
		Code: "B115", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{"Đây là tệp PDF, không phải bảng tính.", "This is a PDF, not a spreadsheet."},
		Fix: Text{
			"Yêu cầu đơn vị gửi tệp Excel (.xlsx) theo biểu mẫu; bản PDF chỉ dùng để đối chiếu.",
			"Ask the unit for the Excel file (.xlsx) of its form; the PDF serves for comparison only.",
		},
		SenderFix: Text{
			"Gửi tệp Excel (.xlsx) theo biểu mẫu; bản PDF chỉ dùng để đối chiếu.",
			"Send an Excel file (.xlsx) in the form; a PDF is only for comparison.",
		},
		Explain: Text{
			"Số liệu trong PDF không có ô nên không thể lấy chắc chắn.",
			"A PDF has no cells, so figures cannot be taken from it with certainty.",
		},
		Example: Text{"bản quét báo cáo đã ký, đóng dấu.", "a scan of the signed and stamped report."},
	},
	{
		Code: "B116", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Đây là tệp Word kiểu cũ (.doc, .rtf) hoặc văn bản .odt, chương trình không đọc được.",
			"This is an old Word file (.doc, .rtf) or an .odt text, which is not read.",
		},
		Fix: Text{
			"Yêu cầu đơn vị mở tệp bằng Word, lưu lại dạng .docx rồi gửi; tốt nhất là điền biểu mẫu Excel trong thư mục mau.",
			"Ask the unit to save it as .docx and send that; best of all, to fill in the Excel form from the folder mau.",
		},
		SenderFix: Text{
			"Mở tệp bằng Word, lưu lại dạng .docx rồi gửi; hoặc điền biểu mẫu Excel (.xlsx) gửi kèm.",
			"Save it as .docx and send that, or fill the Excel form (.xlsx) that is attached.",
		},
		Explain: Text{
			"Bảng và lời văn của tệp .docx được đọc như bảng tính; các dạng văn bản khác thì không.",
			"Tables and words of a .docx are read as those of a workbook; other kinds of text documents are not.",
		},
		Example: Text{
			"đơn vị gửi báo cáo .doc kèm bảng; lưu lại dạng .docx là đọc được.",
			"a unit sends a .doc report with a table; saved as .docx it can be read.",
		},
	},
	{
		Code: "B117", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Nội dung tệp không phải dạng bảng tính mà chương trình đọc được.",
			"The file's content is no kind of spreadsheet that is read.",
		},
		Fix: Text{"Mở tệp bằng Excel và lưu lại dạng .xlsx.", "Open the file in Excel and save it as .xlsx."},
		Explain: Text{
			"Chương trình nhận dạng tệp theo nội dung, không theo tên. Đọc được .xlsx, .xlsm, .xltx, .xlsb, " +
				".xls, .ods, .csv, .txt, bảng dạng HTML hoặc XML Spreadsheet 2003, và tệp .zip chứa chúng.",
			"A file is recognised by its content, not its name. Read are .xlsx, .xlsm, .xltx, .xlsb, " +
				".xls, .ods, .csv, .txt, tables in HTML or XML Spreadsheet 2003, and a .zip of them.",
		},
		Example: Text{
			"tệp Access, tệp cài đặt hoặc tệp khác được đổi đuôi thành .xlsx.",
			"an Access database, an installer, or another file renamed to .xlsx.",
		},
	},
	{
		Code: "B118", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Tệp thực chất là trang web hoặc tệp XML không có bảng nào đọc được.",
			"The file is really a web page or XML without a table that can be read.",
		},
		Fix: Text{"Mở tệp bằng Excel và lưu lại dạng .xlsx.", "Open the file in Excel and save it as .xlsx."},
		Explain: Text{
			"Nhiều phần mềm nghiệp vụ kết xuất trang web (HTML) hoặc XML Spreadsheet 2003 rồi đặt đuôi .xls; bảng trong đó được " +
				"đọc như bảng tính. Trang không có bảng, trang lưu kèm ảnh (.mht) và XML khác thì không.",
			"Many office systems export a web page (HTML) or XML Spreadsheet 2003 and call it .xls; its tables are read " +
				"like a workbook. Pages without a table, pages saved with pictures (.mht) and other XML are not.",
		},
		Example: Text{
			"hết phiên đăng nhập, phần mềm lưu trang đăng nhập thay cho bảng số liệu.",
			"the session had ended, and the system saved its login page in place of the table.",
		},
	},
	{
		Code: "B119", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{"Đây là tệp ảnh, không phải bảng tính.", "This is a picture, not a spreadsheet."},
		Fix: Text{
			"Yêu cầu đơn vị gửi tệp Excel (.xlsx) theo biểu mẫu.",
			"Ask the unit for the Excel file (.xlsx) of its form.",
		},
		SenderFix: Text{"Gửi tệp Excel (.xlsx) theo biểu mẫu.", "Send an Excel file (.xlsx) in the form."},
		Explain: Text{
			"Số liệu trong ảnh không thể lấy chắc chắn.",
			"Figures cannot be taken from a picture with certainty.",
		},
		Example: Text{"ảnh chụp màn hình hoặc bản quét gửi qua Zalo.", "a screenshot or a scan sent by Zalo."},
	},
	{
		Code: "B120", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Tệp bị hỏng hoặc bị cắt cụt nên không mở được.",
			"The file is damaged or cut short and cannot be opened.",
		},
		Fix: Text{
			"Yêu cầu đơn vị gửi lại tệp; nếu Excel còn mở được thì lưu thành tệp mới rồi nộp lại.",
			"Ask the unit to send the file again; if Excel still opens it, save it as a new file.",
		},
		SenderFix: Text{
			"Gửi lại tệp; nếu Excel còn mở được thì lưu thành tệp mới rồi gửi.",
			"Send the file again; if Excel still opens it, save it as a new file first.",
		},
		Explain: Text{
			"Bên trong tệp bảng tính có một mục lục; mục lục bị thiếu hoặc chỉ tới chỗ không có.",
			"Inside a spreadsheet file there is a directory; it is missing or points to what is not there.",
		},
		Example: Text{
			"tải về dở dang, USB rút ra khi chưa chép xong. Không số liệu nào của tệp được dùng.",
			"an interrupted download, a USB stick pulled out too early. None of its figures is used.",
		},
	},
	{
		Code: "B121", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Tệp bị hỏng: phần «{part}» bên trong không khớp mã kiểm tra.",
			"The file is damaged: its part “{part}” does not match its checksum.",
		},
		Fix: Text{
			"Yêu cầu đơn vị gửi lại tệp; nếu Excel còn mở được thì kiểm tra từng số, lưu thành tệp mới rồi nộp " +
				"lại.",
			"Ask the unit to send the file again; if Excel still opens it, check every figure and save it as a " +
				"new file.",
		},
		SenderFix: Text{
			"Gửi lại tệp; nếu Excel còn mở được thì kiểm tra từng số, lưu thành tệp mới rồi gửi.",
			"Send the file again; if Excel still opens it, check every figure and save it as a new file first.",
		},
		Explain: Text{
			"Mỗi phần trong tệp .xlsx, .ods hoặc .zip có mã kiểm tra. Mã không khớp nghĩa là nội dung đã bị " +
				"thay đổi ngoài ý muốn, nên không số nào trong tệp còn đáng tin.",
			"Each part of an .xlsx, .ods or .zip file has a checksum. A mismatch means that the content " +
				"changed by accident, so no figure in it can be trusted.",
		},
		Example: Text{"ổ đĩa lỗi làm số 822 thành 922.", "a failing disk turns 822 into 922."},
	},
	{
		Code: "B122", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{"Tệp bị thiếu phần «{part}» bên trong.", "The file lacks its part “{part}”."},
		Fix: Text{
			"Mở tệp bằng Excel, để Excel sửa tệp nếu được hỏi, kiểm tra số liệu rồi lưu thành tệp mới.",
			"Open the file in Excel, let it repair the file if it asks, check the figures and save it as a new " +
				"file.",
		},
		Explain: Text{
			"Mục lục của tệp nói đến một phần không có trong tệp, có thể là cả một sheet.",
			"The file's directory names a part that is not there, perhaps a whole sheet.",
		},
		Example: Text{
			"tệp do phần mềm khác tạo ra bị lỗi. Chương trình không đọc phần còn lại để khỏi sót số liệu.",
			"a faulty file made by other software. The rest is not read, so that no figure is lost unseen.",
		},
	},
	{
		Code: "B123", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Tệp bị hỏng: phần «{part}» bên trong sai cấu trúc ở vị trí {at}.",
			"The file is damaged: its part “{part}” is not well-formed at byte {at}.",
		},
		Fix: Text{
			"Mở tệp bằng Excel, để Excel sửa tệp nếu được hỏi, kiểm tra số liệu rồi lưu thành tệp mới.",
			"Open the file in Excel, let it repair the file if it asks, check the figures and save it as a new " +
				"file.",
		},
		Explain: Text{
			"Nội dung bên trong tệp không đúng quy tắc của định dạng tệp, thường do bị cắt cụt hoặc do phần " +
				"mềm khác ghi sai.",
			"The content breaks the rules of its format, usually because it was cut or written wrongly by " +
				"other software.",
		},
		Example: Text{
			"một sheet chỉ còn một nửa. Chương trình từ chối cả tệp thay vì lấy thiếu số liệu.",
			"only half of a sheet is left. The whole file is refused rather than read in part.",
		},
	},
	{
		Code: "B124", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Địa chỉ ô hoặc dòng «{found}» sai, trùng hoặc không theo thứ tự.",
			"The address “{found}” of a cell or row is wrong, repeated or out of order.",
		},
		Fix: Text{
			"Mở tệp bằng Excel, kiểm tra số liệu rồi lưu thành tệp mới.",
			"Open the file in Excel, check the figures and save it as a new file.",
		},
		Explain: Text{
			"Trong tệp bảng tính mỗi ô mang một địa chỉ riêng. Địa chỉ sai thì không biết số nào thuộc ô nào.",
			"In a spreadsheet file each cell carries an address of its own. With wrong addresses nobody knows " +
				"which figure belongs where.",
		},
		Example: Text{"hai ô cùng mang địa chỉ E7.", "two cells that both say E7."},
	},
	{
		Code: "B125", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Ô trỏ tới dòng chữ số «{found}», nhưng bảng chữ của tệp chỉ có {count} dòng.",
			"The cell points to text number “{found}”, but the file's table of texts has {count}.",
		},
		Fix: Text{
			"Mở tệp bằng Excel, để Excel sửa tệp nếu được hỏi, kiểm tra các ô chữ rồi lưu thành tệp mới.",
			"Open the file in Excel, let it repair the file if it asks, check the texts and save it as a new " +
				"file.",
		},
		Explain: Text{
			"Tệp bảng tính cất chữ trong một bảng chung; mỗi ô chỉ ghi số thứ tự (từ 0). Bảng bị thiếu thì chữ " +
				"của ô không còn.",
			"A spreadsheet file keeps texts in one table; a cell holds only the number (from 0). When the " +
				"table lacks it, the cell's text is gone.",
		},
		Example: Text{
			"tên chỉ tiêu biến mất trong khi con số còn lại.",
			"an indicator's name vanishes while its figure stays.",
		},
	},
	{
		Code: "B126", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Giá trị «{found}» ghi trong tệp không đúng với kiểu của ô.",
			"The stored value “{found}” does not fit the cell's type.",
		},
		Fix: Text{
			"Mở tệp bằng Excel, gõ lại ô này rồi lưu thành tệp mới.",
			"Open the file in Excel, type the cell again and save it as a new file.",
		},
		Explain: Text{
			"Ô được ghi là số, ngày hoặc đúng/sai nhưng nội dung lại không phải. Excel không tự ghi như vậy; " +
				"tệp do phần mềm khác tạo hoặc đã hỏng.",
			"The cell is marked as a number, date or truth value and holds something else. Excel never writes " +
				"that; other software did, or the file is damaged.",
		},
		Example: Text{"ô số chứa «12,5» thay vì 12.5.", "a number stored as “12,5” in place of 12.5."},
	},
	{
		Code: "B127", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Ô dùng định dạng số «{found}» không có trong tệp.",
			"The cell uses format number “{found}”, which the file does not have.",
		},
		Fix: Text{
			"Mở tệp bằng Excel, kiểm tra ô này rồi lưu thành tệp mới.",
			"Open the file in Excel, check the cell and save it as a new file.",
		},
		Explain: Text{
			"Định dạng cho biết 0,45 là 45% hay 0,45. Thiếu định dạng thì không được đoán.",
			"The format tells whether 0.45 means 45% or 0.45. Without it nothing may be guessed.",
		},
		Example: Text{
			"tệp do phần mềm khác tạo, bảng định dạng bị thiếu.",
			"a file of other software whose table of formats is incomplete.",
		},
	},
	{
		Code: "B128", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{"Ô có kiểu «{found}» không rõ nghĩa.", "The cell has the unknown type “{found}”."},
		Fix: Text{
			"Mở tệp bằng Excel, kiểm tra ô này rồi lưu thành tệp mới.",
			"Open the file in Excel, check the cell and save it as a new file.",
		},
		Explain: Text{
			"Kiểu của ô nói nội dung là số, chữ, đúng/sai, ngày hay lỗi. Kiểu lạ thì không biết nội dung là gì.",
			"A cell's type says whether it holds a number, text, truth value, date or error. With an unknown " +
				"type its content means nothing.",
		},
		Example: Text{"tệp do phần mềm khác ghi sai.", "a file written wrongly by other software."},
	},
	{
		Code: "B129", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Số «{found}» lớn quá mức mà báo cáo có thể dùng.",
			"The number “{found}” is beyond any size a report can use.",
		},
		Fix: Text{
			"Kiểm tra công thức hoặc số đã gõ ở ô này, sửa lại rồi lưu tệp.",
			"Check the formula or the number typed in this cell, correct it and save the file.",
		},
		Explain: Text{
			"Số liệu của một quận không có số nào vượt 60 chữ số; số như vậy thường do gõ giữ phím hoặc công " +
				"thức sai.",
			"No figure of a district has over 60 digits; such a number comes from a stuck key or a wrong " +
				"formula.",
		},
		Example: Text{"1E+200.", "1E+200."},
	},
	{
		Code: "B130", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Tệp vượt giới hạn về {what}: chỉ nhận đến {limit}.",
			"The file is beyond the limit of {what}: at most {limit}.",
		},
		Fix: Text{
			"Chép phần số liệu cần nộp sang một tệp mới, bỏ ảnh và các sheet không liên quan.",
			"Copy the figures that are due to a new file, without pictures and unrelated sheets.",
		},
		Explain: Text{
			"Giới hạn giữ cho một tệp quá lớn, hoặc tệp được tạo để phá hoại, không làm treo máy.",
			"The limits keep one huge or malicious file from blocking the computer.",
		},
		Example: Text{"tệp 2 MB nhưng giải nén ra 2 GB.", "a file of 2 MB that unpacks to 2 GB."},
	},
	{
		Code: "B131", Severity: Error, Audience: Sender,
		What: Text{
			"Đọc tệp quá {seconds} giây vẫn chưa xong nên đã dừng.",
			"Reading the file took more than {seconds} seconds and was stopped.",
		},
		Fix: Text{
			"Lập lại báo cáo khi máy rảnh; nếu vẫn vậy, chép phần số liệu cần nộp sang một tệp mới.",
			"Build again when the computer is idle; if it stays so, copy the figures that are due to a new file.",
		},
		Explain: Text{
			"Biểu mẫu thường được đọc trong chưa đến một phần trăm giây; quá lâu là dấu hiệu tệp bất thường.",
			"A form is read in less than a hundredth of a second; much longer is the sign of an unusual file.",
		},
		Example: Text{"tệp có hàng triệu ô trống được định dạng.", "millions of blank formatted cells."},
	},
	{
		Code: "B132", Severity: Error, Audience: Sender,
		What: Text{
			"Chương trình gặp lỗi của chính nó khi đọc tệp này; các tệp khác không bị ảnh hưởng.",
			"The program failed by its own fault while reading this file; other files are not affected.",
		},
		Fix: Text{
			"Mở tệp bằng Excel và lưu thành tệp mới; nếu vẫn vậy, gửi tệp cho người bảo trì chương trình.",
			"Open the file in Excel and save it as a new file; if it stays so, send the file to those who " +
				"maintain the program.",
		},
		Explain: Text{
			"Đây là lỗi của chương trình, không phải của đơn vị. Không số liệu nào của tệp được dùng.",
			"This is the program's fault, not the unit's. None of the file's figures is used.",
		},
		Example: Text{"tệp có cấu trúc chưa từng gặp.", "a structure never met before."},
	},
	{
		Code: "B133", Severity: Error, Audience: Sender,
		What: Text{
			"Việc đọc tệp bị dừng giữa chừng theo yêu cầu.",
			"The reading of the file was interrupted on request.",
		},
		Fix: Text{"Lập lại báo cáo và chờ đến khi xong.", "Build again and let it finish."},
		Explain: Text{
			"Người dùng đã dừng chương trình khi tệp chưa đọc xong.",
			"The program was stopped before the file was read.",
		},
		Example: Text{"nhấn Ctrl+C.", "Ctrl+C was pressed."},
	},
	{
		Code: "B134", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{"Tệp không có sheet số liệu nào.", "The file has no sheet of cells."},
		Fix: Text{
			"Yêu cầu đơn vị gửi lại tệp theo biểu mẫu.",
			"Ask the unit to send the file again, on its form.",
		},
		SenderFix: Text{"Gửi lại tệp theo biểu mẫu.", "Send the file again, in the form."},
		Explain: Text{
			"Một bảng tính phải có ít nhất một sheet; tệp này chỉ có biểu đồ hoặc macro, do phần mềm khác tạo ra hoặc đã hỏng.",
			"A spreadsheet has at least one sheet; this file has only charts or macros, other software made it, or it is " +
				"damaged.",
		},
		Example: Text{"tệp kết xuất thất bại từ phần mềm nghiệp vụ.", "a failed export of an office system."},
	},
	{
		Code: "B135", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Tệp bị hỏng: danh sách sheet của tệp không khớp với các sheet có trong tệp.",
			"The file is damaged: its list of sheets does not match the sheets that it holds.",
		},
		Fix: Text{
			"Yêu cầu đơn vị gửi lại tệp, tốt nhất là lưu dạng .xlsx.",
			"Ask the unit to send the file again, best of all as .xlsx.",
		},
		SenderFix: Text{
			"Mở tệp gốc bằng Excel, kiểm tra số liệu, lưu dạng .xlsx rồi gửi lại.",
			"Open the original in Excel, check the figures, save it as .xlsx and send that.",
		},
		Explain: Text{
			"Tệp .xls có một danh sách cho biết từng sheet nằm ở đâu. Danh sách sai thì có sheet bị mất; chương " +
				"trình không đọc phần còn lại để khỏi sót số liệu.",
			"An .xls file has a list that says where each sheet lies. When it is wrong, sheets are lost; the rest is not " +
				"read, so that no figure is missed.",
		},
		Example: Text{
			"tệp chép từ ổ đĩa hoặc USB sắp hỏng.",
			"a file copied from a failing disk or stick.",
		},
	},
	{
		Code: "B136", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Chữ trong tệp ghi bằng bảng mã {page} mà chương trình không đọc được.",
			"The file's texts are in code page {page}, which is not known here.",
		},
		Fix: Text{
			"Mở tệp bằng Excel, xem chữ có đúng không, rồi lưu dạng .xlsx.",
			"Open the file in Excel, see whether its texts are right, and save it as .xlsx.",
		},
		SenderFix: Text{
			"Mở tệp bằng Excel, xem chữ có đúng không, lưu dạng .xlsx rồi gửi lại.",
			"Open the file in Excel, see whether its texts are right, save it as .xlsx and send that.",
		},
		Explain: Text{
			"Tệp Excel 5.0/95 ghi mỗi chữ bằng một byte theo bảng mã của máy. Không có bảng mã thì không biết đó là chữ gì.",
			"Excel 5.0 and 95 store a letter as one byte in the computer's code page. Without its table nobody knows which letter it is.",
		},
		Example: Text{
			"tệp làm trên máy tính tiếng Nhật năm 1996 (bảng mã 932).",
			"a file made on a Japanese computer in 1996 (code page 932).",
		},
	},
	{
		Code: "B137", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Bên trong tệp có hai phần cùng tên «{part}», không rõ phần nào đúng.",
			"The file holds two parts of the name “{part}”; which one counts is not clear.",
		},
		Fix: Text{
			"Yêu cầu đơn vị gửi lại tệp, tốt nhất là lưu dạng .xlsx.",
			"Ask the unit to send the file again, best of all as .xlsx.",
		},
		SenderFix: Text{
			"Mở tệp gốc bằng Excel, kiểm tra số liệu, lưu dạng .xlsx rồi gửi lại.",
			"Open the original in Excel, check the figures, save it as .xlsx and send that.",
		},
		Explain: Text{
			"Một tệp .xlsx là nhiều phần nén lại, mỗi phần một tên. Hai phần cùng tên thì mỗi chương trình có thể đọc ra một số khác.",
			"An .xlsx file is many parts packed together, each with a name. Of two with one name each program may read another.",
		},
		Example: Text{
			"tệp do phần mềm khác ghi sai.",
			"a file written wrongly by other software.",
		},
	},
	{
		Code: "B138", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Tệp này là trang web chỉ dẫn đến các tệp khác; các sheet nằm ở thư mục đi kèm, không nằm trong tệp.",
			"The file is a web page that only points to other files; its sheets lie in a folder beside it.",
		},
		Fix: Text{
			"Mở tệp ở máy đã lưu nó bằng Excel, chọn Tệp > Lưu Như, kiểu «Sổ làm việc Excel (*.xlsx)», rồi nộp tệp .xlsx " +
				"vừa lưu.",
			"Open it in Excel on the computer where it was saved, choose File > Save As, type “Excel Workbook " +
				"(*.xlsx)”, and hand in the new file.",
		},
		Explain: Text{
			"Khi lưu một sổ nhiều sheet thành trang web, Excel để mỗi sheet trong một tệp riêng của một thư mục cùng tên. " +
				"Chép một mình tệp chính thì không có số liệu nào.",
			"Excel saves a workbook of several sheets as a web page with a folder of the same name, a file for each " +
				"sheet. The main file alone holds no figure.",
		},
		Example: Text{
			"so-lieu.htm đi cùng thư mục so-lieu_files; gửi đi chỉ có so-lieu.htm.",
			"so-lieu.htm goes with the folder so-lieu_files; only so-lieu.htm was sent.",
		},
	},
	{
		Code: "B139", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Bảng trong trang web này xếp không rõ hàng, cột: có bảng lồng cạnh ô khác hoặc có chữ nằm ngoài các ô.",
			"The table of this web page has no clear rows and columns: a table within it stands beside other cells, or " +
				"text stands outside of its cells.",
		},
		Fix: Text{
			"Mở tệp bằng Excel, xem lại từng hàng, lưu lại dạng .xlsx rồi nộp tệp vừa lưu.",
			"Open the file in Excel, look at its rows, save it as .xlsx and hand that in.",
		},
		Explain: Text{
			"Mỗi chương trình xếp một bảng như vậy theo một cách, nên số có thể rơi vào hàng hoặc cột khác. Không số liệu nào " +
				"của tệp được dùng.",
			"Every program arranges such a table in its own way, so a figure may come to stand in another row or column. " +
				"None of the file's figures is used.",
		},
		Example: Text{
			"phần mềm kết xuất đặt cả một bảng nhỏ vào một ô, bên cạnh ô tên chỉ tiêu.",
			"an office system puts a small table into a cell beside the name of the indicator.",
		},
	},
	{
		Code: "B140", Severity: Warning, Audience: Sender, SenderMends: true,
		What: Text{
			"Chữ «{found}» có thể đúng như vậy, cũng có thể là chữ {encoding} của «{other}»; chương trình giữ " +
				"nguyên.",
			"The text “{found}” may be right as it is, or be “{other}” stored as {encoding}; it was left as it " +
				"is.",
		},
		Fix: Text{
			"Mở tệp, xem ô này: nếu phải là «{other}» thì gõ lại bằng Unicode (phông Times New Roman) rồi lưu.",
			"Open the file and look at the cell: if it should be “{other}”, type it again in Unicode (font " +
				"Times New Roman) and save.",
		},
		Explain: Text{
			"Trước khi có Unicode, chữ Việt được gõ bằng các bảng mã như TCVN3 (phông .VnTime) hoặc VNI. " +
				"Chương trình nhận ra bảng mã nhờ tên phông, nhờ các từ trong ô và trong cả sheet. Một ô ngắn " +
				"không có phông cũ thì không đủ căn cứ.",
			"Before Unicode, Vietnamese was typed in encodings such as TCVN3 (font .VnTime) or VNI. They are " +
				"told by the font's name and by the words of the cell and of the whole sheet. A short cell without " +
				"such a font is not enough.",
		},
		Example: Text{
			"«hé» vừa là chữ «hé», vừa là cách TCVN3 ghi chữ «hộ».",
			"“hé” is a word, and also how TCVN3 stores “hộ”.",
		},
	},
	{
		Code: "B141", Severity: Warning, Audience: Sender, SenderMends: true,
		What: Text{
			"Trên sheet này còn {count} ô nữa có chữ chưa rõ thuộc bảng mã nào; chương trình giữ nguyên.",
			"{count} more cells of this sheet have text whose encoding is not clear; they were left as they " +
				"are.",
		},
		Fix: Text{
			"Mở tệp, xem các ô có chữ sai dấu từ ô này trở đi và gõ lại bằng Unicode rồi lưu.",
			"Open the file, look at the texts with wrong letters from this cell on, type them again in Unicode " +
				"and save.",
		},
		Explain: Text{
			"Mười chữ đầu của một sheet được hỏi từng chữ một; phần còn lại được gộp vào thông báo này.",
			"The first ten texts of a sheet are asked about one by one; this message stands for the others.",
		},
		Example: Text{
			"cả sheet gõ bằng phông cũ rồi bị đổi sang Times New Roman nên chữ hiện sai.",
			"a whole sheet typed in an old font and then set in Times New Roman, so that its letters are wrong.",
		},
	},
	{
		Code: "B142", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Dòng {row} có nhiều ô hơn dòng tiêu đề ({heading} ô): dấu phẩy thập phân có thể đã cắt đôi con số.",
			"Row {row} has more cells than the heading ({heading}): a decimal comma may have cut a number in " +
				"two.",
		},
		Fix: Text{
			"Mở bảng gốc bằng Excel và lưu lại dạng .xlsx, hoặc lưu .csv với dấu chấm phẩy ngăn các ô.",
			"Open the original in Excel and save it as .xlsx, or as .csv with semicolons between the cells.",
		},
		Explain: Text{
			"Tệp .csv này dùng dấu phẩy để ngăn các ô. Nếu số cũng viết dấu phẩy thập phân mà không đặt trong " +
				"dấu nháy kép thì «1300,4» thành hai ô «1300» và «4». Không số liệu nào của tệp được dùng.",
			"This .csv has commas between its cells. Where numbers have a decimal comma too, without quotes, " +
				"“1300,4” becomes the two cells “1300” and “4”. None of the file's figures is used.",
		},
		Example: Text{
			"dòng «1,Thu ngân sách,1300,4» dưới tiêu đề «TT,Chỉ tiêu,Thực hiện».",
			"the row “1,Thu ngân sách,1300,4” under the heading “TT,Chỉ tiêu,Thực hiện”.",
		},
	},
	{
		Code: "B143", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Dấu nháy kép mở ở dòng {row} không được đóng, nên không biết các ô sau đó bắt đầu từ đâu.",
			"The quote opened in row {row} is never closed, so nobody knows where the cells after it begin.",
		},
		Fix: Text{
			"Mở bảng gốc bằng Excel và lưu lại dạng .xlsx; nếu tệp bị cắt cụt thì yêu cầu gửi lại.",
			"Open the original in Excel and save it as .xlsx; if the file was cut short, ask for it again.",
		},
		SenderFix: Text{
			"Mở bảng gốc bằng Excel, lưu lại dạng .xlsx rồi gửi lại.",
			"Open the original in Excel, save it as .xlsx and send it again.",
		},
		Explain: Text{
			"Trong tệp .csv, dấu nháy kép ở đầu ô bao lấy cả ô, kể cả chỗ xuống dòng; nháy kép bên trong phải " +
				"viết hai lần.",
			"In a .csv a quote at the beginning of a cell encloses it, line breaks included; a quote inside is " +
				"written twice.",
		},
		Example: Text{
			"«\"Đảng viên mới;12» thiếu nháy kép thứ hai. Không số liệu nào của tệp được dùng.",
			"«\"Đảng viên mới;12» lacks its second quote. None of the file's figures is used.",
		},
	},
	{
		Code: "B144", Severity: Warning, Audience: Sender, SenderMends: true,
		What: Text{
			"Không xác định được bảng mã của tệp chữ này nên các chữ có dấu có thể sai.",
			"The encoding of this text file could not be told, so letters with marks may be wrong.",
		},
		Fix: Text{
			"Mở bảng gốc bằng Excel và lưu lại dạng .xlsx, hoặc kiểu «CSV UTF-8».",
			"Open the original in Excel and save it as .xlsx, or as “CSV UTF-8”.",
		},
		Explain: Text{
			"Tệp không phải Unicode và các từ trong tệp không đủ để biết là TCVN3, VNI hay windows-1258. Các " +
				"con số không bị ảnh hưởng.",
			"The file is not Unicode, and its words do not tell whether it is TCVN3, VNI or windows-1258. " +
				"Numbers are not affected.",
		},
		Example: Text{"tệp chỉ có vài chữ có dấu.", "a file with only a few letters with marks."},
	},
	{
		Code: "B145", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Tệp OpenDocument (.ods) có mật khẩu nên không đọc được.",
			"The OpenDocument file (.ods) is protected by a password and cannot be read.",
		},
		Fix: Text{
			"Mở tệp bằng LibreOffice, vào Tệp > Lưu mới (Save As), bỏ dấu chọn «Lưu với mật khẩu» (Save with password) rồi " +
				"lưu lại.",
			"Open the file in LibreOffice, choose File > Save As, clear “Save with password” and save.",
		},
		Explain: Text{
			"LibreOffice mã hóa từng phần của tệp bằng mật khẩu. Mật khẩu trong BAOCAO_PASSWORDS chỉ mở được tệp Excel.",
			"LibreOffice encrypts every part of the file. The passwords of BAOCAO_PASSWORDS open files of Excel only.",
		},
		Example: Text{
			"đơn vị lưu tệp kèm mật khẩu; hãy hỏi mật khẩu, mở tệp và bỏ mật khẩu đi.",
			"a unit saved the file with a password; ask for it, open the file and remove it.",
		},
	},
	{
		Code: "B146", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Đây là tệp Numbers (hoặc Pages, Keynote) của máy Apple, chương trình không đọc được.",
			"This is a file of Apple's Numbers (or Pages, Keynote), which is not read.",
		},
		Fix: Text{
			"Mở tệp bằng Numbers, chọn Tệp > Xuất sang > Excel…, rồi nộp tệp .xlsx vừa xuất.",
			"Open it in Numbers, choose File > Export To > Excel…, and hand in the .xlsx file.",
		},
		Explain: Text{
			"Numbers lưu bảng theo cách riêng của Apple. Khi không có máy Mac, mở tệp ở trang icloud.com cũng xuất được Excel.",
			"Numbers keeps tables in a way of its own. Without a Mac the file can be exported at icloud.com too.",
		},
		Example: Text{
			"bieu.numbers, kể cả khi đổi đuôi thành .xlsx hoặc nén lại thành .zip.",
			"bieu.numbers, also when renamed to .xlsx or packed as .zip.",
		},
	},
	{
		Code: "B147", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{"Đây là {what}, không phải bảng tính.", "This is {what}, not a spreadsheet."},
		Fix: Text{
			"Yêu cầu đơn vị gửi tệp Excel (.xlsx) theo biểu mẫu.",
			"Ask the unit for the Excel file (.xlsx) of its form.",
		},
		SenderFix: Text{"Gửi tệp Excel (.xlsx) theo biểu mẫu.", "Send an Excel file (.xlsx) in the form."},
		Explain: Text{
			"Nhiều loại tệp bên trong là tệp nén như .zip, kể cả khi mang đuôi .xlsx; chương trình nhận ra chúng theo nội dung.",
			"Many kinds of files are archives like .zip inside, also when they are called .xlsx; they are told by their " +
				"content.",
		},
		Example: Text{
			"bản trình chiếu báo cáo được gửi thay cho biểu số liệu.",
			"the slides of the report, sent in place of its table.",
		},
	},
	{
		Code: "B148", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Đây chỉ là lối tắt đến một bảng trên Google Drive (.gsheet), trong tệp không có số liệu.",
			"This is only a link to a sheet on Google Drive (.gsheet); the file holds no figure.",
		},
		Fix: Text{
			"Mở bảng trên Google Trang tính, chọn Tệp > Tải xuống > Microsoft Excel (.xlsx), rồi nộp tệp vừa tải.",
			"Open it in Google Sheets, choose File > Download > Microsoft Excel (.xlsx), and hand in that file.",
		},
		Explain: Text{
			"Google Drive để trong thư mục một tệp nhỏ chứa địa chỉ của bảng; bảng nằm trên mạng. Chương trình không kết nối mạng.",
			"Google Drive keeps a small file with the sheet's address in the folder; the sheet itself is on the network, " +
				"to which the program never connects.",
		},
		Example: Text{
			"tệp so-lieu.gsheet chép từ ổ Google Drive.",
			"so-lieu.gsheet copied from a Google Drive folder.",
		},
	},
	{
		Code: "B149", Severity: Warning, Audience: Sender, SenderMends: true,
		What: Text{
			"Trên sheet này có hình vẽ mà chương trình không đọc được chữ bên trong; nếu chữ ấy nói về số liệu thì chưa ai " +
				"xét đến.",
			"Something drawn on this sheet may hold words that could not be read; if they speak of figures, nobody has " +
				"looked at them yet.",
		},
		Fix: Text{
			"Mở tệp, xem các hộp chữ và hình vẽ; chữ nào nói về số liệu thì hỏi đơn vị rồi quyết định.",
			"Open the file and look at its boxes and shapes; ask the unit about what they say of figures.",
		},
		SenderFix: Text{
			"Chép lời trong hộp chữ, hình vẽ vào ô của bảng tính rồi gửi lại.",
			"Copy the words in boxes and shapes into cells, and send the file again.",
		},
		Explain: Text{
			"Hộp chữ và hình có chữ của Excel, LibreOffice và Word được đọc như lời ghi cạnh bảng. SmartArt, hộp chữ của Excel 95 và " +
				"hình bị hỏng thì không đọc được.",
			"Text boxes and shapes of Excel, LibreOffice and Word are read as remarks beside the table. SmartArt, boxes of " +
				"Excel 95 and damaged shapes are not.",
		},
		Example: Text{
			"một sơ đồ SmartArt đặt trên bảng.",
			"a SmartArt diagram laid over the table.",
		},
	},
	{
		Code: "B952", Severity: Error, Audience: Sender, SenderMends: true,
		What: Text{
			"Đây là dữ liệu JSON (chương trình ghi cho chương trình), không phải bảng số liệu; chưa lấy số nào.",
			"This is JSON, which programs write for programs, and no table of figures; nothing of it counts.",
		},
		Fix: Text{
			"Xin đơn vị biểu mẫu hoặc bảng tính. Báo cáo của cấp dưới (ket-qua.json) thì nộp vào thư mục có tong-hop.toml, đúng tệp " +
				"baocao lập ra, không lưu lại bằng Notepad (UTF-16).",
			"Ask the unit for its form or a spreadsheet. A lower committee's report (ket-qua.json) goes into a folder with " +
				"tong-hop.toml, as baocao wrote it, not saved anew by Notepad (UTF-16).",
		},
		SenderFix: Text{
			"Gửi biểu mẫu hoặc bảng tính; báo cáo lập bằng baocao thì gửi nguyên tệp ket-qua.json, không mở ra lưu lại.",
			"Send the form or a spreadsheet; of a report made by baocao send ket-qua.json as it is, without saving it anew.",
		},
		Explain: Text{
			"Đọc như bảng thì mỗi dấu phẩy của JSON thành một cột, số nào cũng có thể bị lấy nhầm. Trong thư mục tổng hợp, ket-qua.json được đọc " +
				"khi còn nguyên dạng UTF-8 mà chương trình ghi.",
			"Read as a table, each comma of JSON would begin a column, and any number might be taken for a figure. In a folder that " +
				"takes lower reports, ket-qua.json is read in UTF-8, as the program writes it.",
		},
		Example: Text{
			"ket-qua.json mở bằng Notepad rồi lưu với mã hóa «Unicode».",
			"ket-qua.json opened in Notepad and saved as “Unicode”.",
		},
	},
}
