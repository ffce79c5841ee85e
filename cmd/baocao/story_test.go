package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"baocao/internal/app"
)

// A ward's year, from the text of the resolution to a corrected report: with nothing but
// the program itself, run as people run it.
func TestAWardsYear(t *testing.T) {
	t.Parallel()
	here := t.TempDir()
	put := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(here, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	put("nghi-quyet.txt", wardResolution)
	put("don-vi.csv", wardUnits)
	put("phan-cong.csv", wardOwners)
	baocao := func(status int, words ...string) string {
		t.Helper()
		cmd := exec.Command("baocao", words...)
		cmd.Dir, cmd.Env = here, append(os.Environ(), "BAOCAO_LANG=vi", "NO_COLOR=1")
		out, err := cmd.CombinedOutput()
		var exit *exec.ExitError
		switch {
		case err != nil && !errors.As(err, &exit):
			t.Fatal(err)
		case cmd.ProcessState.ExitCode() != status:
			t.Fatalf("baocao %s: status %d, want %d\n%s", strings.Join(words, " "), cmd.ProcessState.ExitCode(),
				status, out)
		}
		return string(out)
	}
	shows := func(out string, patterns ...string) {
		t.Helper()
		for _, p := range patterns {
			if !regexp.MustCompile(p).MatchString(out) {
				t.Errorf("no %q in\n%s", p, out)
			}
		}
	}

	// In January: the folder, the resolution, who reports what; the office fills in its own names.
	baocao(0, "init", "phuong", "--units", "don-vi.csv")
	shows(baocao(0, "import", "nghi-quyet.txt", "phuong"), `2 phần, 4 chỉ tiêu, 5 nội dung đánh giá`)
	shows(baocao(0, "import", "phan-cong.csv", "phuong"), `Đã ghi đơn vị báo cáo của 5 nội dung đánh giá`)
	office, plan := filepath.Join("phuong", app.OfficeFile), filepath.Join("phuong", app.ResolutionFile)
	edit := func(path string, pairs ...string) {
		t.Helper()
		data, err := os.ReadFile(filepath.Join(here, path))
		if err != nil {
			t.Fatal(err)
		}
		put(path, strings.NewReplacer(pairs...).Replace(string(data)))
	}
	edit(office, `authority = "..."`, `authority = "T/M ĐẢNG ỦY"`, `position = "..."`, `position = "BÍ THƯ"`,
		`  "...",`, `  "Thường trực Thành ủy",`, `to = []`, `to = ["vanphong@thanhuy.example"]`,
		`[office]`, "[office]\nname = \"Đảng ủy phường Hòa An\"",
		`[report]`, "[report]\nillustrative = true\ndate = 2026-12-20")
	edit(plan, "    # HỎI: tử số «Số hộ nghèo», mẫu số «Tổng số hộ» đã đúng chưa?\n", "")
	shows(baocao(0, "forms", "phuong"), `Đã ghi 3 biểu mẫu vào phuong.mau\s*$`)

	// In December the forms come back while the folder is watched. One figure is a guess, one
	// unit is late.
	s := &screen{t: t}
	watch := exec.Command("baocao", "watch", "phuong", "--every", "20ms")
	watch.Dir, watch.Env, watch.Stdout, watch.Stderr = here, append(os.Environ(), "BAOCAO_LANG=vi"), s, s
	if err := watch.Start(); err != nil {
		t.Fatal(err)
	}
	stopped := false
	defer func() {
		if !stopped {
			_ = watch.Process.Kill()
			_ = watch.Wait()
		}
	}()
	s.wait(`Đã lập báo cáo.*Còn 3 đơn vị nợ số liệu`)
	sends := func(unit, name string, answers map[string]any, remarks ...[2]string) {
		t.Helper()
		data := filled(t, filepath.Join(here, "phuong", app.FormsDir, unit+".xlsx"), answers, remarks...)
		put("den.xlsx", string(data))
		if err := os.Rename(filepath.Join(here, "den.xlsx"),
			filepath.Join(here, "phuong", app.DropDir, name)); err != nil {
			t.Fatal(err)
		}
	}
	sends("ban-xay-dung-dang", "BXDD.xlsx", map[string]any{"CT_01_1_value": 148.5, "CT_01_2_previous": 121,
		"CT_02_value": "khoảng 27"},
		[2]string{"Kết quả nổi bật", "Thu ngân sách vượt dự toán ngay từ quý III."},
		[2]string{"Hạn chế", "Công tác tạo nguồn kết nạp đảng viên ở một số chi bộ còn chậm."},
		[2]string{"Nguyên nhân chủ quan", "Một số chi ủy chưa phân công người theo dõi ngay từ đầu năm."},
		[2]string{"Giải pháp", "Giao chỉ tiêu kết nạp đảng viên cho từng chi bộ ngay từ quý I."})
	s.wait(`Có tệp mới: 1-nop-vao-day/BXDD.xlsx: Ban Xây dựng Đảng`)
	s.wait(`Đã lập báo cáo`)
	sends("to-dan-pho-so-1", "To 1.xlsx", map[string]any{"CT_03_numerator": 2, "CT_03_denominator": 410,
		"CT_04_value": 1})
	s.wait(`Có tệp mới: 1-nop-vao-day/To 1.xlsx: Tổ dân phố số 1, đã nhận`)
	s.wait(`Đã lập báo cáo`)
	if err := watch.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	err := watch.Wait()
	stopped = true
	if err != nil && watch.ProcessState.ExitCode() != 130 {
		t.Errorf("%v\n%s", err, s.seen.String())
	}

	// The guess is asked about and settled; who owes is told.
	var seen struct {
		Problems []struct{ ID, Code string }
	}
	if err := json.Unmarshal([]byte(baocao(3, "check", "phuong", "--json")), &seen); err != nil {
		t.Fatal(err)
	}
	question := ""
	for _, p := range seen.Problems {
		if p.Code == "B313" {
			question = p.ID
		}
	}
	shows(baocao(0, "answer", "phuong", question, "=27", "--reason", "Ban Xây dựng Đảng xác nhận qua điện thoại"), `27`)
	shows(baocao(0, "build", "phuong"), `Báo cáo CHƯA ĐẦY ĐỦ.*Còn 1 đơn vị nợ số liệu`)
	shows(baocao(0, "mail", "phuong", "--remind"), `to-dan-pho-so-2`)

	// The last one comes; the report is whole, is mailed, and is what this folder made.
	sends("to-dan-pho-so-2", "tổ 2.xlsx", map[string]any{"CT_03_numerator": 3, "CT_03_denominator": 390,
		"CT_04_value": 2})
	out := baocao(0, "build", "phuong")
	shows(out, `vượt 1, đạt 3`, `Báo cáo đầy đủ`)
	shows(baocao(0, "mail", "phuong"), `Đã ghi thư nháp`)
	report := filepath.Join("phuong", app.ReportDir, "BaoCao-2026.pdf")
	shows(baocao(0, "verify", report), `đúng nguyên bản`, `đến nay còn nguyên`)
	mailed, err := os.ReadFile(filepath.Join(here, report))
	if err != nil {
		t.Fatal(err)
	}
	put("da-gui.pdf", string(mailed))

	// A figure was wrong: the build says at once that the mailed report says otherwise, the
	// difference has both values, and the mailed file is told from the one in place.
	sends("to-dan-pho-so-2", "tổ 2 lần 2.xlsx", map[string]any{"CT_03_numerator": 9, "CT_03_denominator": 390,
		"CT_04_value": 0})
	shows(baocao(0, "build", "phuong"), `đã gửi`)
	shows(baocao(3, "diff", "phuong", "--mailed"), `0,63.*1,38|0,62.*1,37`, `lần 2\.xlsx`, `[Kk]hông đạt`)
	shows(baocao(3, "verify", "da-gui.pdf", "phuong"),
		`đúng nguyên bản`, `mới: .*lần 2\.xlsx`, `\(3\) .*Đạt → Không đạt`)
}

// filled is a form with answers in its named cells, and remarks, each after its kind.
func filled(t *testing.T, form string, answers map[string]any, remarks ...[2]string) []byte {
	t.Helper()
	f, err := excelize.OpenFile(form)
	if err != nil {
		t.Fatal(err)
	}
	left := len(answers)
	for _, n := range f.GetDefinedName() {
		sheet, cell, _ := strings.Cut(strings.NewReplacer("$", "", "'", "").Replace(n.RefersTo), "!")
		if v, ok := answers[n.Name]; ok {
			if err := f.SetCellValue(sheet, cell, v); err != nil {
				t.Fatal(err)
			}
			left--
		}
	}
	if left != 0 {
		t.Fatalf("%s has not all the cells of %v", form, answers)
	}
	for i, remark := range remarks {
		if err := errors.Join(f.SetCellValue("Thuyết minh", fmt.Sprintf("C%d", 5+i), remark[0]),
			f.SetCellValue("Thuyết minh", fmt.Sprintf("E%d", 5+i), remark[1])); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const (
	wardResolution = `ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG
ĐẢNG ỦY PHƯỜNG HÒA AN
Số 12-NQ/ĐU
Hải Phòng, ngày 25 tháng 12 năm 2025
NGHỊ QUYẾT
CỦA BAN CHẤP HÀNH ĐẢNG BỘ PHƯỜNG
về nhiệm vụ năm 2026
I. CÁC CHỈ TIÊU CHỦ YẾU NĂM 2026
A. Về kinh tế
1. Thu ngân sách nhà nước đạt 135 tỷ đồng, tăng 9% so với năm 2025.
2. Kết nạp 25 - 30 đảng viên.
B. Về xã hội
3. Tỷ lệ hộ nghèo giảm còn 0,9%.
4. Mỗi tổ dân phố có ít nhất 01 mô hình Dân vận khéo.
II. NHIỆM VỤ, GIẢI PHÁP
1. Phấn đấu 100% chi bộ sinh hoạt đúng quy định.
`
	wardUnits = `TT;Tên đơn vị;Nhóm
1;Ban Xây dựng Đảng;
2;Tổ dân phố số 1;Tổ dân phố
3;Tổ dân phố số 2;Tổ dân phố
`
	wardOwners = `TT;Chỉ tiêu;Đơn vị báo cáo
1.1;Thu ngân sách nhà nước;Ban Xây dựng Đảng
1.2;Thu ngân sách nhà nước;Ban Xây dựng Đảng
2;Kết nạp đảng viên;Ban Xây dựng Đảng
3;Tỷ lệ hộ nghèo;Các tổ dân phố
4;Số mô hình Dân vận khéo của mỗi tổ dân phố;Các tổ dân phố
`
)
