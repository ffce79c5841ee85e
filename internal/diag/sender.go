package diag

// SenderFix prints how the unit that sent a file mends a problem in it. The
// office's own fix often begins with asking the unit, or is about the office's
// files; ok is false for what is not the sender's to mend.
func (p Problem) SenderFix(lang Lang) (fix string, ok bool) {
	if p.Key < "B110" || p.Key >= "B500" || officeOnly[p.Key] {
		return "", false
	}
	if t, told := senderFixes[p.Key]; told {
		return fill(t.In(lang), p.Args, lang), true
	}
	return p.Fix(lang), true
}

// officeOnly are the problems that only the office can mend: files nobody is
// known to have sent, decisions, comparisons with other units.
var officeOnly = map[string]bool{
	"B131": true, "B132": true, "B133": true, "B200": true, "B201": true, "B202": true, "B212": true, "B224": true, "B230": true, "B233": true, "B234": true, "B235": true, "B236": true,
	"B250": true, "B251": true, "B253": true, "B260": true, "B261": true, "B262": true,
	"B401": true, "B403": true, "B404": true, "B405": true, "B411": true, "B419": true,
}

// senderFixes are said to the sender in place of the office's fix.
var senderFixes = map[string]Text{
	"B110": {"Gửi lại tệp.", "Send the file again."},
	"B113": {"Gửi các bảng tính ở trong tệp nén, hoặc nén lại dạng .zip.", "Send the spreadsheets inside, or pack them as .zip."},
	"B115": {"Gửi tệp Excel (.xlsx) theo biểu mẫu; bản PDF chỉ dùng để đối chiếu.", "Send an Excel file (.xlsx) in the form; a PDF is only for comparison."},
	"B116": {"Điền biểu mẫu Excel (.xlsx) gửi kèm và gửi lại.", "Fill the Excel form (.xlsx) that is attached and send it."},
	"B119": {"Gửi tệp Excel (.xlsx) theo biểu mẫu.", "Send an Excel file (.xlsx) in the form."},
	"B120": {"Gửi lại tệp; nếu Excel còn mở được thì lưu thành tệp mới rồi gửi.", "Send the file again; if Excel still opens it, save it as a new file first."},
	"B121": {"Gửi lại tệp; nếu Excel còn mở được thì kiểm tra từng số, lưu thành tệp mới rồi gửi.", "Send the file again; if Excel still opens it, check every figure and save it as a new file first."},
	"B134": {"Gửi lại tệp theo biểu mẫu.", "Send the file again, in the form."},
	"B143": {"Mở bảng gốc bằng Excel, lưu lại dạng .xlsx rồi gửi lại.", "Open the original in Excel, save it as .xlsx and send it again."},
	"B210": {"Điền biểu mẫu của năm {want}.", "Fill the form for {want}."},
	"B211": {"Điền biểu mẫu của Nghị quyết số {want}.", "Fill the form for resolution {want}."},
	"B231": {"Cho biết số nào đúng: gửi lại tệp có số đúng, ghi ngày báo cáo mới hoặc thêm «lần 2» vào tên tệp.", "Say which is right: send the file with the right figure again, with a new date in it or “lần 2” in its name."},
	"B232": {"Nếu bỏ số cũ thì chọn «Không phát sinh» hoặc nhập số mới; nếu tệp chỉ để bổ sung thì thêm «bổ sung» vào tên tệp.", "To withdraw the old figures choose “Không phát sinh” or give new ones; if the file only adds to the earlier one, put “bổ sung” into its name."},
	"B240": {"Đặt tên cột số liệu là «Thực hiện năm {year}», hoặc điền biểu mẫu của đơn vị.", "Head the column of figures “Thực hiện năm {year}”, or fill the unit's form."},
	"B241": {"Ghi rõ năm và nội dung ở tiêu đề của từng cột.", "Put the year and the content into each column's heading."},
	"B242": {"Ghi số thực hiện, không ghi số ước.", "Give the figures achieved, not estimates."},
	"B244": {"Ghi nội dung của dòng đúng như trong biểu mẫu của đơn vị.", "Write the row's label as in the unit's form."},
	"B246": {"Ghi hai con số đó thành hai dòng, hoặc điền biểu mẫu.", "Give those two numbers in two rows, or fill the form."},
	"B247": {"Gửi số liệu cả năm; nếu cột đã là cả năm thì ghi năm vào tiêu đề của cột, ví dụ «Thực hiện năm {want}».", "Send the figures of the whole year; if the column holds them, put the year into its heading, such as “Thực hiện năm {want}”."},
	"B248": {"Kiểm tra ngày ghi trong tệp, và số liệu có phải của cả năm {want} không.", "Check the date in the file, and that the figures are of the whole of {want}."},
	"B252": {"Ghi số liệu này vào đúng chỗ của bảng, hoặc điền biểu mẫu của đơn vị.", "Put the figure in its place in the table, or fill the unit's form."},
	"B313": {"Ghi con số chính xác.", "Give the exact number."},
	"B314": {"Ghi con số thực hiện chính xác.", "Give the exact number achieved."},
	"B408": {"Kiểm tra lại số liệu; có thể hai ô bị điền đổi chỗ hoặc sai đơn vị tính.", "Check the figures; two cells may have been swapped, or the unit of measurement may be wrong."},
	"B409": {"Ghi lại các tỷ trọng sao cho cộng lại đúng 100%.", "Give shares that add up to exactly 100%."},
	"B410": {"Kiểm tra lại số này; nếu đúng thì giải thích ở cột Ghi chú.", "Check this number; if it is right, explain it in the column Ghi chú."},
	"B412": {"Kiểm tra lại cả hai số; có thể hai ô bị điền đổi chỗ.", "Check both; they may have been swapped."},
	"B413": {"Kiểm tra lại tỷ lệ này; có thể thiếu dấu phẩy thập phân.", "Check this rate; its decimal comma may be missing."},
	"B414": {"Kiểm tra lại cả hai số; có thể hai ô bị điền đổi chỗ.", "Check both; they may have been swapped."},
	"B415": {"Kiểm tra đơn vị tính và loại giá của hai số; nếu đúng thì giải thích ở cột Ghi chú.", "Check the units and prices of the two; if they are right, explain it in the column Ghi chú."},
	"B416": {"Kiểm tra lại số năm trước; nếu số đã được điều chỉnh thì giải thích ở cột Ghi chú.", "Check last year's figure; if it was revised, explain it in the column Ghi chú."},
	"B417": {"Kiểm tra đơn vị tính và dấu phân cách của số này; nếu đúng thì giải thích ở cột Ghi chú.", "Check its unit and separators; if it is right, explain it in the column Ghi chú."},
	"B418": {"Kiểm tra số và danh sách; mỗi tên cách nhau bằng dấu chấm phẩy hoặc xuống dòng.", "Check the count and the list; names are separated by semicolons or lines."},
}
