package page_test

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"baocao/internal/app"
)

// first opens the page in a folder that is no working folder.
func first(t *testing.T, dir string) *office {
	t.Helper()
	o := enter(t, dir)
	o.shows("/", has("Tạo thư mục làm việc"))
	return o
}

const shortResolution = `ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG
QUẬN ỦY KIẾN AN
Số 05-NQ/QU
Kiến An, ngày 20 tháng 12 năm 2025

NGHỊ QUYẾT
về chỉ tiêu, nhiệm vụ năm 2026

I. Các chỉ tiêu về kinh tế
1. Thu ngân sách trên địa bàn đạt 500 tỷ đồng trở lên.
2. Giải quyết việc làm cho 3.000 lượt lao động trở lên.
`

// Whoever was killed while a folder was made leaves it as good as empty: it is made there, and
// not in a folder within it.
func TestAFolderThatWasBegunIsMadeWhereItIs(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, filepath.Join(dir, ".khoa-baocao.moi-ABCDEFGH"), "")
	o := first(t, dir)
	o.upload("/bat-dau/mau")
	o.settled()
	if _, err := os.Stat(filepath.Join(dir, app.ResolutionFile)); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(dir, ".khoa-baocao.moi-ABCDEFGH")); err == nil {
		t.Error("the draft of a lock is left")
	}
}

// The office has the resolution and nothing else: the units come from a list, the plan
// from the text, and what the text does not say is asked on the page.
func TestAFolderIsMadeFromAListAndAText(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "moi")
	o := first(t, dir)
	_, text := o.upload("/bat-dau/don-vi", given{"file", "don-vi.csv",
		"TT,Tên đơn vị,Nhóm,Địa chỉ thư\n1,Chi cục Thuế,,thue@example.vn\n2,Phường Bắc Sơn,phuong,\n" +
			"3,Phường Lãm Hà,phuong,\n"})
	if !has("Đã tạo thư mục «moi»", "Đã ghi 3 đơn vị vào co-quan.toml")(text) {
		t.Fatal(words(text))
	}
	o.shows("/", has("Danh sách đơn vị đã có"))
	if !strings.Contains(read(t, filepath.Join(dir, app.OfficeFile)), "Phường Bắc Sơn") {
		t.Error("the units are not in the office's file")
	}
	_, text = o.upload("/bat-dau/van-ban", given{"file", "nghi quyet.txt", shortResolution})
	if !has("Đã đưa nghị quyết vào thư mục «moi»", "Đọc được", "nội dung đánh giá")(text) ||
		strings.Contains(text, "Đã tạo thư mục") {
		t.Fatal(words(text))
	}
	o.shows("/", func(text string) bool { return !strings.Contains(text, "Tạo thư mục làm việc") })
	if !strings.Contains(read(t, filepath.Join(dir, app.ResolutionFile)), "05-NQ/QU") {
		t.Error("the plan is not there")
	}
	o.dir = dir
	j := o.journal()
	if strings.Count(j, "tạo thư mục làm việc moi") != 1 ||
		strings.Count(j, "đưa nghị quyết vào thư mục làm việc moi") != 1 {
		t.Errorf("who made it:\n%s", j)
	}
	// What is a working folder is not made again.
	if _, text = o.upload("/bat-dau/mau", given{field: "name", content: "x"}); !has("đã là thư mục làm việc")(text) {
		t.Error(words(text))
	}
}

// In a folder with other files (the one the program was put in) a new one is made in
// it, under a name of which only letters and digits are taken.
func TestAFolderIsMadeBesideOtherFiles(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "baocao.exe"), "MZ")
	write(t, filepath.Join(dir, "co-roi", "x.txt"), "x")
	o := first(t, dir)
	for name, want := range map[string]string{
		"":       "Hãy ghi tên thư mục mới",
		"../..":  "Hãy ghi tên thư mục mới",
		"Có rồi": "không tạo đè lên",
	} {
		if _, text := o.upload("/bat-dau/mau", given{field: "name", content: name}); !strings.Contains(text, want) {
			t.Errorf("%q: %s", name, words(text))
		}
	}
	for _, c := range [][2]string{{"/bat-dau/van-ban", "Chưa chọn tệp"}, {"/bat-dau/nam-truoc", "Hãy chọn thư mục"},
		{"/bat-dau/khac", "Chưa chọn tệp"}} {
		if _, text := o.upload(c[0], given{field: "name", content: "moi"}); !strings.Contains(text, c[1]) {
			t.Errorf("%s: %s", c[0], words(text))
		}
	}
	_, text := o.upload("/bat-dau/van-ban", given{field: "name", content: "moi"},
		given{"file", "thu moi.txt", "Kính gửi các đồng chí.\n"})
	if !strings.Contains(text, "Không tìm thấy chỉ tiêu nào trong thu moi.txt") {
		t.Error(words(text))
	}
	if _, err := os.Stat(filepath.Join(dir, "moi")); !errors.Is(err, os.ErrNotExist) {
		t.Error("a folder was left behind by what failed")
	}
	o.upload("/bat-dau/mau", given{field: "name", content: "../../Báo cáo 2026"})
	o.shows("/", has("Nghị quyết số 02-NQ/QU", "23 đơn vị", "chưa gửi"))
	for _, name := range []string{app.ResolutionFile, app.OfficeFile, app.DropDir, app.FormsDir} {
		if _, err := os.Stat(filepath.Join(dir, "bao-cao-2026", name)); err != nil {
			t.Error(err)
		}
	}
	if read(t, filepath.Join(dir, "co-roi", "x.txt")) != "x" {
		t.Error("a file was touched")
	}
}

