package page_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"baocao/internal/app"
	"baocao/internal/delivery/deliverytest"
)

// The page as people see it: at the size of an office's screen, on a phone, in the
// dark, printed. Nothing is wider than the window, the first view holds what matters.
func TestThePageAsPeopleSeeIt(t *testing.T) {
	t.Parallel()
	b := newBrowser(t)
	dir := kienAn(t)
	office := filepath.Join(dir, app.OfficeFile)
	write(t, office, strings.Replace(read(t, office), "[report]", "[report]\ndue = 2022-12-15", 1))
	o := serve(t, dir)
	p := b.open(o.address)
	p.sees("Số liệu đã cập nhật")
	p.shot("trang-dau")
	for _, selector := range []string{"h1", ".due", ".counts", ".verdicts", ".questions .found", "#con-no .units",
		"#ct-1", "#ct-10 .bar", "#ct-18 .verdict", "button.main"} {
		quoted := `document.querySelector("` + selector + `").getBoundingClientRect()`
		if p.run(quoted+".height > 0 && "+quoted+".top >= 0 && "+quoted+".top < 768 && "+
			quoted+".right <= 1366") != true {
			t.Errorf("%s is not in the first view: %v", selector, p.run("JSON.stringify("+quoted+")"))
		}
	}
	// On a higher screen a title has the room of two lines, and on each that of the whole row
	// where no figure stands in it.
	p.size(1366, 1000, false)
	if p.run(`Array.from(document.querySelectorAll("#ct-3 th a, #ct-6 th a, #ct-16 th a")).
		every(e => e.offsetHeight > 25) && document.querySelector("#ct-1 th").offsetWidth > 600`) != true {
		t.Error("titles are cut in the first view")
	}
	p.size(1366, 768, false)
	p.click("#bao-cao button.main")
	p.sees("Đã lập báo cáo trong thư mục 2-bao-cao")
	pages := map[string]string{"/": "trang-dau", "/cau-hoi/bs5m": "cau-hoi", "/don-vi/phuong-van-dau": "don-vi",
		"/chi-tieu/11.1": "chi-tieu", "/chi-tieu/(4)": "chi-tieu-4", "/chi-tieu/11.1/o/0": "o", "/loi-van": "loi-van",
		"/don-vi": "cac-don-vi", "/quyet-dinh": "quyet-dinh", "/thay-doi": "thay-doi", "/cac-lan": "cac-lan",
		"/cac-lan/1": "dat-lai", "/chot": "chot", "/don-vi/phuong-van-dau/so/11.1.value": "ghi-so"}
	for path, name := range pages {
		p.goTo(o.root + path)
		p.views(name)
		p.size(360, 740, true)
		if p.run("document.documentElement.scrollWidth <= innerWidth") != true {
			t.Errorf("%s is wider than 360", path)
		}
		if high := p.run(`document.querySelector("header").offsetHeight`); high.(float64) > 70 {
			t.Errorf("%s: on a phone the header is %v high", path, high)
		}
		p.size(1366, 768, false)
		if pdf := p.print(name + "-in"); len(pdf) < 1000 {
			t.Errorf("%s cannot be printed", path)
		}
		// Whoever hears the page finds a main part, one heading above the others, and a
		// name for each field and button.
		for check, want := range map[string]float64{
			`document.querySelectorAll("main").length`: 1,
			`document.querySelectorAll("h1").length`:   1,
			`Array.from(document.querySelectorAll("input:not([type=hidden]), select, textarea")).
				filter(e => !e.labels.length && !e.getAttribute("aria-label")).length`: 0,
			`Array.from(document.querySelectorAll("button, a[href]")).filter(e => !e.textContent.trim()).length`: 0,
			`Array.from(document.querySelectorAll("[id]")).filter((e, i, all) =>
				all.findIndex(x => x.id === e.id) !== i).length`: 0,
		} {
			if got := p.run(check); got != want {
				t.Errorf("%s: %s is %v, want %v", path, check, got, want)
			}
		}
	}
}

