package page_test

import (
	"context"
	"errors"
	"html"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"baocao/internal/app"
	"baocao/internal/journal"
)

// takeBack takes a decision back by its button on a page.
func (o *office) takeBack(text, action string) string {
	o.t.Helper()
	_, form, ok := strings.Cut(text, `action="`+action+`"`)
	if !ok {
		o.t.Fatalf("no %s:\n%s", action, words(text))
	}
	return o.post(action, url.Values{"seen": {seen(o.t, form)}})
}

// journal is what the log of the folder tells people.
func (o *office) journal() string {
	o.t.Helper()
	var lines []string
	for line := range strings.Lines(read(o.t, filepath.Join(o.dir, app.JournalDir, journal.LogFile))) {
		told, _, _ := strings.Cut(line, "\t")
		if !strings.Contains(told, "#") {
			lines = append(lines, told)
		}
	}
	return strings.Join(lines, "\n")
}

// The clerk asks Văn Đẩu, is told that it is 346, writes it, and takes it back when the
// ward calls again.
func TestAQuestionIsSettledAndTakenBack(t *testing.T) {
	t.Parallel()
	o := enter(t, kienAn(t))
	home := o.get("/")
	if !has("Câu hỏi cần trả lời: 1", "khoảng 350", "Phường Văn Đẩu", "có số phải sửa", "Bảo hiểm xã hội quận",
		"chưa gửi, nợ 2 số")(home) {
		t.Fatal(words(home))
	}
	asked := o.get("/cau-hoi/bs5m")
	if !has("350 lượt lao động", `class="here"`, "khoảng 350", "Số hộ nghèo có đến cuối năm 2022")(asked) {
		t.Fatal(words(asked))
	}
	text := o.post("/cau-hoi/bs5m", url.Values{"seen": {seen(t, asked)}, "value": {"3"}, "reason": {"Phường xác nhận"}})
	if !has("Đã ghi câu trả lời", "11.1 Giải quyết việc làm", "Câu hỏi cần trả lời: 0",
		`action="/quyet-dinh/1/lay-lai"`, "Nguyễn Thị Hoa")(text) {
		t.Fatal(words(text))
	}
	decided := read(t, filepath.Join(o.dir, "quyet-dinh-so-lieu.toml"))
	if !has(`id      = "bs5m"`, "value   = 3\n", `by      = "Nguyễn Thị Hoa"`, "Phường xác nhận")(decided) {
		t.Errorf("what was typed is a value, whatever number it is:\n%s", decided)
	}
	text = o.takeBack(text, "/quyet-dinh/1/lay-lai")
	if !has("Đã lấy lại quyết định", "Câu hỏi cần trả lời: 1")(text) || strings.Contains(text, "/1/lay-lai") {
		t.Fatal(words(text))
	}
	if strings.Contains(read(t, filepath.Join(o.dir, "quyet-dinh-so-lieu.toml")), "bs5m") {
		t.Error("the answer is still there")
	}
	// One click.
	text = o.post("/cau-hoi/bs5m", url.Values{"seen": {seen(t, o.get("/cau-hoi/bs5m"))}, "choice": {"1"}})
	if !has("Đã ghi câu trả lời", "Câu hỏi cần trả lời: 0")(text) {
		t.Fatal(words(text))
	}
	if j := o.journal(); strings.Count(j, "\n") != 2 || !has("Nguyễn Thị Hoa: trả lời câu hỏi bs5m: 3 (",
		"Nguyễn Thị Hoa: lấy lại quyết định «Phường Văn Đẩu, ", "trả lời câu hỏi bs5m: 350 lượt lao động")(j) {
		t.Errorf("who did what:\n%s", j)
	}
}

