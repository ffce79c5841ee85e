// Package pdffiletest changes PDFs as people and programs do, for tests.
package pdffiletest

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

var (
	object = regexp.MustCompile(`(?s)(?:^|\n)(\d+) 0 obj\n`)
	length = regexp.MustCompile(`/Length \d+`)
	glyph  = regexp.MustCompile(`<([0-9A-F]{4})><([0-9A-F]{4})>`)
	shown  = regexp.MustCompile(`<[0-9A-F]+>\]TJ`)
	ends   = regexp.MustCompile(`/Root \d+ 0 R`)
)

// Streams are the streams of a file that the program has written, unpacked, by the
// number of their object.
func Streams(data []byte) map[int][]byte {
	all := map[int][]byte{}
	for n, raw := range objects(data) {
		_, rest, ok := bytes.Cut(raw, []byte("stream\n"))
		if !ok || !bytes.Contains(raw[:len(raw)-len(rest)], []byte("/FlateDecode")) {
			continue
		}
		z, err := zlib.NewReader(bytes.NewReader(rest))
		if err != nil {
			continue
		}
		if unpacked, err := io.ReadAll(z); err == nil {
			all[n] = unpacked
		}
	}
	return all
}

// objects are the bytes of the objects that stand for themselves, by number.
func objects(data []byte) map[int][]byte {
	all := map[int][]byte{}
	for at := 0; ; {
		m := object.FindSubmatchIndex(data[at:])
		if m == nil {
			return all
		}
		n, _ := strconv.Atoi(string(data[at+m[2] : at+m[3]]))
		body := data[at+m[1]:]
		end := bytes.Index(body, []byte("\nendobj\n"))
		if end < 0 {
			return all
		}
		all[n] = body[:end]
		at += m[1] + end
	}
}

// Saved is the file as an editor saves it anew, with other streams where change gives
// some; nil leaves one alone.
func Saved(data []byte, change func(n int, stream []byte) []byte) []byte {
	streams, raw := Streams(data), objects(data)
	var table []byte
	tableAt := 0
	out := bytes.NewBufferString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	places := map[int]int{}
	for _, n := range slices.Sorted(maps.Keys(raw)) {
		if bytes.Contains(raw[n], []byte("/Type/XRef")) {
			table, tableAt = streams[n], n
			continue
		}
		places[n] = out.Len()
		body := raw[n]
		if s := streams[n]; s != nil {
			if changed := change(n, s); changed != nil {
				body = stream(dictOf(body), changed)
			}
		}
		fmt.Fprintf(out, "%d 0 obj\n%s\nendobj\n", n, body)
	}
	places[tableAt] = out.Len()
	fresh := bytes.Clone(table)
	for n, at := range places {
		row := fresh[7*n:]
		row[0], row[1], row[2], row[3], row[4] = 1, byte(at>>24), byte(at>>16), byte(at>>8), byte(at)
	}
	start := out.Len()
	fmt.Fprintf(out, "%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n", tableAt,
		stream(dictOf(raw[tableAt]), fresh), start)
	return out.Bytes()
}

func dictOf(body []byte) string {
	before, _, _ := bytes.Cut(body, []byte("\nstream\n"))
	return string(before)
}

func stream(dict string, data []byte) []byte {
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	_, _ = z.Write(data)
	_ = z.Close()
	dict = length.ReplaceAllString(dict, "/Length "+strconv.Itoa(packed.Len()))
	return []byte(dict + "\nstream\n" + packed.String() + "\nendstream")
}

// Added is the file with an object put behind it, as programs do that keep what is there.
func Added(data []byte, n int, body []byte) []byte {
	before := bytes.LastIndex(data, []byte("startxref\n"))
	start, _, _ := bytes.Cut(data[before+len("startxref\n"):], []byte("\n"))
	out := bytes.NewBuffer(bytes.Clone(data))
	at := out.Len()
	fmt.Fprintf(out, "%d 0 obj\n%s\nendobj\n", n, body)
	table := out.Len()
	fmt.Fprintf(out, "xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size 9999%s/Prev %s>>\nstartxref\n%d\n%%%%EOF\n", n, at,
		ends.Find(data), start, table)
	return out.Bytes()
}

// Page is a page's operators as the body of an object.
func Page(operators []byte) []byte { return stream("<</Length 0/Filter/FlateDecode>>", operators) }

// Typed exchanges what is printed: texts that are one run of letters. It gives the pages'
// operators that are others then, by object.
func Typed(data []byte, old, fresh string) map[int][]byte {
	streams := Streams(data)
	changed := map[int][]byte{}
	for _, face := range streams {
		if !bytes.Contains(face, []byte("beginbfchar")) {
			continue
		}
		code := map[string]string{}
		for _, m := range glyph.FindAllSubmatch(face, -1) {
			n, _ := strconv.ParseInt(string(m[2]), 16, 32)
			code[string(rune(n))] = string(m[1])
		}
		hex := func(s string) string {
			var b strings.Builder
			for _, r := range s {
				b.WriteString(code[string(r)])
			}
			return "<" + b.String() + ">]TJ"
		}
		from, to := hex(old), hex(fresh)
		for n, s := range streams {
			if !bytes.Contains(s, []byte(" TJ")) && !shown.Match(s) || len(from) != len(to) {
				continue
			}
			if c := bytes.ReplaceAll(s, []byte(from), []byte(to)); !bytes.Equal(c, s) {
				changed[n] = c
			}
		}
	}
	return changed
}
