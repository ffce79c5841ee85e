package ods

import (
	"bytes"

	"baocao/internal/diag"
	"baocao/internal/ooxml"
	"baocao/internal/workbook"
)

// value finds out what a cell holds: its kind and number are set, its text is
// returned. blank tells that it holds nothing.
func (s *sheetReader) value(c *cell, cell *workbook.Cell) (text []byte, blank bool, err error) {
	shown := s.text.text
	if s.text.paragraphs == 0 {
		shown = ooxml.Unescape(c.text)
	}
	if c.isError || len(c.formula) > 0 && isErrorName(shown) && !s.showsAValue(c) {
		cell.Kind = workbook.Error
		if len(shown) == 0 {
			shown = []byte("#VALUE!") // which one it was, the file does not say
		}
		return shown, false, nil
	}
	kind := string(c.kind)
	switch kind {
	case "string", "":
		text := s.stringValue(c)
		if len(text) > s.guard.MaxTextLen {
			return nil, false, s.text.tooLong()
		}
		// An empty text is a formula's result like any other, and LibreOffice
		// shows it without a type; nothing at all is a formula without result.
		if len(c.formula) > 0 && (kind == "string" || s.text.paragraphs > 0) || len(text) > 0 {
			cell.Kind = workbook.Text
		}
		return text, len(text) == 0, nil
	case "void":
		return nil, true, nil
	case "float", "percentage", "currency", "date", "time", "boolean":
	default:
		return nil, false, workbook.Refuse("B128", diag.Args{"found": workbook.Printable(kind)})
	}
	v := bytes.TrimSpace(ooxml.Unescape(c.stored()))
	if len(v) == 0 {
		if len(shown) == 0 {
			return nil, true, nil
		}
		return nil, false, unfitting(shown)
	}
	truth := string(shown)
	if len(c.formula) > 0 && (truth == "TRUE" && string(v) == "1" || truth == "FALSE" && string(v) == "0") {
		// LibreOffice stores so a truth value that came from an Excel file.
		cell.Kind, cell.Text = workbook.Bool, truth
		return nil, false, nil
	}
	cell.Kind = workbook.Number
	ok := true
	switch kind {
	case "date":
		cell.Number, ok = parseDate(string(v))
	case "time":
		cell.Number, ok = parseDuration(string(v))
	case "boolean":
		cell.Kind = workbook.Bool
		switch string(v) {
		case "true":
			cell.Text = "TRUE"
		case "false":
			cell.Text = "FALSE"
		default:
			ok = false
		}
		return nil, false, orUnfitting(ok, v)
	default:
		err = cell.SetNumber(v)
	}
	if err == nil {
		err = orUnfitting(ok, v)
	}
	return nil, false, err
}

func unfitting(v []byte) error {
	return workbook.Refuse("B126", diag.Args{"found": workbook.Printable(string(v))})
}

func orUnfitting(ok bool, v []byte) error {
	if ok {
		return nil
	}
	return unfitting(v)
}

// stringValue is a cell's text. The one its attribute states counts; but there
// line breaks have become spaces, so the one shown is taken where they agree.
func (s *sheetReader) stringValue(c *cell) []byte {
	if !c.hasText {
		return s.text.text
	}
	stated := ooxml.Unescape(c.text)
	text := s.text.text
	if bytes.Equal(stated, text) || bytes.Equal(joinFields(stated), joinFields(text)) && len(text) > 0 {
		return text
	}
	s.text.stretches = s.text.stretches[:0]
	return stated
}

func joinFields(s []byte) []byte { return bytes.Join(bytes.Fields(s), []byte(" ")) }

// showsAValue tells that a formula's cell whose text looks like an error holds
// a value nonetheless: programs store an error as 0 or as an empty text.
func (s *sheetReader) showsAValue(c *cell) bool {
	v := bytes.TrimSpace(c.stored())
	switch string(c.kind) {
	case "float", "percentage", "currency":
		n, err := workbook.ParseNumber(v)
		return err == nil && n.Sign() != 0
	}
	return len(v) > 0
}

// isErrorName tells whether a text is what programs show for an error.
func isErrorName(s []byte) bool {
	switch string(s) {
	case "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#ERROR!", "#SPILL!", "#CALC!":
		return true
	}
	digits, ok := bytes.CutPrefix(s, []byte("Err:"))
	_, isIndex := workbook.Index(digits)
	return ok && isIndex
}
