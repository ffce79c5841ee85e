//go:build unix

package app_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/zlib"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"baocao/internal/app"
	"baocao/internal/assess"
	"baocao/internal/compose"
	"baocao/internal/correction"
	"baocao/internal/document"
	"baocao/internal/fileset"
	"baocao/internal/inbox"
	"baocao/internal/journal"
	"baocao/internal/ooxml"
	"baocao/internal/quantity"
	"baocao/internal/recognise"
	"baocao/internal/render/docx"
	"baocao/internal/render/pdf"
	"baocao/internal/render/result"
	"baocao/internal/render/xlsx"
	"baocao/internal/resolution"
	"baocao/internal/resolution/load"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
	"baocao/internal/workbook/open"
)

// What a stage takes is held against the least that anybody could do for the same bytes, in
// the same run: then a busy machine slows both. `.ci/performance` prints what comes of it.

// tidy is a working folder of files that each have one table: a row for each measure, and
// rows that answer nothing behind them.
type tidy struct{ files, measures, others int }

func (of tidy) name(i int) string {
	return fmt.Sprintf("Chỉ tiêu tổng hợp số %02d về phát triển kinh tế - xã hội", i+1)
}

func (of tidy) lay(t testing.TB, dir string) {
	t.Helper()
	var plan, office strings.Builder
	plan.WriteString("[resolution]\nnumber = \"05-NQ/ĐU\"\ndate = 2021-12-18\n" +
		"issuer = \"Ban Chấp hành Đảng bộ phường\"\nabout = \"về chỉ tiêu năm 2022\"\nyear = 2022\n")
	for i := range of.measures {
		if i%20 == 0 {
			fmt.Fprintf(&plan, "[[section]]\nnumber = \"%d\"\ntitle = \"Nhóm chỉ tiêu %d\"\n", i/20+1, i/20+1)
		}
		fmt.Fprintf(&plan, "[[section.indicator]]\nnumber = %d\ntext = \"%s đạt từ %d trở lên\"\n"+
			"[[section.indicator.measure]]\nid = \"%d\"\nname = \"%s\"\nunit = \"lượt\"\ntarget = \">= %d\"\n"+
			"method = \"sum\"\nfrom = [\"to\"]\ninputs = { value = \"%s\" }\n",
			i+1, of.name(i), of.files*100, i+1, of.name(i), of.files*100, of.name(i))
	}
	office.WriteString("[office]\nparent = \"ĐẢNG BỘ MẪU\"\nissuer = \"ĐẢNG ỦY PHƯỜNG MẪU\"\n" +
		"symbol = \"BC/ĐU\"\nplace = \"Mẫu\"\nprofile = \"dang-hd36\"\n" +
		"[report]\ndate = 2022-12-20\ntitle = \"kết quả năm 2022\"\n")
	for k := range of.files {
		fmt.Fprintf(&office, "[[unit]]\nid = \"to-%03d\"\nname = \"Tổ dân phố số %03d\"\ngroup = \"to\"\n", k+1, k+1)
	}
	put(t, filepath.Join(dir, app.ResolutionFile), plan.String())
	put(t, filepath.Join(dir, app.OfficeFile), office.String())
	for k := range of.files {
		put(t, filepath.Join(dir, app.DropDir, fmt.Sprintf("to-%03d.xlsx", k+1)), string(of.file(t, k)))
	}
}

// file is the workbook of one sender; no two have the same figures.
func (of tidy) file(t testing.TB, k int) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	row := func(n int, cells ...any) {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", n), &cells); err != nil {
			t.Fatal(err)
		}
	}
	row(1, "TT", "Chỉ tiêu", "ĐVT", "Kế hoạch năm 2022", "Thực hiện năm 2022", "Ghi chú")
	for i := range of.measures {
		row(i+2, i+1, of.name(i), "lượt", 100, 90+(i*7+k*13)%23, "theo số liệu đơn vị")
	}
	for i := range of.others {
		row(of.measures+i+2, "", fmt.Sprintf("Việc khác của tổ, lần thứ %d", i+1), "việc", "", "", "")
	}
	data, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return data.Bytes()
}

// job is a folder on its way through the stages; each leaves what the next begins with.
type job struct {
	dir      string
	files    [][]byte
	names    []string
	books    []*workbook.Book
	plan     *resolution.Plan
	returns  []returns.Return
	annex    *assess.Annex
	doc      *document.Document
	layout   *pdf.Layout
	pages    []byte
	phuLuc   []byte
	soLieu   []byte
	word     []byte
	result   *result.Result
	json     []byte
	receipts []fileset.File
	marked   []byte
	written  []fileset.File
}