// The clerk's morning: a file is dropped, a question settled and taken back, the report
// built; the page follows by itself what happens in the folder.
func TestAMorningInTheBrowser(t *testing.T) {
	t.Parallel()
	b := newBrowser(t)
	o := serve(t, kienAn(t))
	p := b.open(o.address)
	p.sees("Số liệu đã cập nhật")

	// A file, chosen in the field.
	from := filepath.Join(t.TempDir(), "BHXH quận.csv")
	write(t, from, "Đơn vị: Bảo hiểm xã hội quận,,,\nTT,Chỉ tiêu,Đơn vị tính,Kết quả năm 2022\n"+
		"1,Số người tham gia bảo hiểm y tế,người,110500\n2,Dân số thường trú của quận,người,118000\n")
	p.choose("#tep", from)
	p.click("form.drop button")
	p.sees("Đã nhận 1 tệp: 1-nop-vao-day/BHXH quận.csv")
	p.sees("93,64%") // without a click
	p.sees("Đơn vị còn nợ: 1")
	p.shot("da-nop")

	// The question, with the keyboard.
	p.run(`document.querySelector(".questions a").focus()`)
	p.key("Enter", 13)
	p.sees("Chọn câu trả lời đúng")
	p.run(`document.querySelector("fieldset button").focus()`)
	p.key("Enter", 13)
	p.sees("Đã ghi câu trả lời")
	p.sees("Câu hỏi cần trả lời: 0")
	p.shot("da-tra-loi")
	if !strings.Contains(read(t, filepath.Join(o.dir, "quyet-dinh-so-lieu.toml")), `id      = "bs5m"`) {
		t.Error("the answer is not on the disk")
	}
	p.click("#da-tra-loi button")
	p.sees("Đã lấy lại quyết định")
	p.sees("Câu hỏi cần trả lời: 1")

	// Somebody copies a file into the folder; the page shows it, and what is being typed
	// elsewhere stays.
	p.click(".questions a")
	p.sees("Hoặc ghi giá trị đúng")
	p.click("input[name=value]")
	p.types("34")
	write(t, filepath.Join(o.dir, app.DropDir, "thu moi.txt"), "Mời họp\n")
	p.until(`document.body.dataset.version.split(".")[1] > 8`)
	p.types("6")
	if got := p.run(`document.querySelector("input[name=value]").value`); got != "346" {
		t.Errorf("typed 346, there is %v", got)
	}
	p.key("Enter", 13)
	p.sees("Đã ghi câu trả lời")
	if !strings.Contains(read(t, filepath.Join(o.dir, "quyet-dinh-so-lieu.toml")), "value   = 346") {
		t.Error("Enter in the field sent something else than what was typed")
	}

	p.click("#bao-cao button")
	p.sees("Đã lập báo cáo trong thư mục 2-bao-cao")
	p.sees("BaoCao-2022.pdf")
	p.shot("da-lap")
	pdf := b.open(o.root + "/bao-cao/BaoCao-2022.pdf")
	if kind := pdf.run("document.contentType"); kind != "application/pdf" {
		t.Errorf("the report is shown as %v", kind)
	}

	// The program ends; the page says so.
	p.front()
	o.stop()
	p.sees("Chương trình đã dừng")
}

// December: the report is mailed, a ward sends another figure, the page says what that
// changes; an earlier report is put back and taken away again; the figures are frozen.
func TestDecemberInTheBrowser(t *testing.T) {
	t.Parallel()
	b := newBrowser(t)
	o := serve(t, kienAn(t))
	p := b.open(o.address)
	p.sees("Số liệu đã cập nhật")
	p.click("#bao-cao button.main")
	p.sees("Đã lập báo cáo trong thư mục 2-bao-cao")
	p.click(`form[action="/thu-bao-cao"] button`)
	p.sees("Đã soạn thư nháp")
	o.secondVersion()
	p.sees("So với báo cáo đã gửi:") // by itself
	p.sees("Chưa có số liệu")
	p.views("trang-dau-thay-doi")
	p.click("#thay-doi h2 a")
	p.sees("Từ báo cáo lần 1 (soạn thư gửi")
	p.sees("352 [1-nop-vao-day/phuong/phuong-bac-son.xlsx, sheet «Số liệu», ô G7]")
	p.views("thay-doi")
	p.goTo(o.root + "/")
	p.click("#bao-cao button.main")
	p.sees("Đã lập báo cáo trong thư mục 2-bao-cao")

	p.click(`nav a[href="/cac-lan"]`)
	p.sees("đang ở 2-bao-cao")
	p.views("cac-lan")
	p.click(`a[href="/cac-lan/1"]`)
	p.sees("Báo cáo trong 2-bao-cao sẽ thay đổi thế nào")
	p.views("dat-lai")
	p.click("button.main")
	p.sees("Đã đặt lại báo cáo lần 1 vào thư mục 2-bao-cao")
	p.views("da-dat-lai")
	p.click(".undo button")
	p.sees("Đã đặt lại báo cáo lần 2 vào thư mục 2-bao-cao")

	p.goTo(o.root + "/chot")
	p.views("chot")
	p.click("#ly-do")
	p.types("trình ký")
	p.key("Enter", 13)
	p.sees("Đã chốt số liệu báo cáo lần 2")
	write(t, filepath.Join(o.dir, app.DropDir, "phuong", "phuong bac son lan 3.csv"),
		"Đơn vị: Phường Bắc Sơn,,,\nTT,Chỉ tiêu,Đơn vị tính,Kết quả năm 2022\n"+
			"1,Số lượt lao động được giải quyết việc làm trong năm 2022,lượt lao động,400\n")
	p.sees("phuong bac son lan 3.csv")
	p.views("da-chot")
	p.goTo(o.root + "/")
	p.sees("Số liệu đã chốt lúc")
	p.views("trang-dau-da-chot")
	p.goTo(o.root + "/chot")
	p.click("fieldset button")
	p.sees("Đã bỏ chốt báo cáo lần 2")
}

