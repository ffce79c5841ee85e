package journal

import (
	"os"
	"strings"
	"testing"
	"time"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution/load"
	"baocao/internal/returns"
)

var morning = time.Date(2022, 12, 12, 1, 30, 0, 0, time.UTC)

func tax(file, sha string, enterprises string) returns.Return {
	return returns.Return{File: file, SHA256: sha, Unit: "chi-cuc-thue", Status: returns.StatusAccepted,
		Observations: []returns.Observation{{
			Unit: "chi-cuc-thue", Key: "7.value", Measure: "7", Answer: returns.Given,
			Value: quantity.MustParse(enterprises),
			At:    diag.Position{File: file, Sheet: "Số liệu", Cell: "G7"}}}}
}

func judged(t *testing.T, returns []returns.Return, problems ...diag.Problem) *assess.Annex {
	t.Helper()
	p, loaded := load.Load(os.DirFS("../../examples/kien-an-2022"))
	if p == nil {
		t.Fatal(loaded)
	}
	return assess.Consolidate(p, returns, nil, problems)
}

// seeing notes all files of an annex, as a build does.
func seeing(t *testing.T, seen *Arrivals, a *assess.Annex, now time.Time) *Arrivals {
	t.Helper()
	if seen == nil {
		var err error
		if seen, err = LoadArrivals(nil); err != nil {
			t.Fatal(err)
		}
	}
	seen.SeeAll(a, nil, now)
	return seen
}

// The tax office sends twice, then takes its first file back: its receipt tells
// what came when, what was taken, what was not and why, and what is gone.
func TestReceiptTellsWhatCameAndWhatWasTaken(t *testing.T) {
	first, second := strings.Repeat("a", 64), strings.Repeat("b", 64)
	one := tax("1-nop-vao-day/thue.xlsx", first, "1086")
	seen := seeing(t, nil, judged(t, []returns.Return{one}), morning)
	two := tax("1-nop-vao-day/thue lần 2.xlsx", second, "1090")
	converted := diag.New("B317", diag.Position{File: two.File, Sheet: "Số liệu", Cell: "G7"},
		diag.Args{"found": "1,09 nghìn", "read": "1.090"}).ForUnit("chi-cuc-thue").ForMeasure("7")
	a := judged(t, []returns.Return{one, two}, converted)
	seen = seeing(t, seen, a, morning.Add(50*time.Hour))
	text, ok := NewReceipts(a, seen).Of("chi-cuc-thue")
	want := "\uFEFFBIÊN NHẬN SỐ LIỆU\r\nĐơn vị: Chi cục Thuế quận\r\nNghị quyết số 02-NQ/QU, năm 2022\r\n\r\n" +
		"1. thue lần 2.xlsx\r\n   Nơi để: 1-nop-vao-day/thue lần 2.xlsx\r\n" +
		"   Thấy lần đầu: 10 giờ 30, ngày 14/12/2022\r\n   SHA-256: " + second + "\r\n   Tình trạng: đã nhận\r\n" +
		"   Có số thay cho số trong tệp: thue.xlsx\r\n   Đã lấy:\r\n" +
		"   - (7) Số doanh nghiệp đang hoạt động có đến cuối năm 2022: 1.090 doanh nghiệp (sheet «Số liệu», ô G7)\r\n" +
		"   Cần xem lại:\r\n   - sheet «Số liệu», ô G7: "
	if !ok || !strings.HasPrefix(string(text), want) {
		t.Errorf("got\n%s\nwant\n%s", text, want)
	}
	want = "2. thue.xlsx\r\n   Nơi để: 1-nop-vao-day/thue.xlsx\r\n   Thấy lần đầu: 08 giờ 30, ngày 12/12/2022\r\n" +
		"   SHA-256: " + first + "\r\n   Tình trạng: đã có tệp khác thay\r\n" +
		"   Có số được thay bằng số trong tệp: thue lần 2.xlsx\r\n   Không dùng:\r\n" +
		"   - (7) Số doanh nghiệp đang hoạt động có đến cuối năm 2022: 1.086 (sheet «Số liệu», ô G7; " +
		"tên tệp mới ghi «lần 2»)\r\n"
	if !strings.Contains(string(text), want) ||
		!strings.HasSuffix(string(text), "\r\n\r\nĐơn vị không còn nợ số liệu.\r\n") {
		t.Errorf("got\n%s\nwant\n%s", text, want)
	}
	text, _ = NewReceipts(judged(t, []returns.Return{two}), seen).Of("chi-cuc-thue")
	want = "2. thue.xlsx\r\n   Nơi để: 1-nop-vao-day/thue.xlsx\r\n   Thấy lần đầu: 08 giờ 30, ngày 12/12/2022\r\n" +
		"   SHA-256: " + first + "\r\n   Tình trạng: không còn trong thư mục nộp"
	if !strings.Contains(string(text), want) {
		t.Errorf("after the first was taken out:\n%s", text)
	}
	if strings.Contains(strings.ReplaceAll(string(text), "\r\n", ""), "\n") {
		t.Error("a line ends without CR")
	}
}