// An answer is to the question that was shown: when the ward sends another file while
// the page is open, the old page's answer is not taken.
func TestAnAnswerToAnotherQuestionIsRefused(t *testing.T) {
	t.Parallel()
	o := enter(t, kienAn(t))
	shown := seen(t, o.get("/cau-hoi/bs5m"))
	before := read(t, filepath.Join(o.dir, "quyet-dinh-so-lieu.toml"))
	for name, form := range map[string]url.Values{
		"of another question":         {"seen": {"0123456789abcdef"}, "choice": {"1"}},
		"without a sign":              {"choice": {"1"}},
		"no choice":                   {"seen": {shown}},
		"a number that no answer has": {"seen": {shown}, "choice": {"7"}},
		"words":                       {"seen": {shown}, "value": {"nhiều lắm"}},
		"read in two ways":            {"seen": {shown}, "value": {"1,250.5.1"}},
	} {
		text := o.post("/cau-hoi/bs5m", form)
		if !has("hưa ghi gì", `class="note bad"`)(text) {
			t.Errorf("%s:\n%s", name, words(text))
		}
	}
	o.post("/cau-hoi/khong-co", url.Values{"seen": {shown}, "choice": {"1"}})
	o.post("/quyet-dinh/0/lay-lai", nil)
	o.post("/quyet-dinh/7/lay-lai", nil)
	o.post("/quyet-dinh/-1/lay-lai", nil)
	if read(t, filepath.Join(o.dir, "quyet-dinh-so-lieu.toml")) != before {
		t.Error("something was written")
	}
	if _, err := os.Stat(filepath.Join(o.dir, app.JournalDir, journal.LogFile)); !errors.Is(err, os.ErrNotExist) {
		t.Error("what was not done was written down")
	}
}

// A file that is dropped is read, and the page shows it by itself.
func TestADroppedFileIsRead(t *testing.T) {
	t.Parallel()
	o := enter(t, kienAn(t))
	csv := "Đơn vị: Bảo hiểm xã hội quận,,,\nTT,Chỉ tiêu,Đơn vị tính,Kết quả năm 2022\n" +
		"1,Số người tham gia bảo hiểm y tế,người,110500\n2,Dân số thường trú của quận,người,118000\n"
	_, text := o.upload("/nop", given{field: "unit", content: "bao-hiem-xa-hoi"},
		given{"file", "BHXH báo cáo.csv", csv})
	if !has("Đã nhận 1 tệp: 1-nop-vao-day/bao-hiem-xa-hoi/BHXH báo cáo.csv", "<h1>Bảo hiểm xã hội quận")(text) {
		t.Fatal(words(text))
	}
	if read(t, filepath.Join(o.dir, app.DropDir, "bao-hiem-xa-hoi", "BHXH báo cáo.csv")) != csv {
		t.Error("the file is another one")
	}
	o.shows("/don-vi/bao-hiem-xa-hoi", has("Đơn vị đã gửi đủ", "BHXH báo cáo.csv"))
	if !has(`93,64%`)(o.get("/")) {
		t.Error("the figure is not on the first page")
	}
	// Once more: it is there already, and is not put there again.
	o.upload("/nop", given{field: "unit", content: "bao-hiem-xa-hoi"}, given{"file", "BHXH báo cáo.csv", csv})
	if entries, _ := os.ReadDir(filepath.Join(o.dir, app.DropDir, "bao-hiem-xa-hoi")); len(entries) != 1 {
		t.Errorf("%d files", len(entries))
	}
	if _, text := o.upload("/nop", given{"file", "", ""}); !strings.Contains(text, "Chưa chọn tệp nào") {
		t.Error(words(text))
	}
	if !has("nộp 1 tệp: 1-nop-vao-day/bao-hiem-xa-hoi/BHXH báo cáo.csv")(o.journal()) {
		t.Error(o.journal())
	}
}

// The report is built and read in the browser; a unit's form and its marked file are
// there to be sent.
func TestTheReportIsBuiltAndGiven(t *testing.T) {
	t.Parallel()
	o := enter(t, kienAn(t))
	text := o.post("/lap-bao-cao", nil)
	if !has("Đã lập báo cáo trong thư mục 2-bao-cao; số liệu CHƯA đầy đủ", `href="/bao-cao/BaoCao-2022.pdf"`,
		`href="/bao-cao/SoLieu-2022.xlsx"`)(text) {
		t.Fatal(words(text))
	}
	for _, c := range []struct{ path, kind, how, begins string }{
		{"/bao-cao/BaoCao-2022.pdf", "application/pdf", "inline; filename=BaoCao-2022.pdf", "%PDF-1.7"},
		{"/bao-cao/ket-qua.json", "application/json", "attachment; filename=ket-qua.json", "{"},
		{"/don-vi/phuong-van-dau/bieu-mau", sheet, "attachment; filename=bieu-mau-phuong-van-dau.xlsx", "PK"},
		{"/don-vi/phuong-van-dau/can-sua/0", sheet, "attachment; filename=can-sua-phuong-van-dau.xlsx", "PK"},
	} {
		answer, err := o.client.Get(o.root + c.path)
		if err != nil {
			t.Fatal(err)
		}
		_ = answer.Body.Close()
		if got := o.get(c.path); !strings.HasPrefix(got, c.begins) || answer.Header.Get("Content-Type") != c.kind ||
			answer.Header.Get("Content-Disposition") != c.how {
			t.Errorf("%s: %.20q, %v", c.path, got, answer.Header)
		}
	}
	if got := o.get("/bao-cao/ket-qua.json"); got != read(t, filepath.Join(o.dir, app.ReportDir, "ket-qua.json")) {
		t.Error("the file that is given is another one")
	}
	if !has("Nguyễn Thị Hoa: lập báo cáo cả năm, chưa đầy đủ")(o.journal()) {
		t.Error(o.journal())
	}
}

const sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// Letters to those that owe, the letter with the report, and the forms, without a
// terminal; they are opened in Outlook from the page.
func TestLettersAndForms(t *testing.T) {
	t.Parallel()
	o := enter(t, kienAn(t))
	if text := o.post("/thu-bao-cao", nil); !has("Chưa soạn thư: chưa có báo cáo")(text) {
		t.Error(words(text))
	}
	o.post("/lap-bao-cao", nil)
	text := o.post("/thu-bao-cao", nil)
	if !has("Đã soạn thư nháp thu-bao-cao-2022.eml", "báo cáo trong thư này chưa đầy đủ",
		`href="/thu/thu-bao-cao-2022.eml"`)(text) {
		t.Fatal(words(text))
	}
	text = o.post("/thu-nhac", nil)
	if !has("Đã soạn 2 thư nháp trong nhat-ky: nhac-bao-hiem-xa-hoi.eml; nhac-phuong-van-dau.eml")(text) {
		t.Fatal(words(text))
	}
	if got := o.get("/thu/nhac-phuong-van-dau.eml"); !has("X-Unsent: 1", "bieu-mau-phuong-van-dau.xlsx")(got) {
		t.Errorf("%.400s", got)
	}
	if status, _ := o.ask(http.MethodGet, "/thu/"+journal.LogFile, nil, nil); status != http.StatusNotFound {
		t.Errorf("what is no letter is given: %d", status)
	}
	if text = o.post("/bieu-mau", nil); !has("23")(text) || read(t, filepath.Join(o.dir, app.FormsDir,
		"phuong-van-dau.xlsx")) == "" {
		t.Error(words(text))
	}
	// A ward that owes nothing any more is not reminded; its draft of before is gone, and that is said.
	o.post("/cau-hoi/bs5m", url.Values{"seen": {seen(t, o.get("/cau-hoi/bs5m"))}, "choice": {"1"}})
	if text = o.post("/thu-nhac", nil); !has("Đã soạn 1 thư nháp",
		"Đã bỏ thư nháp nhat-ky/nhac-phuong-van-dau.eml")(text) {
		t.Error(words(text))
	}
	if j := o.journal(); !has("soạn 2 thư nhắc", "Nguyễn Thị Hoa: soạn thư gửi báo cáo", "ghi 23 biểu mẫu")(j) {
		t.Error(j)
	}
}

// Two files of one ward contradict each other: the question shows both cells, and a
// click settles which counts.
func TestAConflictIsSettled(t *testing.T) {
	t.Parallel()
	dir := kienAn(t)
	form := func(name, figure string) {
		write(t, filepath.Join(dir, app.DropDir, name), "Đơn vị: Chi cục Thuế quận,,,\n"+
			"TT,Chỉ tiêu,Đơn vị tính,Kết quả năm 2022\n1,Số doanh nghiệp đang hoạt động,doanh nghiệp,"+figure+"\n")
	}
	form("thue a.csv", "1090")
	o := enter(t, dir)
	text := o.get("/")
	ids := paths(text)
	found := ""
	for _, path := range ids {
		if page := o.get(path); has("1.090", "1.086")(page) || has("1090", "1086")(page) {
			found = path
			if strings.Count(page, `aria-current="true"`) < 2 {
				t.Errorf("not both cells are shown:\n%s", words(page))
			}
		}
	}
	if found == "" {
		t.Fatalf("no conflict among %v:\n%s", ids, words(text))
	}
	text = o.post(found, url.Values{"seen": {seen(t, o.get(found))}, "choice": {"1"}})
	if !has("Đã ghi câu trả lời")(text) || strings.Contains(text, found+`"`) {
		t.Error(words(text))
	}
}