// A verdict and a figure are set by hand, seen among the decisions, and taken back.
func TestDecisionsInTheBrowser(t *testing.T) {
	t.Parallel()
	b := newBrowser(t)
	dir := kienAn(t)
	write(t, filepath.Join(dir, app.DropDir, "thue a.csv"), "Đơn vị: Chi cục Thuế quận,,,\n"+
		"TT,Chỉ tiêu,Đơn vị tính,Kết quả năm 2022\n1,Số doanh nghiệp đang hoạt động,doanh nghiệp,1090\n")
	o := serve(t, dir)
	p := b.open(o.address)
	p.sees("Số liệu đã cập nhật")
	p.sees("Câu hỏi cần trả lời: 2")

	// A conflict: both cells are seen, a click settles which counts.
	p.click("#cau-hoi li:nth-of-type(2) a")
	p.sees("Chọn câu trả lời đúng")
	p.views("mau-thuan")
	p.click("fieldset button")
	p.sees("Đã ghi câu trả lời")

	p.click(`a[href="/chi-tieu/10"]`)
	p.sees("Quyết định đánh giá khác")
	p.click("details summary")
	p.run(`document.querySelector("select[name=verdict]").value = "met"`)
	p.click("input[name=reason]")
	p.types("Thường trực kết luận: trường thứ hai đủ điều kiện")
	p.views("dat-danh-gia")
	p.key("Enter", 13)
	p.sees("Đã ghi quyết định vào quyet-dinh-so-lieu.toml")
	p.views("da-dat-danh-gia")
	p.goTo(o.root + "/don-vi/phuong-bac-son/so/11.1.value")
	p.views("ghi-so")
	p.click("#gia-tri")
	p.types("360")
	p.click("#ly-do")
	p.types("Đếm lại danh sách")
	p.key("Enter", 13)
	p.sees("Đang tính: 360")
	p.click(`nav a[href="/quyet-dinh"]`)
	p.sees("Đếm lại danh sách")
	p.views("quyet-dinh")
	p.click("#nhom-0 li:nth-of-type(2) button")
	p.sees("Đã lấy lại quyết định khỏi quyet-dinh-so-lieu.toml")
	p.sees("Quyết định của cơ quan") // and stays on that page
}

// A clerk with nothing but the resolution's text and the list of units makes the folder
// on the first page.
func TestAFirstStartInTheBrowser(t *testing.T) {
	t.Parallel()
	seed, err := filepath.Abs("../../../shared/seed/nghi-quyet-02-NQ-QU.txt")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(seed); err != nil {
		t.Skip("the resolution's text is not here")
	}
	b := newBrowser(t)
	list := filepath.Join(t.TempDir(), "don vi.csv")
	write(t, list, "TT,Tên đơn vị,Nhóm,Địa chỉ thư\n1,Ban Tổ chức Quận ủy,,btc@example.com\n"+
		"2,Phường Bắc Sơn,Phường,\n3,Phường Văn Đẩu,Phường,\n")
	o := serve(t, t.TempDir())
	p := b.open(o.address)
	p.sees("Tạo thư mục làm việc")
	p.views("bat-dau")
	p.choose("#tep-don-vi", list)
	p.sees("don vi.csv")
	p.click(`form[action="/bat-dau/don-vi"] button`)
	p.sees("Đã ghi 3 đơn vị vào co-quan.toml")
	p.views("bat-dau-don-vi")
	p.choose("#tep-van-ban", seed)
	p.click(`form[action="/bat-dau/van-ban"] button`)
	p.sees("18 chỉ tiêu")
	p.views("bat-dau-nghi-quyet")
}