// against is a stage and the least that its bytes take.
type against struct {
	name, least string
	do, floor   func(*job) error
}

// toDisk is the stage whose time is that of the disk, and so that of the clock.
const toDisk = "writing, syncing"

var floors = []against{
	{"reading", "unzip, tokenise", func(j *job) error {
		j.books = nil
		for i, data := range j.files {
			book, problems := open.Read(context.Background(), j.names[i], data, unhurried())
			if book == nil {
				return fmt.Errorf("%s: %v", j.names[i], problems)
			}
			j.books = append(j.books, book)
		}
		return nil
	}, func(j *job) error {
		for _, data := range j.files {
			if err := tokenise(data); err != nil {
				return err
			}
		}
		return nil
	}},
	{"recognising", "fold every text once", func(j *job) error {
		p, problems := load.Load(os.DirFS(j.dir))
		if p == nil {
			return fmt.Errorf("plan: %v", problems)
		}
		k := recognise.NewKnowledge(p, nil)
		j.plan, j.returns = p, nil
		for i, book := range j.books {
			r, _ := k.Recognise(app.DropDir+"/"+j.names[i], fmt.Sprintf("%064d", i), book)
			j.returns = append(j.returns, r)
		}
		return nil
	}, func(j *job) error {
		letters := 0
		for _, book := range j.books {
			for _, s := range book.Sheets {
				for i := range s.Cells {
					letters += len(viet.Fold(s.Cells[i].Text))
				}
			}
		}
		return some(letters)
	}},
	{"settling, judging", "add every figure once", func(j *job) error {
		j.annex = assess.Consolidate(j.plan, j.returns, nil, nil)
		return some(len(j.annex.Measures()))
	}, func(j *job) error {
		sums := map[string]quantity.Number{}
		for _, r := range j.returns {
			for _, o := range r.Observations {
				sums[o.Key] = sums[o.Key].Add(o.Value)
			}
		}
		return some(len(sums))
	}},
	{"composing, setting", "unzip, tokenise it as a Word file", func(j *job) error {
		doc, problems := compose.Report(j.annex)
		doc.Created = time.Date(2022, 12, 20, 0, 0, 0, 0, time.UTC)
		j.annex.AddProblems(problems)
		layout, _, err := pdf.Set(doc)
		j.doc, j.layout = doc, layout
		return err
	}, func(j *job) error {
		return tokenise(j.word)
	}},
	{"PDF", "deflate the same bytes", func(j *job) (err error) {
		j.pages, err = pdf.Paint(j.layout)
		return err
	}, func(j *job) error { return deflateAgain(j.pages) }},
	{"annex workbook", "deflate the same bytes", func(j *job) (err error) {
		j.phuLuc, err = xlsx.PhuLuc(j.annex)
		return err
	}, func(j *job) error { return packAgain(j.phuLuc) }},
	{"SoLieu", "deflate the same bytes", func(j *job) (err error) {
		j.soLieu, err = xlsx.SoLieu(j.annex)
		return err
	}, func(j *job) error { return packAgain(j.soLieu) }},
	{"Word file", "deflate the same bytes", func(j *job) (err error) {
		j.word, err = docx.Write(j.doc)
		return err
	}, func(j *job) error { return packAgain(j.word) }},
	{"ket-qua.json", "encode the same values", func(j *job) (err error) {
		j.result = result.New(j.annex)
		j.json, err = j.result.Marshal()
		return err
	}, func(j *job) error {
		_, err := json.Marshal(j.result)
		return err
	}},
	{"receipts, copies", "unzip, deflate one, copy the others", func(j *job) error {
		seen, err := journal.LoadArrivals(nil)
		if err != nil {
			return err
		}
		seen.SeeAll(j.annex, j.returns, time.Unix(0, 0))
		all := journal.NewReceipts(j.annex, seen)
		j.receipts = nil
		for _, u := range j.annex.Units {
			if text, ok := all.Of(u.ID); ok {
				j.receipts = append(j.receipts, fileset.File{Name: u.ID + ".txt", Data: text})
			}
		}
		note := correction.Note{File: j.names[0], SHA256: inbox.Sum(j.files[0]), Unit: "Tổ", Words: j.plan.Words,
			Problems: []correction.Problem{{Sheet: "Sheet1", Cell: "E2", What: "Số này là ước chừng.",
				Fix: "Ghi số chính xác.", Grave: true}}}
		j.marked, err = correction.Mark(context.Background(), j.files[0], note, unhurried())
		return err
	}, func(j *job) error {
		for _, r := range j.receipts {
			_ = bytes.Clone(r.Data)
		}
		return packAgain(j.marked)
	}},
	{toDisk, "write and sync them one by one", func(j *job) error {
		w := fileset.Writer{Run: "r", Still: func() error { return nil }, Rename: os.Rename}
		dir := filepath.Join(j.dir, "written")
		if err := os.RemoveAll(dir); err != nil {
			return err
		}
		if err := os.Mkdir(dir, 0o755); err != nil {
			return err
		}
		j.written = []fileset.File{{Name: "BaoCao.pdf", Data: j.pages}, {Name: "PhuLuc.xlsx", Data: j.phuLuc},
			{Name: "SoLieu.xlsx", Data: j.soLieu}, {Name: "ket-qua.json", Data: j.json}}
		if _, err := w.Replace(dir, j.written, nil); err != nil {
			return err
		}
		_, err := w.Begin(filepath.Join(dir, "bien-nhan"), j.receipts).Place()
		return err
	}, func(j *job) error {
		return writeAgain(filepath.Join(j.dir, "again"), slices.Concat(j.written, j.receipts))
	}},
	{"the whole build", "unzip, tokenise, deflate, write, sync", func(j *job) error {
		for _, made := range []string{app.ReportDir, app.JournalDir, app.CorrectionDir} {
			if err := os.RemoveAll(filepath.Join(j.dir, made)); err != nil {
				return err
			}
		}
		_, err := app.Build(context.Background(), j.dir, nil)
		return err
	}, func(j *job) error {
		for _, data := range j.files {
			if err := tokenise(data); err != nil {
				return err
			}
		}
		for _, made := range [][]byte{j.phuLuc, j.soLieu} {
			if err := packAgain(made); err != nil {
				return err
			}
		}
		if err := deflateAgain(j.pages); err != nil {
			return err
		}
		return writeAgain(filepath.Join(j.dir, "again"), slices.Concat(j.written, j.receipts))
	}},
}

