package mail

import (
	"slices"
	"strings"

	"baocao/internal/resolution"
	"baocao/internal/viet"
	"baocao/internal/wording"
)

// Subject is the letter's subject: "Báo cáo kết quả thực hiện ...".
func Subject(p *resolution.Plan) string {
	key := "thu.bao-cao.chu-de"
	if p.Report.Draft {
		key = "thu.bao-cao.chu-de-du-thao"
	}
	return p.Words.Text(key, wording.Args{"ve-viec": title(p)})
}

// Body is the text of the letter, with a list of the attachments. The only names
// in it are those of the office file.
func Body(p *resolution.Plan, attachments []Attachment) string {
	w := p.Words
	to := w.Text("thu.bao-cao.cac-dong-chi")
	if all := slices.Concat(p.Report.Addressees, p.Report.Recipients); len(all) > 0 {
		to = all[0]
	}
	what := w.Text("thu.bao-cao.van-ban")
	if p.Report.Draft {
		what = w.Text("thu.bao-cao.du-thao")
	}
	if p.Report.Number != "" {
		what += w.Text("thu.bao-cao.so", wording.Args{"so": p.Reference()})
	}
	if !p.Report.Date.IsZero() {
		what += w.Text("thu.bao-cao.ngay", wording.Args{"ngay": p.Report.Date.Long()})
	}
	var b strings.Builder
	line := func(text string) { b.WriteString(text + "\n") }
	line(w.Text("thu.bao-cao.kinh-gui", wording.Args{"noi-nhan": strings.TrimRight(to, ",.; ")}))
	line("")
	line(w.Text("thu.bao-cao.gui", wording.Args{"co-quan": p.Office.Name(), "van-ban": what, "ve-viec": title(p)}))
	if p.Report.Illustrative {
		line(w.Text("thu.bao-cao.minh-hoa"))
	}
	if len(attachments) > 0 {
		line("")
		line(w.Text("thu.bao-cao.kem-theo"))
		for i, a := range attachments {
			end := ";"
			if i == len(attachments)-1 {
				end = "."
			}
			line("- " + described(w, a.Name) + end)
		}
	}
	line("")
	line(w.Text("thu.bao-cao.chao"))
	line("")
	line(p.Office.Issuer)
	return b.String()
}

// title is the report's title, or the resolution's number where it has none.
func title(p *resolution.Plan) string {
	if title := p.Title(); title != "" {
		return viet.LowerFirst(title)
	}
	return p.Periodic("thu.bao-cao.ve-viec", "ky.thu.ve-viec", wording.Args{"so": p.Resolution.Number})
}

func described(w *wording.Words, name string) string {
	switch {
	case strings.HasPrefix(name, "BaoCao"):
		return w.Text("thu.bao-cao.tep-bao-cao", wording.Args{"tep": name})
	case strings.HasPrefix(name, "PhuLuc"):
		return w.Text("thu.bao-cao.tep-phu-luc", wording.Args{"tep": name})
	}
	return name
}
