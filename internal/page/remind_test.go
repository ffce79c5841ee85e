package page_test

import (
	"errors"
	"net"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"baocao/internal/app"
	"baocao/internal/delivery/deliverytest"
	"baocao/internal/resolution"
)

var letterIn = regexp.MustCompile(`name="letter" value="([^"]*)"[^>]*?( checked)?>`)

// chosen are the letters of a page that can be sent, and how many are chosen beforehand.
func chosen(text string) (letters []string, before int) {
	for _, m := range letterIn.FindAllStringSubmatch(text, -1) {
		letters = append(letters, m[1])
		if m[2] != "" {
			before++
		}
	}
	return letters, before
}

// addressed gives two of the units that owe an address.
func addressed(t *testing.T, o *office, ward, insurance string) {
	t.Helper()
	file := filepath.Join(o.dir, app.OfficeFile)
	now := read(t, file)
	for aliases, address := range map[string]string{`["UBND phường Văn Đẩu"]`: ward,
		`["BHXH quận", "BHXH"]`: insurance} {
		at := regexp.MustCompile(regexp.QuoteMeta("aliases = "+aliases) + `\nemail   = "[^"]*"`)
		now = at.ReplaceAllLiteralString(now, "aliases = "+aliases+"\nemail   = \""+address+"\"")
	}
	write(t, file, now)
}

// The clerk reminds the units that owe from the page: each letter is shown first, those that
// are chosen go once, and the same again wants a word more.
func TestRemindersAreSentFromThePage(t *testing.T) {
	t.Parallel()
	server := deliverytest.New(t, deliverytest.Day{Plain: true,
		Refuse: map[string]string{"bhxh@quan.example": "no such user"}})
	o := mailed(t, server, deliverytest.Password)
	letters := func(want int) {
		t.Helper()
		if n := len(server.Letters()); n != want {
			t.Errorf("%d letters, want %d", n, want)
		}
	}
	addressed(t, o, "vandau@quan.example", "")
	o.shows("/", has(`href="/gui-nhac"`))
	o.shows("/don-vi", has(`href="/gui-nhac"`))
	text := o.get("/gui-nhac")
	first, checked := chosen(text)
	if len(first) != 1 || checked != 1 || !has("vandau@quan.example", "can-sua-phuong-van-dau.xlsx", "127.0.0.1:",
		"Bảo hiểm xã hội quận", "chưa có địa chỉ thư đúng", "Gửi các thư đã chọn")(text) ||
		strings.Contains(text, `type="password"`) || strings.Contains(text, "--") {
		t.Fatal(words(text))
	}
	// What nobody chose, or was not shown, does not go.
	for _, form := range []url.Values{nil, {"letter": {"phuong-van-dau"}},
		{"letter": {"phuong-van-dau 0123456789abcdef"}},
		{"letter": {"khong-co " + first[0]}}} {
		if text := o.post("/gui-nhac", form); !has(`class="note bad"`)(text) {
			t.Errorf("%v: %s", form, words(text))
		}
	}
	letters(0)
	text = o.post("/gui-nhac", url.Values{"letter": first})
	if !has("Thư nhắc: đã gửi 1, chưa gửi được 0", "Đã gửi: Phường Văn Đẩu")(text) {
		t.Fatal(words(text))
	}
	letters(1)
	if j := o.journal(); !has("Nhắc phuong-van-dau Nguyễn Thị Hoa: sắp gửi thư tới vandau@quan.example")(j) ||
		strings.Contains(j, deliverytest.Password) {
		t.Error(j)
	}
	// Not twice, however often the button is pressed; a unit that the server does not take keeps
	// no other back.
	addressed(t, o, "vandau@quan.example", "bhxh@quan.example")
	o.post("/gui-nhac", url.Values{"letter": first})
	letters(1)
	text = o.get("/gui-nhac")
	second, _ := chosen(text)
	if len(second) != 1 || !has("Đã gửi đúng nội dung này tới vandau@quan.example", "trong số 1 thư đã gửi")(text) {
		t.Fatal(words(text))
	}
	text = o.post("/gui-nhac", url.Values{"letter": second})
	if !has("đã gửi 0, chưa gửi được 1", "Chưa gửi được thư nhắc Bảo hiểm xã hội quận", "no such user",
		"sửa xong thì gửi lại")(text) {
		t.Error(words(text))
	}
	letters(1)
	// With the word more both can be chosen; the one that went is not chosen beforehand.
	text = o.get("/gui-nhac?again=1")
	both, checked := chosen(text)
	if len(both) != 2 || checked != 1 || !has("cả thư đã gửi trước đây")(text) {
		t.Fatal(words(text))
	}
	once := url.Values{"letter": both, "again": {"1"}}
	if text = o.post("/gui-nhac", once); !has("đã gửi 1, chưa gửi được 1")(text) {
		t.Error(words(text))
	}
	letters(2)
	if text = o.post("/gui-nhac", once); !has("Đã gửi đúng nội dung này tới vandau@quan.example")(text) {
		t.Error(words(text))
	}
	letters(2)
	// The address is another one since the page was looked at: nothing goes to it unseen.
	both, _ = chosen(o.get("/gui-nhac?again=1"))
	addressed(t, o, "ke-gian@khac.example", "")
	if text = o.post("/gui-nhac", url.Values{"letter": both,
		"again": {"1"}}); !has("Thư nay khác với lúc mở trang")(text) {
		t.Error(words(text))
	}
	letters(2)
	// The ward owes nothing any more.
	o.post("/cau-hoi/bs5m", url.Values{"seen": {seen(t, o.get("/cau-hoi/bs5m"))}, "choice": {"1"}})
	if text = o.post("/gui-nhac", url.Values{"letter": both[1:]}); !has("1 đơn vị đã chọn nay không còn nợ")(text) {
		t.Error(words(text))
	}
	letters(2)
}

