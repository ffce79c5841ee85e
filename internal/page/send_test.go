package page_test

import (
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"baocao/internal/app"
	"baocao/internal/delivery/deliverytest"
	"baocao/internal/resolution"
)

// mailed opens the page of an office with a mail server on this machine, its report built.
func mailed(t *testing.T, server *deliverytest.Server, password string) *office {
	t.Helper()
	dir := kienAn(t)
	file := filepath.Join(dir, app.OfficeFile)
	now := strings.Replace(read(t, file), "to   = []", `to = ["vanthu@thanhuy.example"]`, 1)
	now = strings.Replace(now, `host = "", port = 587, user = "", from = ""`, `host = "127.0.0.1", port = `+
		strconv.Itoa(server.Port)+`, user = "vanthu", from = "vanthu@quan.example"`, 1)
	write(t, file, now)
	o := enterWith(t, dir, func(resolution.SMTP) string { return password })
	if text := o.get("/"); strings.Contains(text, "/gui-bao-cao") {
		t.Error("nothing is there to be sent, and it is offered")
	}
	o.post("/lap-bao-cao", nil)
	o.shows("/", has(`href="/gui-bao-cao"`))
	return o
}

// The clerk sends the report from the page: what goes to whom is shown first; an incomplete
// report and the same one again want a word more; the log tells it as it does of the command.
func TestAReportIsSentFromThePage(t *testing.T) {
	t.Parallel()
	server := deliverytest.New(t, deliverytest.Day{Plain: true})
	o := mailed(t, server, deliverytest.Password)
	letters := func(want int) {
		t.Helper()
		if n := len(server.Letters()); n != want {
			t.Errorf("%d letters, want %d", n, want)
		}
	}
	text := o.get("/gui-bao-cao")
	if !has("vanthu@thanhuy.example", "BaoCao-2022.pdf", "127.0.0.1:", "chưa đầy đủ", "Vẫn gửi báo cáo này",
		"không có thì thư vẫn gửi, KHÔNG mã hóa")(text) ||
		strings.Contains(text, `name="seen"`) || strings.Contains(text, "--incomplete") {
		t.Fatal(words(text))
	}
	// What came since it was built is said: nobody sends old figures for the newest.
	late := filepath.Join(o.dir, "1-nop-vao-day", "Phong Kinh te.xlsx")
	if err := os.Rename(late, late+".x"); err != nil {
		t.Fatal(err)
	}
	o.shows("/gui-bao-cao", has("lập trước khi các tệp sau thay đổi", "1-nop-vao-day/Phong Kinh te.xlsx"))
	if err := os.Rename(late+".x", late); err != nil {
		t.Fatal(err)
	}
	o.shows("/gui-bao-cao", func(text string) bool { return !has("lập trước khi")(text) })
	// Without having been shown it, or without the word, nothing goes.
	if text := o.post("/gui-bao-cao", url.Values{"incomplete": {"1"}}); !has("Chưa gửi: báo cáo, nơi nhận")(text) {
		t.Error(words(text))
	}
	text = o.get("/gui-bao-cao?incomplete=1")
	shown := seen(t, text)
	if text := o.post("/gui-bao-cao", url.Values{"seen": {shown}}); !has("Báo cáo chưa đầy đủ nên chưa gửi.")(text) {
		t.Error(words(text))
	}
	letters(0)
	text = o.post("/gui-bao-cao", url.Values{"seen": {shown}, "incomplete": {"1"}})
	if !has("Đã gửi báo cáo lần 1 tới vanthu@thanhuy.example")(text) {
		t.Fatal(words(text))
	}
	letters(1)
	log := read(t, filepath.Join(o.dir, app.JournalDir, "so-nhat-ky.txt"))
	if !has("Nguyễn Thị Hoa: sắp gửi thư tới vanthu@thanhuy.example", "máy chủ đã nhận thư")(log) ||
		strings.Contains(log, deliverytest.Password) {
		t.Error(log)
	}
	// Not twice, also where somebody presses the button of the page before.
	again := o.post("/gui-bao-cao", url.Values{"seen": {shown}, "incomplete": {"1"}})
	text = o.get("/gui-bao-cao?incomplete=1")
	for _, text := range []string{again, text} {
		if !has("Đã gửi đúng nội dung này tới vanthu@thanhuy.example")(text) || strings.Contains(text, "--again") {
			t.Error(words(text))
		}
	}
	letters(1)
	shown = seen(t, o.get("/gui-bao-cao?incomplete=1&again=1"))
	once := url.Values{"seen": {shown}, "incomplete": {"1"}, "again": {"1"}}
	o.post("/gui-bao-cao", once)
	letters(2)
	// Once more is once, however often the button is pressed.
	if text := o.post("/gui-bao-cao", once); !has("Đã gửi đúng nội dung này tới vanthu@thanhuy.example")(text) {
		t.Error(words(text))
	}
	letters(2)
	// The addressee is another one since the page was looked at: nothing goes to him unseen.
	shown = seen(t, o.get("/gui-bao-cao?incomplete=1&again=1"))
	file := filepath.Join(o.dir, app.OfficeFile)
	write(t, file, strings.Replace(read(t, file), "vanthu@thanhuy.example", "ke-gian@khac.example", 1))
	text = o.post("/gui-bao-cao", url.Values{"seen": {shown}, "incomplete": {"1"}, "again": {"1"}})
	if !has("Chưa gửi: báo cáo, nơi nhận hoặc máy chủ thư đã khác")(text) {
		t.Error(words(text))
	}
	letters(2)
	for name, content := range files(t, o.dir) {
		if strings.Contains(content, deliverytest.Password) {
			t.Errorf("%s has the password", name)
		}
	}
}

// What the server says no to is told, and so is what nobody knows; a machine without the
// password sends nothing, and the page does not ask for it.
func TestAReportThatDoesNotGo(t *testing.T) {
	t.Parallel()
	server := deliverytest.New(t, deliverytest.Day{Plain: true})
	o := mailed(t, server, "sai-mat-khau")
	shown := seen(t, o.get("/gui-bao-cao?incomplete=1"))
	text := o.post("/gui-bao-cao", url.Values{"seen": {shown}, "incomplete": {"1"}})
	if !has("Chưa gửi được báo cáo lần 1", "không nhận tài khoản hoặc mật khẩu", "sửa xong thì gửi lại")(text) ||
		strings.Contains(text, "sai-mat-khau") {
		t.Error(words(text))
	}
	o.server.Password = func(resolution.SMTP) string { return "" }
	text = o.get("/gui-bao-cao?incomplete=1")
	if !has("chưa có mật khẩu của tài khoản thư dành cho máy chủ 127.0.0.1", "nhờ người quản trị")(text) ||
		strings.Contains(text, `type="password"`) || strings.Contains(text, `name="seen"`) {
		t.Error(words(text))
	}
	// Somebody has taken the report away.
	if err := os.Remove(filepath.Join(o.dir, app.ReportDir, "BaoCao-2022.pdf")); err != nil {
		t.Fatal(err)
	}
	text = o.post("/gui-bao-cao", url.Values{"seen": {shown}, "incomplete": {"1"}})
	if !has("Chưa gửi: chưa có báo cáo")(text) {
		t.Error(words(text))
	}
	if len(server.Letters()) != 0 {
		t.Error("a letter went")
	}
}
