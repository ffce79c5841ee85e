package app_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"baocao/internal/app"
	"baocao/internal/diag"
	"baocao/internal/render/xlsx"
	"baocao/internal/resolution"
	"baocao/internal/returns"
)

var update = flag.Bool("update", false, "fill the example's forms anew and rebuild its report")

const exampleDir = "../../examples/kien-an-2022"

// answer is what a clerk puts into one row of a form: a number, a text, or
// one of the two words of the status column.
type answer struct {
	key   string
	value any
}

type remark struct {
	area string
	kind returns.Kind
	text string
}

// filled is one return of the example. All figures are invented.
type filled struct {
	unit, file string
	answers    []answer
	remarks    []remark
}

const (
	nothing  = "không phát sinh"
	achieved = returns.Achievement
	lacking  = returns.Limitation
	because  = returns.Cause
	propose  = returns.Solution
)

var exampleReturns = []filled{
	{"ban-to-chuc", "Ban To chuc.xlsx", []answer{
		{"1.1.numerator", 48}, {"1.1.denominator", 58}, {"1.2.numerator", 9},
		{"1.3.numerator", 4912}, {"1.3.denominator", 5870}, {"2.value", 128},
		{"3.value", 1}, {"3.list", "Chi bộ Công ty TNHH minh họa A"},
	}, []remark{
		{"xay-dung-dang", achieved,
			"Công tác phát triển đảng viên vượt tiến độ so với cùng kỳ; chất lượng sinh hoạt chi bộ được nâng lên."},
		{"xay-dung-dang", lacking, "Việc thành lập tổ chức đảng trong doanh nghiệp ngoài nhà nước còn khó khăn."},
		{"xay-dung-dang", because, "Phần lớn doanh nghiệp trên địa bàn có quy mô nhỏ, số lao động là đảng viên ít."},
		{"xay-dung-dang", propose,
			"Rà soát, lập danh sách doanh nghiệp đủ điều kiện; phân công cấp ủy viên phụ trách từng doanh nghiệp."},
	}},
	{"thong-ke", "Chi cuc Thong ke quan.xlsx", []answer{
		{"4.current", 16189780}, {"4.previous", 13905420},
		{"5.1.value", 45.62}, {"5.2.value", 53.97}, {"5.3.value", 0.41},
	}, nil},
	{"tai-chinh-ke-hoach", "tai-chinh-ke-hoach.xlsx", []answer{
		{"6.actual", 486120}, {"6.plan", 412500}, {"8.value.1", 612.4}, {"8.value.2", 2310.5}, {"8.value.3", 245.6},
	}, []remark{
		{"kinh-te", achieved,
			"Thu cân đối ngân sách vượt dự toán pháp lệnh thành phố giao; tập trung xử lý nợ đọng thuế."},
	}},
	{"kinh-te", "Phong Kinh te.xlsx", []answer{
		{"4.1.current", 673706}, {"4.1.previous", 601482}, {"4.2.current", 12604850}, {"4.2.previous", 10385340},
		{"4.3.current", 140230}, {"4.3.previous", 135462},
	}, []remark{
		{"kinh-te", achieved, "Sản xuất công nghiệp, xây dựng do quận quản lý phục hồi nhanh sau dịch bệnh."},
		{"kinh-te", lacking, "Doanh thu thương mại, dịch vụ tăng nhưng chưa đạt mục tiêu đề ra."},
		{"kinh-te", because, "Sức mua những tháng đầu năm còn thấp do ảnh hưởng của dịch bệnh Covid-19."},
		{"kinh-te", propose, "Đẩy mạnh các chương trình kích cầu tiêu dùng, hỗ trợ hộ kinh doanh chuyển đổi số."},
	}},
	{"chi-cuc-thue", "chi cuc thue.xlsx", []answer{{"7.value", 1086}}, nil},
	{"quan-ly-do-thi", "QLDT quan ly do thi.xlsx", []answer{
		{"9.status", "Đang thực hiện"}, {"9.evidence", "Hoàn thành 04/06 tiêu chuẩn đăng ký thực hiện trong năm"},
		{"14.numerator", 29850}, {"14.denominator", 29850},
	}, []remark{
		{"do-thi-moi-truong", achieved,
			"Hoàn thành chỉnh trang 05 tuyến đường chính; không để phát sinh điểm tập kết rác tự phát."},
		{"do-thi-moi-truong", lacking, "Trật tự đường hè tại một số tuyến đường chưa đảm bảo."},
	}},
	{"giao-duc", "Phong Giao duc va Dao tao.xlsx", []answer{
		{"10.value", 1}, {"10.list", "Trường Tiểu học minh họa B"},
	}, []remark{
		{"van-hoa-xa-hoi", lacking, "Mới có 01 trường được công nhận đạt chuẩn quốc gia, chưa đạt kế hoạch."},
		{"van-hoa-xa-hoi", because, "Cơ sở vật chất của trường thứ hai trong kế hoạch hoàn thành chậm hơn dự kiến."},
		{"van-hoa-xa-hoi", propose, "Hoàn thiện cơ sở vật chất, trình công nhận trường còn lại trong quý I năm sau."},
	}},
	{"lao-dong", "phong lao dong thuong binh va xa hoi.xlsx", []answer{
		{"11.2.numerator", 58420}, {"11.2.denominator", 63950}, {"11.2.last_year", 90.6},
	}, []remark{
		{"van-hoa-xa-hoi", achieved, "Công tác an sinh xã hội được triển khai kịp thời, đúng chính sách."},
	}},
	{"tai-nguyen-moi-truong", "tai-nguyen-moi-truong.xlsx", []answer{
		{"15.1.numerator", 41250}, {"15.1.denominator", 41250},
		{"15.2.numerator", 2145000}, {"15.2.denominator", 10050000},
	}, nil},
	{"van-hoa", "Phong Van hoa va Thong tin.xlsx", nil, []remark{
		{"van-hoa-xa-hoi", achieved,
			"Các hoạt động văn hóa, thể thao mừng Đảng, mừng Xuân được tổ chức an toàn, tiết kiệm."},
		{"cai-cach-hanh-chinh", achieved, "Cổng thông tin điện tử mới của quận vận hành ổn định."},
	}},
	{"quan-su", "Ban CHQS quan-su.xlsx", []answer{{"18.numerator", 105}, {"18.denominator", 105}}, []remark{
		{"quoc-phong-an-ninh", achieved, "Hoàn thành chỉ tiêu giao quân, bảo đảm chất lượng."},
	}},
	{"mat-tran", "Uy ban Mat tran To quoc quan.xlsx", nil, []remark{
		{"mat-tran-doan-the", achieved, "Vận động xây mới, sửa chữa 22 ngôi nhà cho hộ khó khăn."},
		{"mat-tran-doan-the", propose, "Tiếp tục nhân rộng các điển hình \"Dân vận khéo\"."},
	}},
	ward("phuong-bac-son", 352, 1, "Nhà văn hóa phường Bắc Sơn", 9, 12, 2410, 2560),
	ward("phuong-dong-hoa", 368, 0, "", 11, 14, 2875, 3040),
	ward("phuong-lam-ha", 341, 0, "", 10, 13, 2690, 2850),
	ward("phuong-nam-son", 329, 0, "", 8, 11, 1985, 2110),
	ward("phuong-ngoc-son", 317, 0, "", 9, 12, 2120, 2250),
	ward("phuong-phu-lien", 338, nothing, "", 8, 11, 2305, 2455),
	ward("phuong-quan-tru", 446, 1, "Nhà văn hóa phường Quán Trữ", 12, 15, 3120, 3290),
	ward("phuong-tran-thanh-ngo", 462, 0, "", 13, 17, 3645, 3860),
	ward("phuong-trang-minh", 358, 0, "", 9, 13, 2260, 2410),
	ward("phuong-van-dau", "khoảng 350", 0, "", 11, 15, 2540, 2700),
}

