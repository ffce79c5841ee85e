package page_test

import (
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"baocao/internal/app"
)

// shownAt and doneAt are the addresses of the page: those that show something, and those
// that do something.
var (
	shownAt = []string{"/", "/cho", "/cau-hoi/bs5m", "/don-vi", "/don-vi/phuong-van-dau",
		"/don-vi/phuong-van-dau/bieu-mau",
		"/chi-tieu/11.1", "/chi-tieu/11.1/o/0", "/loi-van", "/thay-doi", "/thay-doi/1", "/cac-lan", "/cac-lan/1",
		"/cac-lan/1/tep/ket-qua.json", "/chot", "/bao-cao/ket-qua.json", "/gui-bao-cao", "/gui-nhac",
		"/quyet-dinh", "/don-vi/phuong-van-dau/so/11.1.value"}
	doneAt = []string{"/lap-bao-cao", "/nop", "/cau-hoi/bs5m", "/quyet-dinh/0/lay-lai", "/thu-nhac", "/thu-bao-cao",
		"/bieu-mau", "/loi-van/mo-dau", "/phan-cong", "/bat-dau/mau", "/chot", "/bo-chot", "/cac-lan/1/dat-lai",
		"/chi-tieu/11.1/danh-gia", "/don-vi/phuong-van-dau/so/11.1.value", "/gui-bao-cao",
		"/gui-nhac"}
)

// Every address that the program answers stands in one of those lists, or is looked at
// by itself.
func TestTheListsOfAddressesAreWhole(t *testing.T) {
	t.Parallel()
	source := read(t, "page.go")
	for _, m := range regexp.MustCompile(`"(GET|POST) (/[^"]*)"`).FindAllStringSubmatch(source, -1) {
		list := shownAt
		if m[1] == "POST" {
			list = doneAt
		}
		like := regexp.MustCompile(`\{[a-z]+\}`).ReplaceAllString(strings.ReplaceAll(m[2], "{$}", ""), `[^/]+`)
		whole := regexp.MustCompile("^" + like + "$")
		if !slices.ContainsFunc(list, whole.MatchString) &&
			!slices.Contains([]string{"/page.css", "/page.js", "/icon.svg", "/phan-cong", "/thu/{name}",
				"/don-vi/{id}/can-sua/{n}"}, m[2]) {
			t.Errorf("%s %s is in no list", m[1], m[2])
		}
	}
}

// A page of somebody else's, opened in the same browser, can send requests to this
// machine: none is answered with anything of the folder, none does anything.
func TestRequestsOfOtherPagesAreRefused(t *testing.T) {
	t.Parallel()
	o := enter(t, kienAn(t))
	header := func(key, value string) func(*http.Request) {
		return func(r *http.Request) { r.Header.Set(key, value) }
	}
	_, port, _ := strings.Cut(strings.TrimPrefix(o.root, "http://"), ":")
	before := files(t, o.dir)
	for _, c := range []struct {
		name, method string
		change       func(*http.Request)
	}{
		{"a foreign name that leads to this machine", "GET", func(r *http.Request) { r.Host = "tin-tuc.example" }},
		{"the same with the port", "GET", func(r *http.Request) { r.Host = "tin-tuc.example:" + port }},
		{"another name of this machine", "GET", func(r *http.Request) { r.Host = "localhost:" + port }},
		{"no name", "GET", func(r *http.Request) { r.Host = ":" + port }},
		{"a foreign origin", "GET", header("Origin", "http://tin-tuc.example")},
		{"a foreign origin that begins like ours", "POST", header("Origin", o.root+".tin-tuc.example")},
		{"an origin that is hidden", "POST", header("Origin", "null")},
		{"the origin of another port", "POST", header("Origin", "http://127.0.0.1:1")},
		{"two origins", "POST", func(r *http.Request) {
			r.Header["Origin"] = []string{o.root, "http://tin-tuc.example"}
		}},
		{"led here by a link of another site", "GET", header("Sec-Fetch-Site", "cross-site")},
		{"sent by another port of this machine", "POST", header("Sec-Fetch-Site", "same-site")},
		{"a form without an origin", "POST", func(r *http.Request) {
			r.Header.Del("Origin")
			r.Header.Del("Sec-Fetch-Site")
		}},
		{"a question about what is allowed", "OPTIONS", nil},
		{"another verb", "DELETE", nil},
	} {
		paths := shownAt
		if c.method == "POST" {
			paths = doneAt
		}
		for _, path := range paths {
			status, text := o.ask(c.method, path, nil, c.change)
			if status/100 != 4 || strings.Contains(text, "KIẾN AN") || strings.Contains(text, "Nguyễn Thị Hoa") {
				t.Errorf("%s, %s: %d\n%s", c.name, path, status, words(text))
			}
		}
	}
	if after := files(t, o.dir); len(after) != len(before) {
		t.Errorf("something was written: %d files, were %d", len(after), len(before))
	}
}

