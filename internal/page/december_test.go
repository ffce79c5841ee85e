package page_test

import (
	"errors"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"baocao/internal/app"
	"baocao/internal/journal"
)

// secondVersion is a ward's second file: 352 becomes 101, and the indicator is missed.
func (o *office) secondVersion() {
	o.t.Helper()
	write(o.t, filepath.Join(o.dir, app.DropDir, "phuong", "phuong bac son lan 2.csv"),
		"Đơn vị: Phường Bắc Sơn,,,\nTT,Chỉ tiêu,Đơn vị tính,Kết quả năm 2022\n"+
			"1,Số lượt lao động được giải quyết việc làm trong năm 2022,lượt lao động,101\n")
}

// The report was mailed, then a ward sends another figure: the first page and that of
// changes say which verdict flipped, from which cell, before anything is built; a build
// makes it a second report.
func TestWhatChangedSinceTheMailIsTold(t *testing.T) {
	t.Parallel()
	o := enter(t, kienAn(t))
	if text := o.get("/thay-doi"); !has("Chưa có báo cáo để so sánh")(text) {
		t.Error(words(text))
	}
	o.post("/lap-bao-cao", nil)
	if text := o.get("/thay-doi"); !has("Chưa soạn thư gửi báo cáo nào", "Chưa có lần lập nào trước")(text) {
		t.Error(words(text))
	}
	o.post("/thu-bao-cao", nil)
	o.secondVersion()
	text := o.shows("/", has("So với báo cáo đã gửi:", "Vượt</span> → "))
	if !has("So với báo cáo đã gửi: 2 đánh giá, 1 số liệu thay đổi", "Vượt → Chưa có số liệu")(words(text)) {
		t.Error(words(text))
	}
	told := has("Từ báo cáo lần 1 (soạn thư gửi", "số liệu hiện nay (chưa lập báo cáo)",
		"11.1. Giải quyết việc làm", "Vượt", "Chưa có số liệu", "3.311 lượt lao động chưa có",
		"Phường Bắc Sơn", "352 [1-nop-vao-day/phuong/phuong-bac-son.xlsx, sheet «Số liệu», ô G7]",
		"101 [1-nop-vao-day/phuong/phuong bac son lan 2.csv", "mới: 1-nop-vao-day/phuong/phuong bac son lan 2.csv")
	text = o.get("/thay-doi")
	if !told(words(text)) {
		t.Errorf("%s", words(text))
	}
	if strings.Index(text, "Chỉ tiêu đổi đánh giá") > strings.Index(text, "Số liệu thay đổi") {
		t.Error("flipped verdicts do not stand first")
	}
	o.post("/lap-bao-cao", nil)
	if text = words(o.get("/thay-doi")); !has("Từ báo cáo lần 1", "đến báo cáo lần 2")(text) ||
		strings.Contains(text, "Tệp chưa vào báo cáo") {
		t.Error(text)
	}
	if text = words(o.get("/thay-doi/1")); !has("Thay đổi so với báo cáo lần 1", "3.311 lượt lao động chưa có")(text) {
		t.Error(text)
	}
}

