package page_test

import (
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"baocao/internal/app"
)

func (o *office) decisions() string {
	o.t.Helper()
	return read(o.t, filepath.Join(o.dir, "quyet-dinh-so-lieu.toml"))
}

// The standing committee judges an indicator otherwise than its figure: who, when and why
// is kept, the computed verdict stays beside it, and one click takes it back.
func TestAVerdictIsSetByHand(t *testing.T) {
	t.Parallel()
	o := enter(t, kienAn(t))
	before := o.decisions()
	text := o.get("/chi-tieu/10")
	if !has("Theo số liệu: Không đạt", `<option value="met">Đạt`)(text) ||
		strings.Contains(text, `<option value="missed"`) {
		t.Error(words(text))
	}
	set := func(about, verdict, reason, seen string) string {
		return o.post("/chi-tieu/"+about+"/danh-gia",
			url.Values{"verdict": {verdict}, "reason": {reason}, "seen": {seen}})
	}
	shown := seen(t, text)
	for name, text := range map[string]string{
		"no reason":               set("10", "met", " ", shown),
		"another page":            set("10", "met", "Thường trực kết luận", "x"),
		"no verdict":              set("10", "rat-tot", "Thường trực kết luận", shown),
		"the computed one":        set("10", "", "Thường trực kết luận", shown),
		"what cannot be exceeded": set("14", "exceeded", "x", seen(t, o.get("/chi-tieu/14"))),
		"no measure":              set("99", "met", "x", "x"),
	} {
		if !has(`class="note bad"`)(text) {
			t.Errorf("%s: %s", name, words(text))
		}
	}
	if o.decisions() != before {
		t.Error("something was written")
	}
	text = set("10", "met", `Thường trực kết luận: "02 trường" <b>đã</b> đủ`, shown)
	if !has("Đã ghi quyết định vào quyet-dinh-so-lieu.toml", "10 Số trường", "Nguyễn Thị Hoa",
		"&lt;b&gt;đã&lt;/b&gt; đủ", "Theo số liệu: Không đạt", "lay-lai")(text) {
		t.Error(words(text))
	}
	if !has("[[verdict]]", `measure   = "10"`, `verdict   = "đạt"`, `by        = "Nguyễn Thị Hoa"`)(o.decisions()) {
		t.Error(o.decisions())
	}
	// Once it is set it is not set again but taken back first.
	if text := set("10", "exceeded", "x", seen(t, o.get("/chi-tieu/10"))); !has("note bad")(text) {
		t.Error(words(text))
	}
	text = o.get("/quyet-dinh")
	if !has("Đánh giá đặt bằng tay: 2", "Chỉ tiêu 10: Đạt", "Chỉ tiêu 9: Đạt", "(ghi tay trong tệp)")(text) {
		t.Error(words(text))
	}
	text = o.takeBack(text, "/quyet-dinh/1/lay-lai")
	if !has("Đã lấy lại quyết định khỏi quyet-dinh-so-lieu.toml")(text) || o.decisions() != before {
		t.Errorf("%s\n%s", words(text), o.decisions())
	}
	// What somebody wrote into the file himself is taken out as well.
	text = o.takeBack(o.get("/quyet-dinh"), "/quyet-dinh/0/lay-lai")
	if !has("Đã lấy lại quyết định")(text) || strings.Contains(o.decisions(), "04/06 tiêu chuẩn") {
		t.Errorf("%s\n%s", words(text), o.decisions())
	}
	// An indicator of several measures.
	text = o.get("/chi-tieu/(11)")
	text = set("(11)", "met", "Thường trực kết luận", seen(t, text))
	if !has("Đã ghi quyết định", "Theo số liệu: Vượt")(text) || !has("indicator = 11")(o.decisions()) {
		t.Error(words(text))
	}
	if j := o.journal(); !has("quyết định chỉ tiêu 10: Đạt (Thường trực kết luận: ",
		"lấy lại quyết định «Chỉ tiêu 10: Đạt»", "lấy lại quyết định «Chỉ tiêu 9: Đạt» (Văn phòng Quận ủy; ")(j) {
		t.Error(j)
	}
}