// The address lets one browser in, once; without its session nothing is shown.
func TestTheAddressLetsInOnce(t *testing.T) {
	t.Parallel()
	o := serve(t, kienAn(t))
	stay := func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	stranger := &http.Client{CheckRedirect: stay}
	get := func(client *http.Client, path string, header ...string) (int, *http.Response) {
		t.Helper()
		r, _ := http.NewRequestWithContext(t.Context(), http.MethodGet, o.root+path, nil)
		for i := 0; i < len(header); i += 2 {
			r.Header.Set(header[i], header[i+1])
		}
		answer, err := client.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = io.Copy(io.Discard, answer.Body)
		_ = answer.Body.Close()
		return answer.StatusCode, answer
	}
	token := strings.TrimPrefix(o.address, o.root)
	for _, path := range []string{"/", "/page.css", "/page.js", "/cho", "/bao-cao/ket-qua.json", "/thay-doi",
		"/cac-lan", "/cac-lan/1/tep/ket-qua.json", "/chot", "/vao/", "/vao/x",
		token[:len(token)-1], token + "x", strings.ToLower(token)} {
		if status, _ := get(stranger, path); status != http.StatusForbidden {
			t.Errorf("%s without a session: %d", path, status)
		}
	}
	if status, _ := get(stranger, token, "Sec-Purpose", "prefetch;prerender"); status != http.StatusForbidden {
		t.Errorf("fetched before anybody asked: %d", status)
	}
	status, answer := get(stranger, token)
	cookies := answer.Cookies()
	if status != http.StatusSeeOther || len(cookies) != 1 {
		t.Fatalf("%d %v", status, cookies)
	}
	if c := cookies[0]; !c.HttpOnly || c.SameSite != http.SameSiteStrictMode || c.Path != "/" ||
		strings.Contains(token, c.Value) {
		t.Errorf("the cookie: %+v", c)
	}
	if status, _ := get(stranger, token); status != http.StatusForbidden {
		t.Errorf("a second time: %d", status)
	}
	if status, _ := get(stranger, "/", "Cookie", cookies[0].Name+"=x"); status != http.StatusForbidden {
		t.Errorf("another session: %d", status)
	}
	if status, _ := get(stranger, "/", "Cookie", cookies[0].Name+"="+cookies[0].Value); status != http.StatusOK {
		t.Errorf("with the session: %d", status)
	}
	// A new address makes the one before void, and those who are in stay in.
	first := o.server.Address()
	second := o.server.Address()
	for address, want := range map[string]int{first: http.StatusForbidden, second: http.StatusSeeOther} {
		if status, _ := get(stranger, strings.TrimPrefix(address, o.root)); status != want {
			t.Errorf("%s: %d, want %d", address, status, want)
		}
	}
	if status, _ := get(stranger, "/", "Cookie", cookies[0].Name+"="+cookies[0].Value); status != http.StatusOK {
		t.Errorf("after a new address: %d", status)
	}
}

// Whatever is answered says that nothing of others belongs to it.
func TestEveryAnswerSaysWhatItAllows(t *testing.T) {
	t.Parallel()
	o := enter(t, kienAn(t))
	for _, path := range []string{"/", "/page.js", "/khong-co", "/cau-hoi/khong-co"} {
		r, _ := http.NewRequestWithContext(t.Context(), http.MethodGet, o.root+path, nil)
		answer, err := o.client.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		text, _ := io.ReadAll(answer.Body)
		_ = answer.Body.Close()
		h := answer.Header
		for key, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store",
			"Referrer-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
			"X-Frame-Options": "DENY"} {
			if h.Get(key) != want {
				t.Errorf("%s: %s: %q", path, key, h.Get(key))
			}
		}
		csp := h.Get("Content-Security-Policy")
		if !strings.HasPrefix(csp, "default-src 'none'") || strings.Contains(csp, "unsafe") ||
			strings.Contains(csp, "*") {
			t.Errorf("%s: %s", path, csp)
		}
		for key := range h {
			if strings.HasPrefix(key, "Access-Control-") {
				t.Errorf("%s: %s", path, key)
			}
		}
		if strings.HasPrefix(h.Get("Content-Type"), "text/html") {
			for _, inline := range []string{"style=", "onclick", "<style", "javascript:", "http://", "https://"} {
				if strings.Contains(string(text), inline) {
					t.Errorf("%s: holds %s", path, inline)
				}
			}
		}
	}
}