func ward(unit string, jobs, houses any, names string, tdp, tdpAll, families, familiesAll int) filled {
	f := filled{unit: unit, file: "phuong/" + unit + ".xlsx", answers: []answer{
		{"11.1.value", jobs}, {"12.value", 0}, {"16.value", houses},
		{"17.1.numerator", tdp}, {"17.1.denominator", tdpAll},
		{"17.2.numerator", families}, {"17.2.denominator", familiesAll},
	}}
	if names != "" {
		f.answers = append(f.answers, answer{"16.list", names})
	}
	return f
}

// fill types the answers into a blank form, as a clerk would: by the cell that
// the row asks for.
func fill(t *testing.T, p *resolution.Plan, r filled) []byte {
	t.Helper()
	form := returns.NewForm(p, r.unit, nil)
	blank, err := xlsx.WriteForm(form)
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(blank))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	cells := map[string]string{} // defined name to "Sheet!F7"
	for _, n := range f.GetDefinedName() {
		cells[n.Name] = strings.NewReplacer("$", "", "'", "").Replace(n.RefersTo)
	}
	asks := map[string]resolution.Ask{}
	for _, a := range form.Asks {
		asks[a.Key()] = a
	}
	for _, a := range r.answers {
		ask, ok := asks[a.key]
		if !ok {
			t.Fatalf("%s is not asked for %s", r.unit, a.key)
		}
		sheet, cell, ok := strings.Cut(cells[ask.Name()], "!")
		if !ok {
			t.Fatalf("the form of %s has no cell named %s", r.unit, ask.Name())
		}
		if a.value == nothing || a.value == notYet {
			_, row, _ := excelize.CellNameToCoordinates(cell)
			head, err := f.SearchSheet(sheet, returns.HeadNil)
			if err != nil || len(head) != 1 {
				t.Fatalf("the form of %s has no heading %s: %v", r.unit, returns.HeadNil, err)
			}
			col, _, _ := excelize.CellNameToCoordinates(head[0])
			cell, _ = excelize.CoordinatesToCellName(col, row)
		}
		if err := f.SetCellValue(sheet, cell, said(a.value)); err != nil {
			t.Fatal(err)
		}
	}
	if len(r.remarks) > 0 {
		found, err := f.SearchSheet(returns.SheetNarrative, returns.HeadArea)
		if err != nil || len(found) != 1 {
			t.Fatalf("the form of %s has no heading %s: %v", r.unit, returns.HeadArea, err)
		}
		col, row, _ := excelize.CellNameToCoordinates(found[0])
		for _, m := range r.remarks {
			row++
			for i, v := range []string{areaTitle(t, p, m.area), m.kind.Vi(), "", m.text} {
				cell, _ := excelize.CoordinatesToCellName(col+i, row)
				if err := f.SetCellValue(returns.SheetNarrative, cell, v); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	data, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return data.Bytes()
}

// said is what the status column's dropdown writes.
func said(v any) any {
	if v == nothing {
		return returns.SayNil
	}
	return v
}

func areaTitle(t *testing.T, p *resolution.Plan, id string) string {
	t.Helper()
	for _, area := range p.Areas {
		if area.ID == id {
			return area.Title
		}
	}
	t.Fatalf("there is no area %s", id)
	return ""
}

// The committed inputs were filled through real forms and still match the
// plan: each reads back as what was typed, as a form of the present version.
func TestExampleInputsMatchThePlan(t *testing.T) {
	t.Parallel()
	p, problems, err := app.Open(exampleDir)
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	if *update {
		must(t, os.RemoveAll(filepath.Join(exampleDir, app.DropDir)))
		send(t, p, exampleDir, exampleReturns)
		_, err := app.Forms(t.Context(), exampleDir)
		must(t, err)
		_, err = app.Build(t.Context(), exampleDir, nil)
		must(t, err)
	}
	readBack(t, exampleDir, exampleReturns, "phuong-van-dau") // its cell "khoảng 350" is the example's faulty one
}

// send lays the filled forms into the drop folder.
func send(t *testing.T, p *resolution.Plan, dir string, sent []filled) {
	t.Helper()
	for _, r := range sent {
		put(t, filepath.Join(dir, app.DropDir, filepath.FromSlash(r.file)), string(fill(t, p, r)))
	}
}

// readBack reads the committed inputs of a folder: each must say what was typed, and
// none but the faulty unit's may have a problem.
func readBack(t *testing.T, dir string, sent []filled, faulty string) {
	t.Helper()
	for _, r := range sent {
		rel := app.DropDir + "/" + r.file
		seen, err := app.Inspect(t.Context(), filepath.Join(dir, filepath.FromSlash(rel)), dir)
		must(t, err)
		got, problems := seen[0].Return, seen[0].Problems
		if got.Unit != r.unit {
			t.Errorf("%s: unit %q, want %s; %v", r.file, got.Unit, r.unit, problems)
			continue
		}
		for _, pr := range problems {
			if r.unit != faulty {
				t.Errorf("%s: %s", r.file, pr.In(diag.En))
			}
		}
		typed := map[string]string{}
		for _, a := range r.answers {
			typed[a.key] = fmt.Sprint(a.value)
		}
		for _, o := range got.Observations {
			said := ""
			switch {
			case o.Answer == returns.Nil:
				said = nothing
			case o.Answer == returns.Pending:
				said = notYet
			case o.Answer == returns.Faulty:
				said = "khoảng 350"
			case o.Text != "":
				said = o.Text
			case o.Answer == returns.Given:
				said = o.Value.Plain()
			}
			if said != typed[o.Key] {
				t.Errorf("%s: %s reads %q, typed was %q", r.file, o.Key, said, typed[o.Key])
			}
			delete(typed, o.Key)
		}
		for key, value := range typed {
			t.Errorf("%s: %s = %s was lost", r.file, key, value)
		}
		if len(got.Remarks) != len(r.remarks) {
			t.Fatalf("%s: %d remarks, want %d", r.file, len(got.Remarks), len(r.remarks))
		}
		for i, m := range r.remarks {
			if g := got.Remarks[i]; g.Area != m.area || g.Kind != m.kind || g.Text != m.text {
				t.Errorf("%s: remark %d is %+v, want %+v", r.file, i, g, m)
			}
		}
	}
}
