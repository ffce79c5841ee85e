package diag

import (
	"regexp"
	"strings"
	"sync"
)

// Page is what `explain` says of a code: how grave it is and what that means,
// the message with its arguments named, how to mend it, what it is about, with
// an example. ok is false for what is no code of a problem.
func Page(code string, lang Lang) (page string, ok bool) {
	e, ok := Lookup(code)
	if !ok {
		return "", false
	}
	var b strings.Builder
	line := func(key, text string) {
		b.WriteString(Say(key, Args{"text": text}).In(lang) + "\n")
	}
	b.WriteString(code + "\n\n")
	severity := "explain.error"
	if e.Severity == Warning {
		severity = "explain.warning"
	}
	b.WriteString(Say(severity, nil).In(lang) + "\n")
	line("explain.message", Template(e.What.In(lang), lang))
	line("explain.fix", indented(Template(e.Fix.In(lang), lang)))
	if e.SenderFix != (Text{}) {
		line("explain.sender", Template(e.SenderFix.In(lang), lang))
	}
	b.WriteString("\n" + e.Meaning(lang) + "\n")
	return b.String(), true
}

// Meaning is what the code means, with its example.
func (e Entry) Meaning(lang Lang) string {
	example := e.Example.In(lang)
	if !strings.HasPrefix(example, "\n") { // a quotation from a file begins on its own line
		example = " " + example
	}
	return e.Explain.In(lang) + "\n" + Say("explain.example", Args{"text": example}).In(lang)
}

// indented keeps the lines of a long fix together.
func indented(text string) string { return strings.ReplaceAll(text, "\n", "\n      ") }

var argument = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\{([a-z_]+)\}`) })

// Template shows a message of the catalogue with the names of its arguments in
// their places.
func Template(text string, lang Lang) string {
	return argument().ReplaceAllStringFunc(text, func(a string) string {
		if t, ok := argumentNames()[strings.Trim(a, "{}")]; ok {
			return "‹" + t.In(lang) + "›"
		}
		return "…"
	})
}

// argumentNames are what may stand in the places of a message.
var argumentNames = sync.OnceValue(func() map[string]Text {
	return map[string]Text{
		"a":          {"số thứ nhất", "first figure"},
		"asks":       {"các nội dung", "inputs"},
		"b":          {"số thứ hai", "second figure"},
		"before":     {"số năm trước", "last year's figure"},
		"candidates": {"các nội dung", "inputs"},
		"choices":    {"các lựa chọn", "choices"},
		"code":       {"mã", "code"},
		"column":     {"cột", "column"},
		"columns":    {"các cột", "columns"},
		"count":      {"số lượng", "count"},
		"counts":     {"các nội dung", "inputs"},
		"date":       {"ngày", "date"},
		"encoding":   {"bảng mã", "encoding"},
		"error":      {"lý do", "reason"},
		"factor":     {"số lần", "factor"},
		"figure":     {"kết quả", "figure"},
		"file":       {"tệp", "file"},
		"files":      {"các tệp", "files"},
		"first":      {"chỗ thứ nhất", "the first"},
		"formula":    {"công thức", "formula"},
		"found":      {"nội dung đang ghi", "what stands there"},
		"heading":    {"tiêu đề cột", "heading"},
		"headings":   {"các tiêu đề cột", "headings"},
		"id":         {"mã", "id"},
		"key":        {"khóa", "key"},
		"known":      {"các từ dùng được", "words that may stand there"},
		"label":      {"nội dung", "label"},
		"line":       {"dòng", "line"},
		"measure":    {"chỉ tiêu", "measure"},
		"measures":   {"các chỉ tiêu", "measures"},
		"method":     {"cách tính", "method"},
		"name":       {"tên", "name"},
		"names":      {"số tên", "number of names"},
		"none":       {"nội dung thứ nhất", "first input"},
		"now":        {"số hiện nay", "the figure now"},
		"number":     {"số", "number"},
		"of":         {"chỉ tiêu chung", "the whole measure"},
		"other":      {"nội dung kia", "the other"},
		"owner":      {"đơn vị phụ trách", "owner"},
		"owners":     {"các đơn vị", "units"},
		"part":       {"nội dung thứ nhất", "the part"},
		"period":     {"tiêu đề", "title"},
		"read":       {"giá trị đã đọc", "value read"},
		"reference":  {"số để so sánh", "reference"},
		"row":        {"dòng", "row"},
		"said":       {"lựa chọn", "choice"},
		"saw":        {"dòng saw", "the line saw"},
		"second":     {"chỗ thứ hai", "the second"},
		"sheet":      {"sheet", "sheet"},
		"sheets":     {"các sheet", "sheets"},
		"shown":      {"giá trị", "value"},
		"sum":        {"tổng", "sum"},
		"target":     {"mục tiêu", "target"},
		"targets":    {"đích theo từng cách hiểu", "the target, each way"},
		"text":       {"nội dung", "text"},
		"told":       {"số nay ghi", "figure told now"},
		"toml":       {"mục [[figure]] lập sẵn", "the [[figure]] entry, made ready"},
		"unit":       {"đơn vị", "unit"},
		"units":      {"các đơn vị", "units"},
		"used":       {"số được dùng", "figure used"},
		"value":      {"giá trị", "value"},
		"verdict":    {"đánh giá", "verdict"},
		"want":       {"nội dung phải có", "what should stand there"},
		"was":        {"số đã có", "figure known"},
		"whole":      {"nội dung thứ hai", "the whole"},
		"why":        {"lý do", "reason"},
		"year":       {"năm", "year"},
	}
})