// A server that hangs up when it has the letter leaves it in doubt: that is said, the letter is
// not sent again by itself, and drafts and other letters are told of it.
func TestALetterInDoubtOnThePage(t *testing.T) {
	t.Parallel()
	server := deliverytest.New(t, deliverytest.Day{Plain: true, At: func(e deliverytest.Event, conn net.Conn) error {
		if e == deliverytest.Taken {
			return errors.Join(errors.New("gone"), conn.Close())
		}
		return nil
	}})
	o := mailed(t, server, deliverytest.Password)
	addressed(t, o, "vandau@quan.example", "")
	shown, _ := chosen(o.shows("/gui-nhac", has("vandau@quan.example")))
	text := o.post("/gui-nhac", url.Values{"letter": shown})
	if !has("không rõ 1", "KHÔNG RÕ thư nhắc Phường Văn Đẩu đã tới vandau@quan.example chưa",
		`class="note bad"`)(text) {
		t.Error(words(text))
	}
	text = o.get("/gui-nhac")
	if again, _ := chosen(text); again != nil || !has("có thể đã gửi tới vandau@quan.example", "chưa rõ")(text) {
		t.Error(words(text))
	}
	o.post("/gui-bao-cao", url.Values{"seen": {seen(t, o.get("/gui-bao-cao?incomplete=1"))}, "incomplete": {"1"}})
	if text = o.post("/thu-bao-cao", nil); !has("có thể đã gửi qua máy chủ thư lúc")(text) {
		t.Error(words(text))
	}
	o.shows("/thay-doi", has("có thể đã gửi thư"))
}

// Without a password nothing is offered, and nothing is asked for.
func TestRemindersWithoutAPassword(t *testing.T) {
	t.Parallel()
	server := deliverytest.New(t, deliverytest.Day{Plain: true})
	o := mailed(t, server, deliverytest.Password)
	addressed(t, o, "vandau@quan.example", "")
	o.server.Password = func(resolution.SMTP) string { return "" }
	text := o.shows("/gui-nhac", has("vandau@quan.example"))
	if all, _ := chosen(text); all != nil ||
		!has("chưa có mật khẩu của tài khoản thư dành cho máy chủ 127.0.0.1")(text) ||
		strings.Contains(text, `type="password"`) || strings.Contains(text, "Gửi các thư đã chọn") {
		t.Error(words(text))
	}
}
