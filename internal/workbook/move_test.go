package workbook

import "testing"

// A clerk types a formula into E2 and fills it down and to the right: into F5 here.
func TestAFilledFormulaMovesAsInExcel(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"SUM(E3:E5)":                      "SUM(F6:F8)",
		"A1*$A$9+$A1-A$1":                 "B4*$A$9+$A4-B$1",
		"'Biểu 1'!C2/'Ông ''B2'''!C$2":    "'Biểu 1'!D5/'Ông ''B2'''!D$2",
		"Sheet1!C2+Q1!C2":                 "Sheet1!D5+Q1!D5",
		`IF(C2>0,"C2 đạt","")&"""C2"`:     `IF(D5>0,"C2 đạt","")&"""C2"`,
		"LOG10(C2)+ATAN2(C2,C3)":          "LOG10(D5)+ATAN2(D5,D6)",
		"Bang[[#This Row],[C2]]+[1]T1!C2": "Bang[[#This Row],[C2]]+[1]T1!D5",
		"SUM(C:D)+SUM($C:D)+SUM(2:$3)":    "SUM(D:E)+SUM($C:E)+SUM(5:$3)",
		"muc_tieu+c2+Tỷ_lệ2+_C2+C2.5":     "muc_tieu+D5+Tỷ_lệ2+_C2+C2.5",
		"XFD1":                            "#REF!",
		"A1048575+1.5E3+2":                "#REF!+1.5E3+2",
		"SUM((C2,D2)) C2:INDEX(C2:C9,1)":  "SUM((D5,E5)) D5:INDEX(D5:D12,1)",
		"TRUE+#N/A":                       "TRUE+#N/A",
		"C2%^-C3":                         "D5%^-D6",
		`"chưa đóng C2`:                   `"chưa đóng D5`,
		"Bang[C2":                         "Bang[C2",
	} {
		if got := Moved(text, 3, 1); got != want {
			t.Errorf("%s is %s, want %s", text, got, want)
		}
		if got := Moved(text, 0, 0); got != text {
			t.Errorf("%s is %s in its own cell", text, got)
		}
	}
	if got := Moved("C2", -1, -4); got != "#REF!" {
		t.Errorf("left of the first column: %s", got)
	}
}