// A page of ours shows the report within it; nothing else may be shown within a page, and
// the report in no other one's.
func TestOnlyThePDFIsFramed(t *testing.T) {
	t.Parallel()
	o := enter(t, kienAn(t))
	o.post("/lap-bao-cao", nil)
	for path, want := range map[string][2]string{
		"/bao-cao/BaoCao-2022.pdf":       {"SAMEORIGIN", "frame-ancestors 'self'"},
		"/cac-lan/1/tep/BaoCao-2022.pdf": {"SAMEORIGIN", "frame-ancestors 'self'"},
		"/bao-cao/ket-qua.json":          {"DENY", "frame-ancestors 'none'"},
		"/loi-van":                       {"DENY", "frame-ancestors 'none'"},
	} {
		answer, err := o.client.Get(o.root + path)
		if err != nil {
			t.Fatal(err)
		}
		_ = answer.Body.Close()
		h := answer.Header
		if h.Get("X-Frame-Options") != want[0] || !strings.Contains(h.Get("Content-Security-Policy"), want[1]) ||
			!strings.HasPrefix(h.Get("Content-Security-Policy"), "default-src 'none'") {
			t.Errorf("%s: %v", path, h)
		}
	}
}

// A name that somebody gave a file leads nowhere but into the drop folder, and what
// lies there is never overwritten.
func TestUploadedNamesLeadNowhere(t *testing.T) {
	t.Parallel()
	o := enter(t, kienAn(t))
	write(t, filepath.Join(o.dir, app.DropDir, "a.xlsx"), "của đơn vị")
	for _, c := range []struct{ name, want string }{
		{"../../co-quan.toml", "co-quan.toml"},
		{`..\..\nghi-quyet.toml`, "nghi-quyet.toml"},
		{"/etc/passwd", "passwd"},
		{`C:\Windows\system.ini`, "system.ini"},
		{"bao cao.xlsx:an.exe", "bao cao.xlsx_an.exe"},
		{"CON.xlsx", "tep-CON.xlsx"},
		{"lpt1", "tep-lpt1"},
		{"..", "tep"},
		{".an.xlsx", "an.xlsx"},
		{"ten<b>\"|?*.xlsx", "ten_b____.xlsx"},
		{"báo\u202ecáo\u200b.xlsx", "báocáo.xlsx"},
		{"báo cáo. .", "báo cáo"},
		{strings.Repeat("dài ", 100) + ".xlsx", strings.TrimSpace(strings.Repeat("dài ", 21)) + "..." +
			strings.TrimSpace(strings.Repeat("dài ", 7)) + ".xlsx"},
		{"Báo cáo kết quả thực hiện nhiệm vụ phát triển kinh tế - xã hội, quốc phòng - an ninh năm 2022 và phương " +
			"hướng, nhiệm vụ năm 2023 của phường Bắc Sơn (lần 2).xlsx", "Báo cáo kết quả thực hiện nhiệm vụ phát " +
			"triển kinh tế - xã hội, quốc phòng - an ninh...của phường Bắc Sơn (lần 2).xlsx"},
		{"Báo cáo %226 tháng%22 (lần%0D2).xlsx", "Báo cáo 6 tháng (lần 2).xlsx"},
		{strings.Repeat("y", 400), strings.Repeat("y", 117)},
		{strings.Repeat("x", 400) + ".xlsx", strings.Repeat("x", 112) + "....xlsx"},
		{"a.xlsx", "a (2).xlsx"},
	} {
		before := files(t, o.dir)
		o.upload("/nop", given{"file", c.name, "nội dung " + c.name})
		var fresh []string
		for name, content := range files(t, o.dir) {
			was, there := before[name]
			switch {
			case strings.HasPrefix(name, app.JournalDir+"/"):
			case there && was != content:
				t.Errorf("%q: %s was overwritten", c.name, name)
			case !there:
				fresh = append(fresh, strings.TrimPrefix(name, app.DropDir+"/"))
			}
		}
		if len(fresh) != 1 || c.want != "" && fresh[0] != c.want || len(fresh[0]) > 240 ||
			strings.Contains(fresh[0], "/") {
			t.Errorf("%q became %q, want %q", c.name, fresh, c.want)
		}
	}
	if read(t, filepath.Join(o.dir, app.DropDir, "a.xlsx")) != "của đơn vị" {
		t.Error("a file of the drop folder was overwritten")
	}
	// The unit that a file is for is one of the plan's, or none.
	o.upload("/nop", given{field: "unit", content: "../../.."}, given{"file", "b.xlsx", "b"})
	if read(t, filepath.Join(o.dir, app.DropDir, "b.xlsx")) != "b" {
		t.Error("a unit that is none was taken for a folder")
	}
}