// Last year's folder lies beside the new one: it is offered, and moved on a year.
func TestAFolderIsMadeFromLastYears(t *testing.T) {
	t.Parallel()
	last := kienAn(t)
	dir := filepath.Join(filepath.Dir(last), "kien-an-2023")
	o := first(t, dir)
	text := o.get("/")
	option := regexp.MustCompile(`<option value="(\w+)">kien-an-2022</option>`).FindStringSubmatch(text)
	if option == nil || !has("Từ thư mục năm trước")(text) {
		t.Fatal(words(text))
	}
	// A colleague's folder comes before it while the page is looked at.
	earlier := filepath.Join(filepath.Dir(last), "an-lao-2022")
	if err := os.CopyFS(earlier, os.DirFS(last)); err != nil {
		t.Fatal(err)
	}
	office := filepath.Join(earlier, app.OfficeFile)
	renamed := strings.Replace(read(t, office), "KIẾN AN", "AN LÃO", 1)
	if err := os.WriteFile(office, []byte(renamed), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, from := range []string{"", "0", "1", "-1", last, "../kien-an-2022"} {
		_, text := o.upload("/bat-dau/nam-truoc", given{field: "from", content: from})
		if !has("Hãy chọn thư mục của năm trước")(text) {
			t.Errorf("%q: %s", from, words(text))
		}
	}
	if _, text := o.upload("/bat-dau/mo", given{field: "from", content: "7"}); !has("Hãy chọn thư mục")(text) {
		t.Error(words(text))
	}
	_, text = o.upload("/bat-dau/nam-truoc", given{field: "from", content: option[1]})
	if !has("Đã tạo thư mục «kien-an-2023»", "Đã chuyển sang năm 2023")(text) {
		t.Fatal(words(text))
	}
	if !strings.Contains(read(t, filepath.Join(dir, app.ResolutionFile)), "2023") {
		t.Error("the plan is last year's")
	}
	if strings.Contains(read(t, filepath.Join(dir, app.OfficeFile)), "AN LÃO") {
		t.Error("it is made from another folder")
	}
	if entries, _ := os.ReadDir(filepath.Join(dir, app.DropDir)); len(entries) != 0 {
		t.Error("last year's files came along")
	}
}

// The seed's own text, as far as it lies beside the repository.
func TestAFolderIsMadeFromTheSeedsText(t *testing.T) {
	t.Parallel()
	seed, err := os.ReadFile("../../../shared/seed/nghi-quyet-02-NQ-QU.txt")
	if err != nil {
		t.Skip("the seed's text is not here")
	}
	dir := filepath.Join(t.TempDir(), "kien-an")
	o := first(t, dir)
	_, text := o.upload("/bat-dau/van-ban", given{"file", "nghi-quyet.txt", string(seed)})
	if !has("18 chỉ tiêu")(text) {
		t.Fatal(words(text))
	}
	text = o.shows("/", func(text string) bool {
		return strings.Contains(text, "Nghị quyết cần hoàn chỉnh") || strings.Contains(text, "18")
	})
	t.Log(words(text)[:600])
}

// Whoever starts the program beside his folders opens one of them.
func TestAFolderThatIsThereIsOpened(t *testing.T) {
	t.Parallel()
	o := first(t, filepath.Dir(kienAn(t)))
	option := regexp.MustCompile(`name="from" value="(\w+)"`).FindStringSubmatch(o.get("/"))
	if option == nil {
		t.Fatal("no folder is offered")
	}
	o.upload("/bat-dau/mo", given{field: "from", content: option[1]})
	o.shows("/", has("Nghị quyết số 02-NQ/QU", "Phường Văn Đẩu"))
}