// The figures are frozen for signing: the page builds nothing over them, and says so. A
// report that has its letter is not mailed as a new one.
func TestWhatIsFrozenStands(t *testing.T) {
	t.Parallel()
	o := enter(t, kienAn(t))
	o.post("/lap-bao-cao", nil)
	o.post("/thu-bao-cao", nil)
	if text := o.post("/thu-bao-cao", nil); !has("chính báo cáo này đã có thư")(text) {
		t.Error(words(text))
	}
	if _, err := app.Freeze(t.Context(), o.dir, "Lê Văn Bình", "trình ký"); err != nil {
		t.Fatal(err)
	}
	before := read(t, filepath.Join(o.dir, app.ReportDir, "ket-qua.json"))
	o.post("/cau-hoi/bs5m", url.Values{"seen": {seen(t, o.get("/cau-hoi/bs5m"))}, "choice": {"1"}})
	if text := o.post("/lap-bao-cao", nil); !has("Số liệu đã chốt", "Lê Văn Bình")(text) {
		t.Error(words(text))
	}
	if read(t, filepath.Join(o.dir, app.ReportDir, "ket-qua.json")) != before {
		t.Error("the frozen report was replaced")
	}
}

// A figure is followed from the first page down to the cell it stands in.
func TestAFigureIsTracedToItsCell(t *testing.T) {
	t.Parallel()
	o := enter(t, kienAn(t))
	if !strings.Contains(o.get("/"), `href="/chi-tieu/15.1"`) {
		t.Fatal(words(o.get("/")))
	}
	text := o.get("/chi-tieu/11.1")
	if !has("từ 3.300 lượt lao động trở lên", "3.311 lượt lao động", "Phường Quán Trữ", "446",
		"sheet «Số liệu», ô G7", `href="/chi-tieu/11.1/o/6"`, "cộng 9 số liệu = 3.311")(text) {
		t.Fatal(words(text))
	}
	if text := o.get("/chi-tieu/11.1/o/6"); !has("Phường Quán Trữ", `class="here" aria-current="true">446<`)(text) {
		t.Fatal(words(text))
	}
	if text := o.get("/chi-tieu/11"); !has("11.1. ", "11.2. ", "91,35%")(text) {
		t.Fatal(words(text))
	}
	if text := o.get("/don-vi/phuong-van-dau"); !has("Số phải sửa: 1", "Kính gửi: Phường Văn Đẩu",
		"Tải bản đánh dấu")(text) {
		t.Fatal(words(text))
	}
}