// No name that a request gives is opened: it is looked up among what there is.
func TestNamesInAddressesAreLookedUp(t *testing.T) {
	t.Parallel()
	o := enter(t, kienAn(t))
	o.post("/lap-bao-cao", nil)
	o.get("/cac-lan/1/tep/ket-qua.json")
	if err := os.Symlink("/etc/passwd", filepath.Join(o.dir, app.ReportDir, "lien-ket.pdf")); err != nil {
		t.Log(err)
	}
	for _, path := range []string{"/bao-cao/..%2fco-quan.toml", "/bao-cao/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
		"/bao-cao/lien-ket.pdf", "/bao-cao/%00", "/don-vi/..%2f..", "/don-vi/phuong-van-dau/can-sua/99",
		"/don-vi/phuong-van-dau/can-sua/-1", "/don-vi/..%2fx/bieu-mau", "/chi-tieu/11.1/o/-1", "/chi-tieu/11.1/o/1e9",
		"/chi-tieu/..%2f..", "/page.go", "/html/page.css", "/thay-doi/..%2f1",
		"/thay-doi/-1", "/cac-lan/1e9", "/cac-lan/..%2f..", "/cac-lan/1/tep/..%2f..%2fso-nhat-ky.txt",
		"/cac-lan/1/tep/%2e%2e", "/cac-lan/..%2f1/tep/ket-qua.json", "/don-vi/phuong-van-dau/so/..%2f..%2fco-quan",
		"/don-vi/..%2f../so/11.1.value", "/don-vi/phuong-van-dau/so/1.1.numerator"} {
		status, text := o.ask(http.MethodGet, path, nil, nil)
		if status != http.StatusNotFound && status != http.StatusBadRequest || strings.Contains(text, "root:") {
			t.Errorf("%s: %d\n%s", path, status, words(text))
		}
	}
	o.get("/bao-cao/BaoCao-2022.pdf")
}

// A form that cannot be read is said to be that: not too large, and not in the words of the
// Go library.
func TestAGarbledFormIsTold(t *testing.T) {
	t.Parallel()
	o := enter(t, kienAn(t))
	before := files(t, o.dir)
	const head = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xlsx\"\r\n\r\nmột nửa"
	for _, c := range []struct{ path, kind, body string }{
		{"/cau-hoi/bs5m", "application/x-www-form-urlencoded", "choice=%zz"},
		{"/gui-nhac", "application/x-www-form-urlencoded", "letter=a;b"},
		{"/nop", "text/plain", "a"},
		{"/nop", "multipart/form-data; boundary=x", head},
		{"/nop", "multipart/form-data; boundary=x", "không có phần nào"},
		{"/phan-cong", "multipart/form-data; boundary=x", head},
	} {
		_, text := o.ask(http.MethodPost, c.path, strings.NewReader(c.body),
			func(r *http.Request) { r.Header.Set("Content-Type", c.kind) })
		said := words(text)
		if !has("Không đọc được nội dung gửi lên")(said) || strings.Contains(said, "multipart") ||
			strings.Contains(said, "quá lớn") || strings.Contains(said, "EOF") {
			t.Errorf("%s %s: %.600s", c.path, c.kind, said)
		}
	}
	if after := files(t, o.dir); len(after) != len(before) {
		t.Errorf("%d files, there were %d", len(after), len(before))
	}
}

