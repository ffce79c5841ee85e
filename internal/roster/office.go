package roster

import (
	"cmp"
	"fmt"
	"strings"

	"baocao/internal/resolution"
	"baocao/internal/tomlfile"
)

// Head is what an office file says of the office itself: texts of its [office] and
// the report's title. "" is not known.
type Head struct {
	Parent, Issuer, Symbol, Place, Title string
	State                                bool // an office of the state's and not of the Party's
}

// Profile is the form of its documents, "" where that is not known.
func (h Head) Profile() string {
	if h.State {
		return "nha-nuoc-nd30"
	}
	return ""
}

// OfficeFile writes an office file. What is not known is open in it, "...".
func OfficeFile(h Head, units []resolution.Unit) []byte {
	var b strings.Builder
	b.WriteString("# Cơ quan: đơn vị báo cáo, thể thức văn bản, người ký, nơi nhận, thư điện tử.\n" +
		"# Phần này giữ nguyên từ năm này sang năm khác; chỉ tiêu nằm ở nghi-quyet.toml.\n" +
		"# Chỗ nào còn \"...\" thì điền vào; dòng bắt đầu bằng # chỉ để đọc.\n\n[office]\n")
	line := func(key, value, about string) {
		said := resolution.Quoted(cmp.Or(value, resolution.Blank))
		fmt.Fprintf(&b, "# %s\n%-7s = %s\n", about, key, said)
	}
	line("parent", h.Parent, "cơ quan cấp trên, dòng đầu văn bản, chữ in hoa")
	line("issuer", h.Issuer, "cơ quan ban hành, chữ in hoa")
	symbol, like, authority := "BC/", "BC/ĐU", "T/M BAN THƯỜNG VỤ\", \"BÍ THƯ"
	if h.State {
		symbol, like, authority = "BC-", "BC-UBND", "TM. ỦY BAN NHÂN DÂN\", \"CHỦ TỊCH"
	}
	line("symbol", cmp.Or(h.Symbol, symbol+resolution.Blank), "ký hiệu sau số văn bản, ví dụ "+like)
	line("place", h.Place, "nơi ghi trước ngày tháng")
	line("profile", cmp.Or(h.Profile(), "dang-hd05"), "dang-hd36 | dang-hd05 | nha-nuoc-nd30")
	fmt.Fprintf(&b, "\n[report]\n# period   = \"6-thang\"         # báo cáo một phần của năm; bỏ dòng này là cả năm\n"+
		"# due      = \"20/12/2026\"       # hạn nộp của các đơn vị\n"+
		"title      = %[1]s\n"+
		"attach     = \"annex\"            # PDF mang theo: annex | full (kèm cả tệp PhuLuc) | none\n"+
		"recipients = [\n  %[2]q,\n]\n"+
		"# quyền ký và chức vụ người ký, ví dụ \"%[3]s\"\n"+
		"signature  = { authority = %[2]q, position = %[2]q, name = \"\" }\n\n"+
		"# Cơ quan, phòng, ban. Thứ tự ở đây là thứ tự trong mọi bảng.\n",
		resolution.Quoted(cmp.Or(h.Title, resolution.Blank)), resolution.Blank, authority)
	for _, u := range units {
		fmt.Fprintf(&b, "\n[[unit]]\nid      = %s\nname    = %s\n", resolution.Quoted(u.ID), resolution.Quoted(u.Name))
		if u.Group != "" {
			fmt.Fprintf(&b, "group   = %s\n", resolution.Quoted(resolution.GroupID(u.Group, units)))
		}
		var aliases []string
		for _, a := range u.Aliases {
			aliases = append(aliases, resolution.Quoted(a))
		}
		fmt.Fprintf(&b, "aliases = [%s]\nemail   = %s\n", strings.Join(aliases, ", "), resolution.Quoted(u.Email))
	}
	b.WriteString("\n[mail]\nto = []                         # địa chỉ nhận báo cáo\n")
	return []byte(b.String())
}

// Complete writes what is known of the office into the places that its file leaves
// open. All else stays as it is.
func Complete(file string, h Head) string {
	f, fault := tomlfile.Parse(file)
	if fault != nil {
		return file
	}
	var edits []tomlfile.Edit
	for key, known := range map[string]string{"office.parent": h.Parent, "office.issuer": h.Issuer,
		"office.symbol": h.Symbol, "office.place": h.Place, "report.title": h.Title} { // in any order
		table, name, _ := strings.Cut(key, ".")
		values, _ := f.Values[table].(map[string]any)
		said, _ := values[name].(string)
		if at := f.Places[key]; known != "" && at.Raw != "" && resolution.IsBlank(said) {
			edits = append(edits, at.Give(resolution.Quoted(known)))
		}
	}
	filled, _ := tomlfile.Splice(file, edits)
	return filled
}
