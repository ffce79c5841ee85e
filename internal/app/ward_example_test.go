package app_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"baocao/internal/app"
	"baocao/internal/diag"
	"baocao/internal/returns"
)

const wardDir = "../../examples/phuong-an-khang-2026"

// Of the ward's two reports; all figures are invented.
var (
	wardYear = []filled{
		{"ban-xay-dung-dang", "nam/Ban Xay dung Dang.xlsx", []answer{
			{"1.value", 52}, {"2.1.numerator", 21}, {"2.1.denominator", 22}, {"2.2.numerator", 4},
		}, []remark{
			{"xay-dung-dang", achieved,
				"Công tác phát triển đảng viên vượt kế hoạch; sinh hoạt chi bộ đi vào nền nếp, sát việc của tổ dân " +
					"phố."},
			{"xay-dung-dang", propose, "Bồi dưỡng nguồn phát triển đảng viên trong đoàn viên, hộ kinh doanh trẻ."},
		}},
		{"uy-ban-kiem-tra", "nam/UBKT.xlsx", []answer{{"4.value", "20/11/2026"}}, nil},
		{"mat-tran", "nam/MTTQ phuong.xlsx", nil, []remark{
			{"xay-dung-dang", achieved, "Vận động xây mới, sửa chữa 06 nhà cho hộ có hoàn cảnh khó khăn."},
			{"xay-dung-dang", lacking, "Việc xây dựng mô hình «Dân vận khéo» ở tổ dân phố mới sáp nhập còn chậm."},
			{"xay-dung-dang", propose, "Phân công ủy viên Ban Thường trực phụ trách, hỗ trợ từng tổ dân phố."},
		}},
		{"kinh-te-ha-tang", "nam/Phong KT-HT-DT.xlsx", []answer{
			{"9.1.value.1", 182.5}, {"9.1.value.2", 865.4}, {"9.1.value.3", 241.3},
			{"11.numerator", 41230}, {"11.denominator", 42500}, {"13.value", "26/6/2026"},
			{"16.numerator", 9860.5}, {"16.denominator", 9860.5},
		}, []remark{
			{"kinh-te", achieved, "Vốn đầu tư của doanh nghiệp tăng khá nhờ hai dự án hạ tầng khởi công từ quý I."},
			{"kinh-te", lacking, "Giải ngân vốn đầu tư công chưa đạt kế hoạch."},
			{"kinh-te", because, "Dự án cải tạo chợ trung tâm vướng mặt bằng của 03 hộ, chậm hai tháng."},
			{"kinh-te", propose, "Bàn giao mặt bằng sạch trước khi giao vốn; rà soát tiến độ từng dự án hằng tháng."},
			{"do-thi", achieved, "Hoàn thành chỉnh trang tuyến đường Hoa Phượng trước thời hạn."},
		}},
		{"van-hoa-xa-hoi", "nam/Phong Van hoa - Xa hoi.xlsx", []answer{
			{"17.1.current", 34}, {"17.1.previous", 47}, {"17.2.denominator", 7620}, {"19.value", 436},
		}, []remark{
			{"xa-hoi", achieved, "Chính sách an sinh xã hội được chi trả đúng, đủ, kịp thời."},
		}},
		{"hanh-chinh-cong", "nam/TT PVHCC.xlsx", []answer{
			{"14.numerator", 11432}, {"14.denominator", 12410}, {"15.value", 12},
		}, []remark{
			{"do-thi", achieved, "Tổ công nghệ số đến từng tổ dân phố hướng dẫn người dân nộp hồ sơ trực tuyến."},
		}},
		{"thong-ke", "nam/Thong ke co so.xlsx", []answer{
			{"6.1.current", 1386.5}, {"6.1.previous", 1221.4}, {"6.2.current", 1925.6}, {"6.2.previous", 1712.3},
			{"6.3.current", 33.9}, {"6.3.previous", 33.4},
			{"7.1.value", 2015.3}, {"7.2.value", 2790.6}, {"7.3.value", 47.8},
			{"10.numerator", 118940}, {"10.denominator", 1286},
		}, nil},
		{"thue", "nam/Thue co so.xlsx", []answer{{"8.actual", 328450}, {"8.plan", 305000}}, nil},
		{"bao-hiem", "nam/BHXH.xlsx", []answer{{"18.numerator", 27640}}, nil},
		{"tram-y-te", "nam/Tram Y te.xlsx", []answer{
			{"21.1.numerator", 1}, {"21.1.denominator", 412}, {"21.2.numerator", 112}, {"21.2.denominator", 1956},
		}, nil},
		{"cong-an", "nam/Cong an phuong.xlsx", []answer{
			{"23.1.current", 41}, {"23.1.previous", 44}, {"23.2.value", 0}, {"24.value", 28612},
		}, []remark{
			{"an-ninh", achieved, "An ninh chính trị, trật tự an toàn xã hội được giữ vững."},
		}},
		{"quan-su", "nam/Ban CHQS.xlsx", []answer{
			{"22.1.numerator", 38}, {"22.1.denominator", 38}, {"22.2.status", "Hoàn thành"},
			{"22.2.evidence", "Diễn tập chiến đấu phòng thủ tháng 9/2026, được đánh giá loại giỏi"},
		}, nil},
		tdpYear("1", "Có", 1, 470, 1180, 1230), tdpYear("2", "Có", 2, 455, 1210, 1262),
		tdpYear("3", "Có", 1, 412, 1105, 1160), tdpYear("4", "Có", 1, 405, 1090, 1141),
		tdpYear("5", "Có", 1, 352, 1002, 1058),
		tdpYear("6", "Có", 0, 330, 985, 1040,
			remark{"xay-dung-dang", because, "Tổ dân phố mới sáp nhập, lực lượng nòng cốt còn mỏng."}),
	}
	wardHalf = []filled{
		{"ban-xay-dung-dang", "6-thang/Ban Xay dung Dang.xlsx", []answer{
			{"1.value", 24}, {"2.1.numerator", notYet}, {"2.1.denominator", notYet}, {"2.2.numerator", notYet},
		}, []remark{
			{"xay-dung-dang", achieved, "Kết nạp đảng viên mới đạt trên nửa chỉ tiêu cả năm."},
		}},
		{"uy-ban-kiem-tra", "6-thang/UBKT.xlsx", []answer{{"4.value", notYet}}, nil},
		{"mat-tran", "6-thang/MTTQ phuong.xlsx", nil, []remark{
			{"xay-dung-dang", achieved, "Phát động đăng ký mô hình «Dân vận khéo» ở cả 06 tổ dân phố."},
			{"xay-dung-dang", lacking, "Còn 01 chi bộ tổ dân phố chưa tổ chức sinh hoạt chuyên đề."},
			{"xay-dung-dang", propose, "Các chi bộ còn lại tổ chức sinh hoạt chuyên đề ngay trong tháng 7."},
		}},
		{"kinh-te-ha-tang", "6-thang/Phong KT-HT-DT.xlsx", []answer{
			{"9.1.value.1", 71.2}, {"9.1.value.2", 402.6}, {"9.1.value.3", 108.5},
			{"11.numerator", 20185}, {"11.denominator", 42500}, {"13.value", "26/6/2026"},
			{"16.numerator", 4880}, {"16.denominator", 4880},
		}, []remark{
			{"do-thi", achieved, "Hoàn thành chỉnh trang tuyến đường Hoa Phượng trước thời hạn."},
		}},
		{"van-hoa-xa-hoi", "6-thang/Phong Van hoa - Xa hoi.xlsx", []answer{
			{"17.1.current", notYet}, {"17.1.previous", notYet}, {"17.2.denominator", notYet}, {"19.value", 228},
		}, nil},
		{"hanh-chinh-cong", "6-thang/TT PVHCC.xlsx", []answer{
			{"14.numerator", 5120}, {"14.denominator", 6105}, {"15.value", notYet},
		}, nil},
		{"thong-ke", "6-thang/Thong ke co so.xlsx", []answer{
			{"6.1.current", 640.2}, {"6.1.previous", 568.9}, {"6.2.current", 905.4}, {"6.2.previous", 812.6},
			{"6.3.current", 17.1}, {"6.3.previous", 16.8},
			{"7.1.value", 941}, {"7.2.value", 1302.5}, {"7.3.value", 23.9},
			{"10.numerator", notYet}, {"10.denominator", notYet},
		}, nil},
		{"thue", "6-thang/Thue co so.xlsx", []answer{{"8.actual", 171200}, {"8.plan", 305000}}, nil},
		{"bao-hiem", "6-thang/BHXH.xlsx", []answer{{"18.numerator", 27120}}, nil},
		{"tram-y-te", "6-thang/Tram Y te.xlsx", []answer{
			{"21.1.numerator", 0}, {"21.1.denominator", 198}, {"21.2.numerator", 114}, {"21.2.denominator", 1940},
		}, nil},
		{"cong-an", "6-thang/Cong an phuong.xlsx", []answer{
			{"23.1.current", 21}, {"23.1.previous", 22}, {"23.2.value", 0}, {"24.value", 28530},
		}, []remark{
			{"an-ninh", lacking, "Số vụ phạm pháp hình sự giảm ít hơn yêu cầu."},
			{"an-ninh", because, "Số vụ trộm cắp tài sản tăng trong tháng 4 và tháng 5."},
			{"an-ninh", propose, "Tăng cường tuần tra ban đêm ở khu vực chợ và khu trọ."},
		}},
		{"quan-su", "6-thang/Ban CHQS.xlsx", []answer{
			{"22.1.numerator", 38}, {"22.1.denominator", 38}, {"22.2.status", "Đang thực hiện"},
		}, nil},
		tdpHalf("1", "Có", 240), tdpHalf("2", "Có", 230), tdpHalf("3", "Có", 210), tdpHalf("4", "Có", 205),
		tdpHalf("5", "Không", 180, remark{"xay-dung-dang", because, "Một chi bộ thay đổi bí thư giữa kỳ."}),
		tdpHalf("6", "Có", 190),
	}
)