// A ward says on the telephone what its form leaves blank; another's figure is known to be
// wrong. Both are set, with why, and taken back.
func TestAFigureIsSetByHand(t *testing.T) {
	t.Parallel()
	o := enter(t, kienAn(t))
	text := o.get("/don-vi/bao-hiem-xa-hoi")
	if !has(`href="/don-vi/bao-hiem-xa-hoi/so/13.numerator"`)(text) {
		t.Fatal(words(text))
	}
	set := func(at, value, reason string) string {
		return o.post(at, url.Values{"seen": {seen(t, o.get(at))}, "value": {value}, "reason": {reason}})
	}
	text = o.get("/don-vi/bao-hiem-xa-hoi/so/13.numerator")
	if !has("Ghi số bằng tay: Bảo hiểm xã hội quận", "Chưa có câu trả lời dùng được")(text) {
		t.Error(words(text))
	}
	before := o.decisions()
	for _, c := range [][2]string{{"110.500", " "}, {"nhiều", "x"}, {"1.250,5.1", "x"}, {"12,5", "x"}, {"", "x"}} {
		if text := set("/don-vi/bao-hiem-xa-hoi/so/13.numerator", c[0], c[1]); !has("note bad")(text) {
			t.Errorf("%q: %s", c, words(text))
		}
	}
	if o.decisions() != before {
		t.Error("something was written")
	}
	text = set("/don-vi/bao-hiem-xa-hoi/so/13.numerator", "110.500", "Bảo hiểm xã hội báo qua điện thoại")
	if !has("Đã ghi quyết định vào quyet-dinh-so-lieu.toml", "110.500", "Nguyễn Thị Hoa", "lay-lai")(text) {
		t.Error(words(text))
	}
	set("/don-vi/bao-hiem-xa-hoi/so/13.denominator", "118.000", "như trên")
	if !has("93,64%")(o.get("/")) {
		t.Error(words(o.get("/")))
	}
	// The figure of a ward that is there: it is shown in its cell.
	text = o.get("/don-vi/phuong-bac-son/so/11.1.value")
	if !has("Đang tính: 352", `class="here"`)(text) {
		t.Error(words(text))
	}
	text = set("/don-vi/phuong-bac-son/so/11.1.value", "253", "Đếm lại danh sách")
	if !has("3.311 lượt lao động, vượt → Chưa có số liệu", "Đang tính: 253")(text) {
		t.Error(words(text))
	}
	text = o.get("/quyet-dinh")
	if !has("Số liệu đã quyết định: 3", "Phường Bắc Sơn, «(11.1) ", "253", "Đếm lại danh sách")(text) {
		t.Error(words(text))
	}
	text = o.takeBack(text, "/quyet-dinh/3/lay-lai")
	if !has("→ 3.311 lượt lao động, vượt")(text) {
		t.Error(words(text))
	}
	if j := o.journal(); !has("ghi số của Phường Bắc Sơn, (11.1) «", "253 (Đếm lại danh sách; ")(j) {
		t.Error(j)
	}
}

// Whose a file is, is settled with a click, shown among the decisions, and taken back.
func TestWhoseAFileIsIsSettled(t *testing.T) {
	t.Parallel()
	dir := kienAn(t)
	write(t, filepath.Join(dir, app.DropDir, "bao cao.csv"),
		"TT,Chỉ tiêu,Đơn vị tính,Kết quả năm 2022\n1,Số người tham gia bảo hiểm y tế,người,110500\n")
	o := enter(t, dir)
	found := ""
	for _, path := range paths(o.get("/")) {
		if has("Tệp này là của đơn vị nào?")(o.get(path)) {
			found = path
		}
	}
	if found == "" {
		t.Fatal(words(o.get("/")))
	}
	text := o.post(found, url.Values{"seen": {seen(t, o.get(found))}, "choice": {"bao-hiem-xa-hoi"}})
	if !has("Đã ghi câu trả lời")(text) {
		t.Fatal(words(text))
	}
	text = o.get("/quyet-dinh")
	if !has("Tệp của đơn vị nào: 1", "Tệp «bao cao.csv» là của Bảo hiểm xã hội quận")(text) {
		t.Fatal(words(text))
	}
	text = o.takeBack(text, "/quyet-dinh/1/lay-lai")
	if !has("Đã lấy lại quyết định")(text) || strings.Contains(o.decisions(), "bao cao.csv") {
		t.Error(words(text))
	}
}