// BenchmarkFloor prints of each stage how many times its floor it takes, the best of either.
func BenchmarkFloor(b *testing.B) {
	j := &job{dir: b.TempDir()}
	of := tidy{files: 40, measures: 60}
	of.lay(b, j.dir)
	for k := range of.files {
		j.names = append(j.names, fmt.Sprintf("to-%03d.xlsx", k+1))
		j.files = append(j.files, of.file(b, k))
	}
	for _, s := range floors { // so that any of them can be run alone
		if err := s.do(j); err != nil {
			b.Fatal(s.name, ": ", err)
		}
	}
	for _, s := range floors {
		b.Run(strings.ReplaceAll(s.name, " ", "_"), func(b *testing.B) {
			best, least, waited, leastWaited := time.Hour, time.Hour, time.Hour, time.Hour
			var before, after runtime.MemStats
			for b.Loop() {
				runtime.ReadMemStats(&before)
				start := time.Now()
				best = min(best, timed(b, j, s.do))
				waited = min(waited, time.Since(start))
				runtime.ReadMemStats(&after)
				start = time.Now()
				least = min(least, timed(b, j, s.floor))
				leastWaited = min(leastWaited, time.Since(start))
			}
			if s.name == toDisk {
				best, least = waited, leastWaited
			}
			b.ReportMetric(float64(best)/float64(least), "x-floor")
			b.ReportMetric(float64(best.Microseconds())/1000, "ms")
			b.ReportMetric(float64(least.Microseconds())/1000, "floor-ms")
			b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/(1<<20), "MB")
			b.ReportMetric(0, "ns/op") // both together, which tells nothing
		})
	}
}

// timed is the processor time that something takes, of all threads: what else runs on the
// machine changes it least.
func timed(b *testing.B, j *job, do func(*job) error) time.Duration {
	b.Helper()
	start := processorTime(b)
	if err := do(j); err != nil {
		b.Fatal(err)
	}
	return processorTime(b) - start
}