// What is downloaded is what lies in the folder.
func TestADownloadInTheBrowser(t *testing.T) {
	t.Parallel()
	b := newBrowser(t)
	o := serve(t, kienAn(t))
	p := b.open(o.address)
	p.sees("Số liệu đã cập nhật")
	p.click("#bao-cao button.main")
	p.sees("Đã lập báo cáo trong thư mục 2-bao-cao")
	to := t.TempDir()
	b.call("", "Browser.setDownloadBehavior", params{"behavior": "allow", "downloadPath": to}, nil)
	for link, want := range map[string]string{
		`a[href="/bao-cao/PhuLuc-2022.xlsx"]`: filepath.Join(app.ReportDir, "PhuLuc-2022.xlsx"),
		`a[href="/bao-cao/ket-qua.json"]`:     filepath.Join(app.ReportDir, "ket-qua.json"),
	} {
		p.click(link)
		got := filepath.Join(to, filepath.Base(want))
		for end := time.Now().Add(30 * time.Second); ; time.Sleep(50 * time.Millisecond) {
			if _, err := os.Stat(got); err == nil {
				break
			}
			if time.Now().After(end) {
				t.Fatalf("%s does not come", got)
			}
		}
		if read(t, got) != read(t, filepath.Join(o.dir, want)) {
			t.Errorf("%s is another one", want)
		}
	}
	p.shot("da-tai")
}

// The letter with the report is looked at, and sent with two clicks more.
func TestSendingInTheBrowser(t *testing.T) {
	t.Parallel()
	b := newBrowser(t)
	server := deliverytest.New(t, deliverytest.Day{Plain: true})
	o := mailed(t, server, deliverytest.Password)
	p := b.open(o.server.Address())
	p.sees("Số liệu đã cập nhật")
	p.click(`a[href="/gui-bao-cao"]`)
	p.sees("Báo cáo chưa đầy đủ nên chưa gửi.")
	p.views("gui-bao-cao")
	p.click("#gui-bao-cao button")
	p.until(`document.querySelector("#gui-bao-cao button.main") !== null`)
	p.click("#gui-bao-cao button.main")
	p.sees("Đã gửi báo cáo lần 1 tới vanthu@thanhuy.example")
	// The reminders, each of which is chosen or not.
	addressed(t, o, "vandau@quan.example", "bhxh@quan.example")
	o.shows("/gui-nhac", has("vandau@quan.example"))
	p.click(`a[href="/gui-nhac"]`)
	p.until(`document.querySelectorAll("#gui-nhac input:checked").length === 2`)
	p.views("gui-nhac")
	p.click("#gui-nhac input")
	p.click("#gui-nhac button.main")
	p.sees("Thư nhắc: đã gửi 1, chưa gửi được 0")
	if len(server.Letters()) != 2 {
		t.Errorf("%d letters", len(server.Letters()))
	}
}

// Whoever works with the keyboard keeps his place when the page shows something new, and
// reaches everything.
func TestTheKeyboardKeepsItsPlace(t *testing.T) {
	t.Parallel()
	b := newBrowser(t)
	o := serve(t, kienAn(t))
	p := b.open(o.address)
	p.sees("Số liệu đã cập nhật")
	reached := map[any]bool{}
	for range 400 {
		p.key("Tab", 9)
		at := p.run(`(() => { const e = document.activeElement; if (e === document.body) return "";
			if (!e.matches(":focus-visible")) return "unseen " + e.outerHTML;
			return String(Array.from(document.querySelectorAll("*")).indexOf(e)); })()`)
		if text, _ := at.(string); strings.HasPrefix(text, "unseen") {
			t.Fatal(text)
		}
		if reached[at] {
			break
		}
		reached[at] = true
	}
	want := p.run(`Array.from(document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary"))
		.filter(e => e.checkVisibility() && e.tabIndex >= 0).length`).(float64)
	if float64(len(reached)) < want {
		t.Errorf("%d of %v places are reached", len(reached), want)
	}
	p.run(`document.querySelector('a[href="/don-vi/phuong-van-dau"]').focus()`)
	o.secondVersion()
	p.sees("Điều cần xem lại: 1")
	if at := p.run(`document.activeElement.getAttribute("href")`); at != "/don-vi/phuong-van-dau" {
		t.Errorf("the focus went to %v", at)
	}
	if live := p.run(`document.querySelectorAll("[role=status][aria-live=polite]").length`); live != 2.0 {
		t.Errorf("%v places tell what is new", live)
	}
}