// What the office remembers of a unit's own table, and a warning it accepts, stand among
// the decisions and are taken out of the files they stand in; the rest of those stays.
func TestWhatIsRememberedIsTakenBack(t *testing.T) {
	t.Parallel()
	dir := kienAn(t)
	office, plan := filepath.Join(dir, app.OfficeFile), filepath.Join(dir, app.ResolutionFile)
	was, promised := read(t, office), read(t, plan)
	write(t, office, was+"\n[[layout]]\nunit = \"phuong-bac-son\"\ninput = \"11.1.value\"\n"+
		"sheet = \"Bảng 2\"\nrow = \"Việc làm\"\ncolumn = \"Cả năm\"\n")
	write(t, plan, promised+"\n[[silence]]\ncode = \"B233\"\nreason = \"Đơn vị gửi bổ sung\"\n")
	o := enter(t, dir)
	text := o.get("/quyet-dinh")
	if !has("Chỗ đọc trong bảng riêng của đơn vị: 1", "sheet «Bảng 2», Việc làm › Cả năm", "Cảnh báo đã chấp nhận: 1",
		"B233", "Đơn vị gửi bổ sung")(text) {
		t.Fatal(words(text))
	}
	if text = o.takeBack(text, "/quyet-dinh/2/lay-lai"); !has("khỏi nghi-quyet.toml")(text) {
		t.Error(words(text))
	}
	if text = o.takeBack(o.get("/quyet-dinh"), "/quyet-dinh/1/lay-lai"); !has("khỏi co-quan.toml")(text) {
		t.Error(words(text))
	}
	if is := read(t, office); strings.TrimSpace(is) != strings.TrimSpace(was) {
		t.Error("the office file is another one")
	}
	if is := read(t, plan); strings.TrimSpace(is) != strings.TrimSpace(promised) {
		t.Error("the plan is another one")
	}
}

// What stands in a file that other folders use too is shown and has no button: the page
// says where it is taken out.
func TestWhatOthersUseTooIsNotTakenBack(t *testing.T) {
	t.Parallel()
	dir := kienAn(t)
	plan, common := filepath.Join(dir, app.ResolutionFile), filepath.Join(filepath.Dir(dir), "chung.toml")
	write(t, common, read(t, plan)+"\n[[silence]]\ncode = \"B233\"\nreason = \"Đơn vị gửi bổ sung\"\n")
	write(t, plan, "[extends]\nplan = \"../chung.toml\"\n")
	o := enter(t, dir)
	text := o.get("/quyet-dinh")
	if !has("Cảnh báo đã chấp nhận: 1", "Ghi ở ../chung.toml, tệp mà các thư mục khác cùng dùng")(text) ||
		strings.Contains(text, "/quyet-dinh/1/lay-lai") {
		t.Fatal(words(text))
	}
	before := read(t, common)
	o.post("/quyet-dinh/1/lay-lai", nil)
	if read(t, common) != before {
		t.Error("it was taken out of the shared file")
	}
}

// The file of decisions was edited into no TOML: what is asked for is not done, and which line
// has to be mended is said, as in the terminal.
func TestAFileOfDecisionsThatIsBrokenIsTold(t *testing.T) {
	t.Parallel()
	dir := kienAn(t)
	path := filepath.Join(dir, "quyet-dinh-so-lieu.toml")
	write(t, path, read(t, path)+"\n[[figure]\n")
	o := enter(t, dir)
	before := o.decisions()
	text := o.post("/cau-hoi/bs5m", url.Values{"seen": {seen(t, o.get("/cau-hoi/bs5m"))}, "choice": {"1"}})
	if !has("quyet-dinh-so-lieu.toml, dòng ", "Sửa lỗi này trước; chưa ghi gì")(text) || o.decisions() != before {
		t.Error(words(text))
	}
}