// The ward's returns stand on forms of an older shape, which proves that those are read:
// they stay as they are unless somebody wants them anew.
var resend = flag.Bool("resend", false, "fill the ward's forms anew")

// The ward's half-year and its year: the same folder, one period after the other.
// What each report was made of is still read, and makes the same bytes; the files of
// the other period are told and left out.
func TestTheWardsReportsAreWhatItsFilesSay(t *testing.T) {
	t.Parallel()
	if *resend {
		must(t, os.RemoveAll(filepath.Join(wardDir, app.DropDir)))
	}
	for _, of := range []struct {
		sent []filled
		half bool
	}{{wardHalf, true}, {wardYear, false}} {
		dir := filepath.Join(t.TempDir(), "phuong")
		must(t, os.CopyFS(dir, os.DirFS(wardDir)))
		if of.half {
			halfYear(t, dir)
		}
		p, problems, err := app.Open(dir)
		must(t, err)
		for _, pr := range problems {
			t.Error(pr.In(diag.En))
		}
		if *resend {
			send(t, p, dir, of.sent)
			send(t, p, wardDir, of.sent)
		} else {
			readBack(t, dir, of.sent, "")
		}
	}
	for _, half := range []bool{true, false} {
		dir := filepath.Join(t.TempDir(), "phuong")
		must(t, os.CopyFS(dir, os.DirFS(wardDir)))
		if half {
			halfYear(t, dir)
		}
		must(t, os.RemoveAll(filepath.Join(dir, app.ReportDir)))
		must(t, os.RemoveAll(filepath.Join(dir, app.FormsDir)))
		_, err := app.Build(t.Context(), dir, nil)
		must(t, err)
		outs := []string{app.ReportDir}
		if !half { // the forms lie there as the year has them
			_, err := app.Forms(t.Context(), dir)
			must(t, err)
			outs = append(outs, app.FormsDir)
		}
		for _, out := range outs {
			entries, err := os.ReadDir(filepath.Join(dir, out))
			must(t, err)
			if len(entries) < 4 {
				t.Errorf("%s holds %d files", out, len(entries))
			}
			for _, e := range entries {
				made, err := os.ReadFile(filepath.Join(dir, out, e.Name()))
				must(t, err)
				kept := filepath.Join(wardDir, out, e.Name())
				if *update {
					put(t, kept, string(made))
				}
				if was, err := os.ReadFile(kept); err != nil || !bytes.Equal(was, made) {
					t.Errorf("%s is not the one in the example: %v", e.Name(), err)
				}
			}
		}
	}
}

// notYet is the other word of the status column.
const notYet = returns.SayPending

func tdpYear(no, met string, models, trees, families, familiesAll int, said ...remark) filled {
	return filled{"to-dan-pho-" + no, "nam/to dan pho/TDP so " + no + ".xlsx", []answer{
		{"3.answer", met}, {"5.value", models}, {"12.value", trees},
		{"20.numerator", families}, {"20.denominator", familiesAll},
	}, said}
}

func tdpHalf(no, met string, trees int, said ...remark) filled {
	return filled{"to-dan-pho-" + no, "6-thang/to dan pho/TDP so " + no + ".xlsx", []answer{
		{"3.answer", met}, {"5.value", notYet}, {"12.value", trees},
		{"20.numerator", notYet}, {"20.denominator", notYet},
	}, said}
}

// halfYear is the ward's office file as the half-year's report has it.
func halfYear(t *testing.T, dir string) {
	t.Helper()
	file := filepath.Join(dir, app.OfficeFile)
	text, err := os.ReadFile(file)
	must(t, err)
	put(t, file, strings.NewReplacer(`"nam"`, `"6-thang"`, "2026-12-18", "2026-07-06", "2026-12-10", "2026-06-30").
		Replace(string(text)))
}