// A file that is not taken is said so, whatever page says it: the browser has lost its session.
func TestARefusedFileInTheBrowser(t *testing.T) {
	t.Parallel()
	b := newBrowser(t)
	o := serve(t, kienAn(t))
	p := b.open(o.address)
	p.sees("Số liệu đã cập nhật")
	p.call(p.session, "Network.clearBrowserCookies", nil, nil)
	from := filepath.Join(t.TempDir(), "thư mời.txt")
	write(t, from, "Mời họp\n")
	p.choose("#tep", from)
	p.click("form.drop button")
	p.sees("Nhấn Enter trong cửa sổ của chương trình")
}

// A paragraph is edited where it stands.
func TestAParagraphIsEditedInTheBrowser(t *testing.T) {
	t.Parallel()
	b := newBrowser(t)
	o := serve(t, kienAn(t))
	p := b.open(o.address)
	p.sees("Số liệu đã cập nhật")
	p.goTo(o.root + "/loi-van")
	p.click("#doan-chi-tieu-10 summary")
	p.run(`(() => { const t = document.querySelector("#doan-chi-tieu-10 textarea"); t.focus(); t.select(); })()`)
	p.types("Có thêm 01 trường đạt chuẩn.")
	p.shot("sua-doan")
	p.click("#doan-chi-tieu-10 button.main")
	p.sees("Đã lưu đoạn «chi-tieu-10»")
	p.sees("Có thêm 01 trường đạt chuẩn.")
	p.shot("da-sua-doan")
	if !strings.Contains(read(t, filepath.Join(o.dir, "loi-van", "doan", "chi-tieu-10.md")), "Có thêm 01 trường") {
		t.Error("the words are not on the disk")
	}
}

// Another site's page, open in the same browser, tries what pages can: it reads nothing
// and changes nothing, and a script that a unit wrote into a cell does not run.
func TestAnotherSiteCanDoNothing(t *testing.T) {
	t.Parallel()
	b := newBrowser(t)
	dir := kienAn(t)
	write(t, filepath.Join(dir, app.DropDir, "phuong", `phuong bac son lan 2.csv`),
		"Đơn vị: Phường Bắc Sơn,,,\nTT,Chỉ tiêu,Đơn vị tính,Kết quả năm 2022\n"+
			"1,Số lượt lao động được giải quyết việc làm trong năm 2022,lượt lao động,"+
			"khoảng 350 <script>document.body.remove()</script><img src=x onerror=document.body.remove()>\n")
	o := serve(t, dir)
	p := b.open(o.address)
	p.sees("<script>document.body.remove()</script>") // and so nothing was run
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		_, _ = w.Write([]byte(`<form id=f method=post action="` + o.root + `/lap-bao-cao"><button>x</button></form>`))
	}))
	defer site.Close()
	evil := b.open(strings.Replace(site.URL, "127.0.0.1", "localhost", 1))
	got := evil.run(`fetch("` + o.root + `/", {credentials: "include"}).then(r => r.text(), e => "refused")`)
	if got != "refused" {
		t.Errorf("another site read %v", got)
	}
	evil.run(`fetch("` + o.root + `/lap-bao-cao",
		{method: "POST", mode: "no-cors", credentials: "include"}).catch(() => 0)`)
	evil.run(`document.getElementById("f").submit()`)
	evil.sees("không đến từ trang của chương trình")
	evil.shot("trang-la")
	if _, err := os.Stat(filepath.Join(dir, app.ReportDir)); err == nil {
		t.Error("another site built a report")
	}
}
