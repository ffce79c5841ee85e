package app

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"baocao/internal/disk"
	"baocao/internal/journal"
	"baocao/internal/render/pdf"
	"baocao/internal/render/result"
	"baocao/internal/resolution"
)

// Kin is how a file and a folder belong together.
type Kin string

// A file may be one that the folder's builds made, one with something added behind
// it, one that was saved anew by another program, or none of these.
const (
	Made    Kin = "made"
	Signed  Kin = "signed"  // something was added, a signature among it
	Added   Kin = "added"   // something was added: remarks, or another text
	Resaved Kin = "resaved" // it carries the name of one that was made, and is another file
	Foreign Kin = "foreign" // nothing tells that this folder made it
)

// Verified is what a folder knows of a file.
type Verified struct {
	Kin     Kin
	Output  journal.Output  // that it is, or comes of
	Of      *journal.Record // the report; nil for a foreign file
	Logged  bool            // a line of the log tells of it; else it lies in 2-bao-cao
	Added   int             // bytes behind what was made
	Mailed  []Leaving
	Changed []journal.InputChange // files that are not what it was made from
	Current bool                  // the report is the one in place
	Since   *journal.Changes      // what the report in place says otherwise; nil where there is none
	InPlace int                   // its number; 0 for one that no line tells of
}

// Same reports that a file is as it was made, and so is everything it was made from.
func (v *Verified) Same() bool { return v.Kin == Made && len(v.Changed) == 0 }

// Verify tells whether a folder made a file, from what, and whether that is still the
// same. It writes nothing.
func Verify(ctx context.Context, file, dir string) (*Verified, error) {
	data, err := disk.Read(file, disk.MaxOwn)
	if err != nil {
		return nil, err
	}
	p, _, err := Open(dir)
	if err != nil {
		return nil, err
	}
	past, err := readPast(dir)
	if err != nil {
		return nil, err
	}
	v := &Verified{Kin: Foreign, Logged: true}
	records := slices.Clone(past.log.Records)
	slices.Reverse(records) // the last report with this content
	if v.look(data, records); v.Of == nil {
		v.Logged = false
		v.look(data, unlogged(dir))
	}
	if v.Of == nil {
		return v, nil
	}
	if v.Logged {
		v.Mailed = past.leavings(v.Of.Report)
	}
	period, _ := resolution.ParsePeriod(v.Of.Period)
	now, err := inputsNow(ctx, p, dir, period)
	if err != nil {
		return nil, err
	}
	v.Changed = pending(v.Of, now)
	at, err := past.inPlace(period)
	if err != nil {
		return v, nil // none is in place, or none that can be read
	}
	if v.Current = !v.Logged || at.of != nil && at.of.Report == v.Of.Report; !v.Current {
		was, _ := past.result(v.Of)
		v.Since = journal.Compare(was, at.result)
	}
	if at.of != nil {
		v.InPlace = at.of.Report
	}
	return v, nil
}

// unlogged are the reports in place as records, for those of an earlier version.
func unlogged(dir string) (all []journal.Record) {
	for _, name := range results(dir) {
		data, _ := disk.Read(filepath.Join(dir, ReportDir, name), disk.MaxOwn)
		res, err := result.Load(data)
		if err != nil {
			continue
		}
		rec := journal.Record{Did: journal.Found, Inputs: sentFor(res)}
		rec.Of(res)
		for _, o := range res.Outputs {
			rec.Outputs = append(rec.Outputs, journal.Output{Name: o.Name, SHA256: o.SHA256, Size: -1})
		}
		all = append(all, rec)
	}
	return all
}

// look finds what a file is among the outputs of some reports.
func (v *Verified) look(data []byte, records []journal.Record) {
	whole := sha256.Sum256(data)
	sum := hex.EncodeToString(whole[:])
	v.find(records, Made, func(o journal.Output) bool { return o.SHA256 == sum })
	if v.Of != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
		return
	}
	begins := beginnings(data, records)
	v.find(records, Added, func(o journal.Output) bool {
		return path.Ext(o.Name) == ".pdf" && begins[o.Size] != "" && begins[o.Size] == o.SHA256
	})
	if v.Of != nil {
		more := data[v.Output.Size:]
		if v.Added = len(more); bytes.Contains(more, []byte(signature)) {
			v.Kin = Signed
		}
		return
	}
	ids := pdf.IDs(data)
	v.find(records, Resaved, func(o journal.Output) bool {
		return slices.ContainsFunc(strings.Fields(o.ID), func(id string) bool { return slices.Contains(ids, id) })
	})
}

func (v *Verified) find(records []journal.Record, as Kin, is func(journal.Output) bool) {
	for i := range records {
		for _, o := range records[i].Outputs {
			if v.Of == nil && is(o) {
				v.Kin, v.Of, v.Output = as, &records[i], o
			}
		}
	}
}

// beginnings are the sums of a file's beginnings that are as long as a recorded file,
// by length. The file is read through once.
func beginnings(data []byte, records []journal.Record) map[int64]string {
	var lengths []int64
	for _, r := range records {
		for _, o := range r.Outputs {
			if o.Size > 0 && o.Size < int64(len(data)) {
				lengths = append(lengths, o.Size)
			}
		}
	}
	slices.Sort(lengths)
	sums := map[int64]string{}
	h, done := sha256.New(), int64(0)
	for _, n := range slices.Compact(lengths) {
		h.Write(data[done:n])
		done = n
		sums[n] = hex.EncodeToString(h.Sum(nil))
	}
	return sums
}
