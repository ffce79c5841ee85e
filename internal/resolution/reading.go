package resolution

import (
	"strconv"
	"strings"

	"baocao/internal/viet"
)

// ReadingsFile holds the readings that a person confirmed once.
const ReadingsFile = "ghi-nho.toml"

// Reading is what a cell of a unit's own table means: the row of this label, in
// the column of this heading, answers this input. It is kept from year to year.
type Reading struct {
	ID             string // of the question that it settled; "" when written by hand
	Unit           string
	Label, Heading string // {nam} and {nam_truoc} stand for the year and the one before
	Input          string // key of the ask; NoInput where the cell answers nothing that is asked
	By             string
	Date           viet.Date
	Line           int
}

// NoInput is the input of a cell that answers nothing that is asked.
const NoInput = "none"

// Sender is a person's word on whose a file is. It holds for this content only.
type Sender struct {
	ID     string
	File   string // below the drop folder; a member of an archive after it
	SHA256 string
	Unit   string
	By     string
	Date   viet.Date
	Line   int
}

// NoUnit is the sender of a file that is nobody's return: a letter, a copy of the
// resolution.
const NoUnit = "none"

// SenderOf is what a person said of a content's sender; nil for nothing.
func (p *Plan) SenderOf(sha256 string) *Sender {
	for i := range p.Senders {
		if sha256 != "" && strings.EqualFold(p.Senders[i].SHA256, sha256) {
			return &p.Senders[i]
		}
	}
	return nil
}

// FormerSender is what a person said of the sender of a file that holds something
// else by now; nil for nothing.
func (p *Plan) FormerSender(file, sha256 string) *Sender {
	if p.SenderOf(sha256) != nil {
		return nil
	}
	for i := range p.Senders {
		if SameFile(p.Senders[i].File, file) {
			return &p.Senders[i]
		}
	}
	return nil
}

// InYear writes out the years that a text leaves open.
func (p *Plan) InYear(text string) string {
	year := p.Resolution.Year
	return strings.NewReplacer("{nam}", strconv.Itoa(year), "{nam_truoc}", strconv.Itoa(year-1)).Replace(text)
}

// AnyYear leaves the year and the one before open in a text, so that it is the
// same next year.
func (p *Plan) AnyYear(text string) string {
	year := p.Resolution.Year
	return strings.NewReplacer(strconv.Itoa(year), "{nam}", strconv.Itoa(year-1), "{nam_truoc}").Replace(text)
}
