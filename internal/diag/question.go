package diag

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"
)

// Question is what makes a problem one that a person can settle in one step:
// how it is known again, and what the answer may be.
type Question struct {
	ID   string // short; set by Number once all questions are known
	Step Step

	Input          string // key of what is asked, where it is one
	Label, Heading string // of the cell: what its row and its column say
	Found          string // what stands there
	Figures        []Cell // where several figures are asked about: a value for each may be answered
	File, SHA256   string // whose file it is: asked where Step is BySender

	Shared bool // several units own the figure, and it is settled for all of them

	Candidates []Candidate
	Saw        []Candidate // what each file says, where files differ: File and Value
}

// Step is how an answer is kept.
type Step int

// The three steps: a reading holds for later files, a figure and a sender for
// what was sent.
const (
	ByReading Step = iota
	ByFigure
	BySender
)

// Candidate is one answer that a question may have. One of Input, Unit, Value and
// Estimate is set; of a column with several figures, Value tells them all.
type Candidate struct {
	Input string // key of an ask
	Unit  string // unit id
	Value string // of the figure, in machine notation, or a word for nothing
	Text  Text
	File  string // whose answer it is: the decision then follows the file
	Cells []Cell // what is settled where that is more than the question's own cell

	Estimate bool // what is estimated is taken: of the cells, or of all that Unit sends
}

// Cell is one cell that an answer settles.
type Cell struct {
	At                           Position
	Unit                         string // whose figure it is; "" for the unit of the problem
	Label, Heading, Input, Value string
}

// Ask returns the problem as a question.
func (p Problem) Ask(q Question) Problem { p.Question = &q; return p }

// IsQuestion reports that the problem can be settled by an answer.
func (p Problem) IsQuestion() bool { return p.Question != nil && p.Severity() == Error }

// The length of an id that no other question's begins like, and of the whole hash.
const (
	shortID = 4
	longID  = 20
)

// Asked are the labels of the figures of a question about several.
func (q *Question) Asked() Text {
	var vi, en []string
	for _, f := range q.Figures {
		vi = append(vi, "«"+f.Label+"»")
		en = append(en, "“"+f.Label+"”")
	}
	return Text{strings.Join(vi, "; "), strings.Join(en, "; ")}
}

// hash tells a question from all others and knows it again, tomorrow and on
// another machine: neither file nor cell has a part in it.
func (p Problem) hash() string {
	q := p.Question
	h := sha256.New()
	for _, part := range []string{p.Code, p.Unit, q.Input, q.Label, q.Heading, q.Found, q.SHA256} {
		h.Write([]byte(part + "\x00"))
	}
	for _, c := range q.Candidates {
		if q.Step == BySender { // the content tells the question, whoever may have sent it
			break
		}
		if c.Estimate { // as it was before these could be answered
			continue
		}
		h.Write([]byte(c.Input + "\x00" + c.Unit + "\x00" + c.Value + "\x00"))
	}
	for _, f := range q.Figures {
		h.Write([]byte(f.Unit + "\x00" + f.Input + "\x00" + f.Value + "\x00"))
	}
	return base32.NewEncoding("abcdefghijkmnpqrstuvwxyz23456789").WithPadding(base32.NoPadding).
		EncodeToString(h.Sum(nil))[:longID]
}

// Number gives the questions their ids: the start of their hash, longer where
// two begin alike.
func Number(ps []Problem) {
	var hashes []string
	for i := range ps {
		hash := ""
		if ps[i].IsQuestion() {
			hash = ps[i].hash()
		}
		hashes = append(hashes, hash)
	}
	begins := map[string]map[string]bool{} // hashes by their beginnings
	for _, hash := range hashes {
		for n := shortID; n <= len(hash); n++ {
			if begins[hash[:n]] == nil {
				begins[hash[:n]] = map[string]bool{}
			}
			begins[hash[:n]][hash] = true
		}
	}
	for i, hash := range hashes {
		for n := shortID; n <= len(hash); n++ {
			if len(begins[hash[:n]]) == 1 || n == len(hash) {
				q := *ps[i].Question
				q.ID = hash[:n]
				ps[i].Question = &q
				break
			}
		}
	}
}

// Asked is the question of an id; nil for none. The start of an id will do as
// long as no other question's begins like it.
func Asked(ps []Problem, id string) *Problem {
	id = strings.ToLower(strings.TrimSpace(id))
	var found *Problem
	for i := range ps {
		if !ps[i].IsQuestion() {
			continue
		}
		switch own := ps[i].Question.ID; {
		case own == id:
			return &ps[i]
		case id != "" && strings.HasPrefix(own, id):
			if found != nil && found.Question.ID != own {
				return nil
			}
			found = &ps[i]
		}
	}
	return found
}