// The leader wants another sentence; when it is kept it is in the report, and it can be
// the program's again.
func TestAParagraphIsWritten(t *testing.T) {
	t.Parallel()
	o := enter(t, kienAn(t))
	text := o.get("/loi-van")
	const id = "chi-tieu-10"
	said := saidIn(t, text, id)
	post := func(do, words, seen string) string {
		return o.post("/loi-van/"+id, url.Values{"do": {do}, "text": {words}, "seen": {seen}})
	}
	const wanted = "Trong năm, quận có thêm **01 trường** đạt chuẩn quốc gia\r\n<script>alert(1)</script>."
	text = post("write", wanted, said)
	if !has("Đã lưu đoạn «chi-tieu-10» vào loi-van/doan/chi-tieu-10.md", "Trong năm, quận có thêm 01 trường")(text) ||
		strings.Contains(text, "<script>alert") {
		t.Fatal(words(text))
	}
	own := read(t, filepath.Join(o.dir, "loi-van", "doan", id+".md"))
	if !strings.Contains(own, "quận có thêm **01 trường**") || strings.Contains(own, "\r") {
		t.Error(own)
	}
	// Another page that still shows the old words does not write over the new ones.
	if text = post("write", "Lời khác.", said); !has("đã thay đổi từ lúc mở trang")(text) {
		t.Error(words(text))
	}
	if text = post("write", "  ", saidIn(t, text, id)); !has("ô lời văn để trống")(text) {
		t.Error(words(text))
	}
	if read(t, filepath.Join(o.dir, "loi-van", "doan", id+".md")) != own {
		t.Error("the words were written over")
	}
	// Nobody drops or keeps what he has not read: a colleague has written in the file meanwhile.
	shown := saidIn(t, text, id)
	file := filepath.Join(o.dir, "loi-van", "doan", id+".md")
	write(t, file, strings.Replace(own, "**01 trường**", "**02 trường**", 1))
	for _, do := range []string{"drop", "keep", "remove"} {
		if text = post(do, "", shown); !has("đã thay đổi từ lúc mở trang")(text) {
			t.Errorf("%s: %s", do, words(text))
		}
	}
	if text = post("drop", "", ""); !has("đã thay đổi từ lúc mở trang")(text) {
		t.Error(words(text))
	}
	if got := read(t, file); !strings.Contains(got, "**02 trường**") {
		t.Errorf("the colleague's words are lost: %s", got)
	}
	text = o.shows("/loi-van", has("quận có thêm 02 trường"))
	if text = post("drop", "", saidIn(t, text, id)); !has("lại in lời của chương trình")(text) {
		t.Fatal(words(text))
	}
	if _, err := os.Stat(filepath.Join(o.dir, "loi-van", "doan", id+".md")); !errors.Is(err, os.ErrNotExist) {
		t.Error("the office's words are still there")
	}
	if text = post("remove", "", saidIn(t, text, id)); !has("Đoạn này đã bỏ khỏi báo cáo")(text) {
		t.Fatal(words(text))
	}
	if text = o.post("/loi-van/khong-co", url.Values{"text": {"x"}}); !has("không còn đoạn này")(text) {
		t.Error(words(text))
	}
	if !has("sửa lời văn đoạn chi-tieu-10", "bỏ lời riêng của đoạn chi-tieu-10",
		"bỏ đoạn chi-tieu-10 khỏi báo cáo")(o.journal()) {
		t.Error(o.journal())
	}
}

// saidIn is what the page says of a paragraph, as its form sends it back.
func saidIn(t *testing.T, text, id string) string {
	t.Helper()
	_, form, ok := strings.Cut(text, `action="/loi-van/`+id+`"`)
	if !ok {
		t.Fatalf("no paragraph %s:\n%s", id, words(text))
	}
	return html.UnescapeString(seen(t, form))
}

// A plan that somebody breaks while the page is open is told, and once it is mended
// the page is as before.
func TestABrokenPlanIsTold(t *testing.T) {
	t.Parallel()
	o := enter(t, kienAn(t))
	path := filepath.Join(o.dir, app.ResolutionFile)
	was := read(t, path)
	write(t, path, strings.Replace(was, `target = ">= 80"`, `target = "kha kha"`, 1))
	o.shows("/", has("Nghị quyết cần hoàn chỉnh", "nghi-quyet.toml"))
	if text := o.post("/cau-hoi/bs5m", url.Values{"choice": {"1"}}); strings.Contains(text, "Đã ghi") {
		t.Error(words(text))
	}
	if text := o.post("/chot", url.Values{"seen": {"1"}}); !has(`class="note bad"`)(text) {
		t.Error(words(text))
	}
	write(t, path, was)
	o.shows("/", has("Phường Văn Đẩu", "Số liệu đã cập nhật"))
	// What its draft still asks is shown to the last question, however long a line before it is.
	write(t, path, was+"\n# "+strings.Repeat("nghị quyết ", 10_000)+"\n# HỎI: tử số đã đúng chưa?\n")
	o.shows("/", has("Chỗ chưa chắc khi đọc nghị quyết: 1", "tử số đã đúng chưa?"))
}

// Ctrl-C ends the page at any moment, also while it is waited for.
func TestThePageEndsAtOnce(t *testing.T) {
	t.Parallel()
	o := enter(t, kienAn(t))
	version := o.get("/cho")
	waiting := make(chan struct{})
	go func() {
		defer close(waiting)
		news := o.root + "/cho?v=" + url.QueryEscape(version)
		r, _ := http.NewRequestWithContext(context.Background(), http.MethodGet, news, nil)
		if answer, err := o.client.Do(r); err == nil {
			_ = answer.Body.Close()
		}
	}()
	time.Sleep(100 * time.Millisecond)
	o.stop()
	select {
	case err := <-o.ended:
		if !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
		o.ended <- err
	case <-time.After(20 * time.Second):
		t.Fatal("it goes on")
	}
	<-waiting
}