func TestNoReceiptForWhoSentNothing(t *testing.T) {
	a := judged(t, []returns.Return{tax("1-nop-vao-day/thue.xlsx", strings.Repeat("a", 64), "1086")})
	seen := seeing(t, nil, a, morning)
	for _, unit := range []string{"giao-duc", "khong-co"} {
		if text, ok := NewReceipts(a, seen).Of(unit); ok {
			t.Errorf("%s has a receipt:\n%s", unit, text)
		}
	}
}

func TestReceiptNamesWhatIsOwed(t *testing.T) {
	damaged := returns.Return{File: "1-nop-vao-day/thue.xlsx", SHA256: strings.Repeat("a", 64), Unit: "chi-cuc-thue",
		Status: returns.StatusUnreadable}
	a := judged(t, []returns.Return{damaged}, diag.New("B120", diag.Position{File: damaged.File}, nil).
		ForUnit("chi-cuc-thue"))
	text, _ := NewReceipts(a, seeing(t, nil, a, morning)).Of("chi-cuc-thue")
	for _, want := range []string{
		"Tình trạng: không đọc được\r\n   Cần xem lại:\r\n" +
			"   - Tệp bị hỏng hoặc bị cắt cụt nên không mở được (B120)\r\n",
		"Còn nợ 1 số liệu:\r\n- (7) Số doanh nghiệp đang hoạt động",
	} {
		if !strings.Contains(string(text), want) {
			t.Errorf("lacks %q:\n%s", want, text)
		}
	}
}

// A file that is open in Excel while the report is built is not gone, and what
// another unit said is nobody else's to read.
func TestAReceiptSaysNothingThatIsNotSo(t *testing.T) {
	file := "1-nop-vao-day/thue.xlsx"
	one := tax(file, strings.Repeat("a", 64), "1086")
	seen := seeing(t, nil, judged(t, []returns.Return{one}), morning)
	held := returns.Return{File: file, Unit: "chi-cuc-thue", Status: returns.StatusUnreadable}
	text, _ := NewReceipts(judged(t, []returns.Return{held}), seen).Of("chi-cuc-thue")
	if strings.Contains(string(text), "không còn") || strings.Count(string(text), file) != 1 {
		t.Errorf("of a file that is held open:\n%s", text)
	}
	a := judged(t, []returns.Return{one},
		diag.New("B234", diag.Position{File: file}, diag.Args{
			"label": "x", "first": "Chi cục Thống kê quận", "a": 1150, "second": "Chi cục Thuế quận", "b": 1086,
		}).ForUnit("chi-cuc-thue").ForMeasure("7"),
		diag.New("B231", diag.Position{File: "1-nop-vao-day/khac.xlsx"}, diag.Args{"unit": "Chi cục Thuế quận"}).
			See(diag.Position{File: file, Sheet: "Số liệu", Cell: "G7"}).ForUnit("chi-cuc-thue"))
	text, _ = NewReceipts(a, seen).Of("chi-cuc-thue")
	if strings.Contains(string(text), "1150") || strings.Contains(string(text), "Thống kê") ||
		!strings.Contains(string(text), "sheet «Số liệu», ô G7: Chi cục Thuế quận: ") {
		t.Errorf("got\n%s", text)
	}
}