func processorTime(b *testing.B) time.Duration {
	b.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// BenchmarkGrows builds a folder and one four times as large in one way, and prints how
// many times as long the second takes.
func BenchmarkGrows(b *testing.B) {
	for _, way := range []struct {
		name         string
		small, large tidy
	}{
		{"files_and_units", tidy{20, 60, 0}, tidy{80, 60, 0}},
		{"rows", tidy{20, 60, 40}, tidy{20, 60, 340}},
		{"measures_and_pages", tidy{20, 40, 0}, tidy{20, 160, 0}},
	} {
		b.Run(way.name, func(b *testing.B) {
			folder := func(of tidy) string {
				dir := b.TempDir()
				of.lay(b, dir)
				return dir
			}
			build := func(dir string) func(*job) error {
				return func(*job) error {
					_, err := app.Check(context.Background(), dir, nil)
					return err
				}
			}
			small, large := folder(way.small), folder(way.large)
			quick, long := time.Hour, time.Hour
			for b.Loop() {
				quick, long = min(quick, timed(b, nil, build(small))), min(long, timed(b, nil, build(large)))
			}
			b.ReportMetric(float64(long)/float64(quick), "x-of-4")
			b.ReportMetric(float64(quick.Microseconds())/1000, "ms")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// BenchmarkRebuild builds a folder anew in which one file of forty has changed since the last
// time, as `watch` and the page do, and prints how long that takes by the clock.
func BenchmarkRebuild(b *testing.B) {
	dir := b.TempDir()
	of := tidy{files: 40, measures: 60}
	of.lay(b, dir)
	changed := filepath.Join(dir, app.DropDir, "to-001.xlsx")
	contents := [2][]byte{of.file(b, 0), of.file(b, 1)}
	var m app.Readings
	least, turn := time.Hour, 0
	for b.Loop() {
		turn++
		put(b, changed, string(contents[turn%2]))
		start := time.Now()
		if _, err := m.Build(context.Background(), dir, nil); err != nil {
			b.Fatal(err)
		}
		if turn > 1 { // the first reads all of them
			least = min(least, time.Since(start))
		}
	}
	b.ReportMetric(float64(least.Microseconds())/1000, "ms")
	b.ReportMetric(0, "ns/op")
}

func some(n int) error {
	if n == 0 {
		return io.ErrUnexpectedEOF
	}
	return nil
}

// unhurried are limits under which what was read stays good as long as it is measured.
func unhurried() workbook.Limits {
	lim := workbook.DefaultLimits()
	lim.Deadline = time.Hour
	return lim
}

// tokenise unpacks a workbook's parts and goes through their tags.
func tokenise(data []byte) error {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	for _, f := range archive.File {
		part, err := unpacked(f)
		if err != nil {
			return err
		}
		x, err := ooxml.NewScanner(f.Name, part, workbook.NewGuard(context.Background(), unhurried()))
		if err != nil {
			return err
		}
		for {
			t, err := x.Next()
			if err != nil {
				return err
			}
			if t == ooxml.EndOfPart {
				break
			}
		}
	}
	return nil
}

func unpacked(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	part := make([]byte, f.UncompressedSize64)
	_, err = io.ReadFull(r, part)
	return part, err
}

// packAgain unpacks an archive and packs its parts again, with one packer.
func packAgain(data []byte) error {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	var out bytes.Buffer
	packer, err := flate.NewWriter(&out, 6)
	if err != nil {
		return err
	}
	for _, f := range archive.File {
		part, err := unpacked(f)
		if err != nil {
			return err
		}
		packer.Reset(&out)
		if _, err := packer.Write(part); err != nil {
			return err
		}
		if err := packer.Close(); err != nil {
			return err
		}
	}
	return nil
}

// deflateAgain unpacks the streams of a PDF and packs them again, with one packer.
func deflateAgain(data []byte) error {
	var out bytes.Buffer
	packer := zlib.NewWriter(&out)
	for rest := data; ; {
		_, after, ok := bytes.Cut(rest, []byte("stream\n"))
		if !ok {
			return nil
		}
		stream, behind, _ := bytes.Cut(after, []byte("\nendstream"))
		rest = behind
		r, err := zlib.NewReader(bytes.NewReader(stream))
		if err != nil { // one that is not packed
			continue
		}
		packer.Reset(&out)
		if _, err := io.Copy(packer, r); err != nil {
			return err
		}
		if err := packer.Close(); err != nil {
			return err
		}
	}
}

// writeAgain writes files as anybody does who wants to be sure of them.
func writeAgain(dir string, files []fileset.File) error {
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		return err
	}
	for _, f := range files {
		if err := fileset.Create(filepath.Join(dir, f.Name), f.Data); err != nil {
			return err
		}
	}
	fileset.Sync(dir)
	return nil
}