// What is too large is refused, and nothing of it is kept.
func TestTooMuchIsRefused(t *testing.T) {
	t.Parallel()
	o := enter(t, kienAn(t))
	before := files(t, o.dir)
	status, text := o.ask(http.MethodPost, "/nop", endless{}, func(r *http.Request) {
		r.ContentLength = 1 << 40
		r.Header.Set("Content-Type", "multipart/form-data; boundary=x")
	})
	if status == http.StatusOK && !strings.Contains(text, "quá lớn") {
		t.Errorf("a terabyte: %d\n%s", status, words(text))
	}
	// One that does not say how much it is.
	head := "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"to.xlsx\"\r\n\r\n"
	_, _ = o.ask(http.MethodPost, "/nop", io.MultiReader(strings.NewReader(head), io.LimitReader(endless{}, 150<<20)),
		func(r *http.Request) { r.Header.Set("Content-Type", "multipart/form-data; boundary=x") })
	for _, path := range []string{"/loi-van/mo-dau", "/chot", "/bo-chot", "/cac-lan/1/dat-lai", "/cau-hoi/bs5m",
		"/chi-tieu/11.1/danh-gia", "/don-vi/phuong-van-dau/so/11.1.value", "/quyet-dinh/0/lay-lai"} {
		status, _ = o.ask(http.MethodPost, path, strings.NewReader("text="+strings.Repeat("a", 2<<20)), nil)
		if status != http.StatusRequestEntityTooLarge {
			t.Errorf("%s: two megabytes of words: %d", path, status)
		}
	}
	var many []given
	for i := range 250 {
		many = append(many, given{"file", fmt.Sprintf("%d.txt", i), ""})
	}
	if _, text := o.upload("/nop", many...); !strings.Contains(text, "Quá nhiều tệp") {
		t.Errorf("250 files at once:\n%s", words(text))
	}
	for name := range files(t, o.dir) {
		if _, there := before[name]; !there && strings.Contains(name, "to.xlsx") {
			t.Errorf("%s is there", name)
		}
	}
	o.get("/") // and the page goes on
}

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}

// What a unit wrote into a cell or called its file is text, whatever it looks like.
func TestAScriptInACellIsText(t *testing.T) {
	t.Parallel()
	dir := kienAn(t)
	evil := `<script>alert(1)</script><img src=x onerror=alert(2)>`
	write(t, filepath.Join(dir, app.DropDir, "phuong", `phuong bac son lan 2 "><i>.csv`),
		"Đơn vị: Phường Bắc Sơn,,,\nTT,Chỉ tiêu,Đơn vị tính,Kết quả năm 2022\n"+
			"1,Số lượt lao động được giải quyết việc làm trong năm 2022,lượt lao động,khoảng 350 "+evil+"\n"+
			"2,"+evil+",người,12\n")
	o := enter(t, dir)
	o.shows("/", has("&lt;script&gt;"))
	o.post("/lap-bao-cao", nil)
	o.post("/chot", url.Values{"seen": {"1"}, "reason": {evil}})
	write(t, filepath.Join(dir, app.DropDir, "phuong", `phuong bac son lan 3 "><i>.csv`),
		"Đơn vị: Phường Bắc Sơn,,,\nTT,Chỉ tiêu,Đơn vị tính,Kết quả năm 2022\n"+
			"1,Số lượt lao động được giải quyết việc làm trong năm 2022,lượt lao động,"+evil+"\n")
	o.shows("/chot", has("lan 3"))
	for _, path := range append(paths(o.get("/")), "/", "/don-vi/phuong-bac-son", "/chi-tieu/11.1", "/thay-doi",
		"/thay-doi/1", "/cac-lan", "/cac-lan/1", "/chot") {
		page := o.get(path)
		if strings.Contains(page, "<script>alert") || strings.Contains(page, "<img") ||
			strings.Contains(page, `"><i>`) {
			t.Errorf("%s:\n%s", path, words(page))
		}
	}
}

// paths are where the questions of a page lead.
func paths(text string) (all []string) {
	for part := range strings.SplitSeq(text, `href="/cau-hoi/`) {
		if id, _, ok := strings.Cut(part, `"`); ok && len(id) < 20 && !strings.ContainsAny(id, "<> ") {
			all = append(all, "/cau-hoi/"+url.PathEscape(id))
		}
	}
	return all
}

// Ten thousand files take their time; the page is there all the while, and says so.
func TestThePageIsThereWhileManyFilesAreRead(t *testing.T) {
	t.Parallel()
	if os.Getenv("BAOCAO_TEST_SLOW") == "" {
		t.Skip("ten thousand files: BAOCAO_TEST_SLOW=1")
	}
	dir := kienAn(t)
	for i := range 10_000 {
		write(t, filepath.Join(dir, app.DropDir, fmt.Sprint(i/500), fmt.Sprintf("tep %d.txt", i)), "không có gì\n")
	}
	o := serve(t, dir)
	o.ask(http.MethodGet, o.address[len(o.root):], nil, nil)
	for o.get("/"); strings.Contains(o.get("/"), "Đang đọc các tệp"); {
		start := time.Now()
		o.get("/")
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("the page took %v", took)
		}
		time.Sleep(50 * time.Millisecond)
	}
	text := o.shows("/", has("Phường Văn Đẩu"))
	if len(text) > 20<<20 {
		t.Errorf("a page of %d bytes", len(text))
	}
}