// Somebody wants last week's report again: the list has it with who built it and whom it
// went to, its effect is told first, one click puts it back, one takes that back.
func TestAnEarlierReportIsPutBack(t *testing.T) {
	t.Parallel()
	o := enter(t, kienAn(t))
	if text := o.get("/cac-lan"); !has("Chưa giữ báo cáo nào")(text) {
		t.Error(words(text))
	}
	o.post("/lap-bao-cao", nil)
	first := read(t, filepath.Join(o.dir, app.ReportDir, "ket-qua.json"))
	o.post("/thu-bao-cao", nil)
	o.secondVersion()
	o.shows("/", has("So với báo cáo đã gửi", "Vượt</span> → "))
	o.post("/lap-bao-cao", nil)
	second := read(t, filepath.Join(o.dir, app.ReportDir, "ket-qua.json"))
	text := o.get("/cac-lan")
	if !has("Lần 2 đang ở 2-bao-cao", "Lần 1", "Nguyễn Thị Hoa", "chưa đầy đủ", "soạn lúc", "chưa soạn thư",
		"Nguyễn Thị Hoa: lập báo cáo cả năm")(words(text)) {
		t.Error(words(text))
	}
	if got := o.get("/cac-lan/1/tep/ket-qua.json"); got != first {
		t.Error("the file of report 1 is another one")
	}
	text = o.get("/cac-lan/1")
	if !has("Đặt lại báo cáo lần 1", "báo cáo lần 2", "chưa có 3.311 lượt lao động")(words(text)) {
		t.Error(words(text))
	}
	shown := url.Values{"seen": {seen(t, text)}}
	// Somebody else has built meanwhile: what was shown is not what would happen.
	if text := o.post("/cac-lan/1/dat-lai", url.Values{"seen": {"1"}}); !has("đã khác so với lúc mở trang")(text) {
		t.Error(words(text))
	}
	text = o.post("/cac-lan/1/dat-lai", shown)
	if !has("Đã đặt lại báo cáo lần 1", "Báo cáo vừa được thay là lần 2", "Báo cáo lần 1 đã được đặt lại, thay lần 2",
		"Lần 1 Nguyễn Thị Hoa: đặt lại báo cáo này vào 2-bao-cao")(words(text)) {
		t.Error(words(text))
	}
	if read(t, filepath.Join(o.dir, app.ReportDir, "ket-qua.json")) != first {
		t.Error("report 1 is not in place")
	}
	_, form, _ := strings.Cut(text, `action="/cac-lan/2/dat-lai"`)
	text = o.post("/cac-lan/2/dat-lai", url.Values{"seen": {seen(t, form)}})
	if !has("Đã đặt lại báo cáo lần 2")(text) ||
		read(t, filepath.Join(o.dir, app.ReportDir, "ket-qua.json")) != second {
		t.Error(words(text))
	}
	// One of which a file was changed cannot be had.
	write(t, filepath.Join(o.dir, app.JournalDir, journal.KeptDir, "0001", "PhuLuc-2022.xlsx"), "x")
	for path, want := range map[string]int{"/cac-lan/1": http.StatusNotFound, "/cac-lan/9": http.StatusNotFound,
		"/cac-lan/1/tep/ket-qua.json": http.StatusNotFound, "/thay-doi/9": http.StatusNotFound} {
		if status, _ := o.ask(http.MethodGet, path, nil, nil); status != want {
			t.Errorf("%s: %d", path, status)
		}
	}
	if text = o.post("/cac-lan/1/dat-lai", url.Values{"seen": {"2"}}); !has("không còn giữ nguyên bộ")(text) {
		t.Error(words(text))
	}
}

// The figures are frozen for signing and unfrozen from the page: who, when and why is
// kept; what arrives meanwhile stands beside the report with what it would change.
func TestTheFiguresAreFrozenFromThePage(t *testing.T) {
	t.Parallel()
	o := enter(t, kienAn(t))
	if text := o.get("/chot"); !has("Chưa có báo cáo để chốt")(text) {
		t.Error(words(text))
	}
	o.post("/lap-bao-cao", nil)
	text := o.get("/chot")
	if !has("Báo cáo lần 1, lập lúc", "chưa đầy đủ")(text) {
		t.Error(words(text))
	}
	if text := o.post("/chot", url.Values{"seen": {"7"}}); !has("đã khác so với lúc mở trang")(text) {
		t.Error(words(text))
	}
	text = o.post("/chot", url.Values{"seen": {seen(t, text)}, "reason": {"trình <b>ký</b>"}})
	if !has("Đã chốt số liệu báo cáo lần 1", "Số liệu đã chốt lúc", "(Nguyễn Thị Hoa, báo cáo lần 1)",
		"Lý do: trình &lt;b&gt;ký&lt;/b&gt;", "Chưa có tệp nào đến sau")(text) {
		t.Error(words(text))
	}
	if text := o.post("/chot", url.Values{"seen": {"1"}}); !has("Số liệu đã chốt lúc", `class="note bad"`)(text) {
		t.Error(words(text))
	}
	o.secondVersion()
	o.shows("/", has("Số liệu đã chốt lúc", "Tệp đến hoặc thay đổi sau khi chốt: 1"))
	before := read(t, filepath.Join(o.dir, app.ReportDir, "ket-qua.json"))
	if text = o.get("/chot"); !has("phuong bac son lan 2.csv", "Phường Bắc Sơn", "chưa có")(text) {
		t.Error(words(text))
	}
	o.post("/lap-bao-cao", nil)
	if read(t, filepath.Join(o.dir, app.ReportDir, "ket-qua.json")) != before {
		t.Error("the frozen report was replaced")
	}
	text = o.post("/bo-chot", url.Values{"reason": {"Bắc Sơn gửi lại"}})
	if !has("Đã bỏ chốt báo cáo lần 1")(text) {
		t.Error(words(text))
	}
	if text = o.post("/bo-chot", nil); !has("Số liệu chưa chốt")(text) {
		t.Error(words(text))
	}
	if j := o.journal(); !has("Lần 1 Nguyễn Thị Hoa: chốt số liệu (trình <b>ký</b>)",
		"Lần 1 Nguyễn Thị Hoa: bỏ chốt số liệu (Bắc Sơn gửi lại)")(j) {
		t.Error(j)
	}
	// What was noted by versions before stays as it is.
	if _, err := os.Stat(filepath.Join(o.dir, app.JournalDir, "viec-da-lam.txt")); !errors.Is(err, os.ErrNotExist) {
		t.Error("there is a second log")
	}
}
