// Package draft turns a resolution's own text, or a table of targets, into the
// draft of a plan. What is not certain is written all the same, with a question
// over it: a person goes through the draft before forms are made of it.
package draft

import (
	"strconv"

	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// Draft is a plan as far as a text tells it.
type Draft struct {
	Number, Issuer, About, Theme string // "" where the text does not say
	Date                         viet.Date
	Parent, Office, Place        string // of the letterhead: "ĐẢNG BỘ ...", "ĐẢNG ỦY PHƯỜNG ...", "Hải Phòng"
	State                        bool   // a document of the state's and not of the Party's
	Year                         int    // of the indicators; 0 where the text does not say
	Sections                     []Section
	Units                        []resolution.Unit // named in a table, in its order
	Asks                         []diag.Message
}

// Section is a group of indicators.
type Section struct {
	Number, Title string
	Indicators    []Indicator
}

// Indicator is one promise, word for word, and what is judged of it.
type Indicator struct {
	Number     int // through all sections, from 1
	Text, Note string
	Headline   string
	Measures   []Measure
	Asks       []diag.Message

	parted bool // a row of a table without a target: those below it are its measures
}

// Measure is one figure and its target, in the plan's language.
type Measure struct {
	ID, Name, Unit, Target, Method string
	PartOf, Each, Per, Among       string
	InUnit, Lower                  bool
	Of                             []string
	From                           []string // ids of units
	Inputs                         []Input
	Asks                           []diag.Message
}

// Input is one number asked for.
type Input struct {
	Role, Label, Unit, SameAs string
	Whole                     bool
	Negative                  bool // it may be below zero: asked about
}

// Assigned are the units and groups, by measure, that the text says report it; all is
// true where it says so of every measure.
func (d *Draft) Assigned() (from map[string][]string, all bool) {
	from, all = map[string][]string{}, true
	for _, s := range d.Sections {
		for _, i := range s.Indicators {
			for _, m := range i.Measures {
				if len(m.From) > 0 {
					from[m.ID] = m.From
				} else {
					all = false
				}
			}
		}
	}
	return from, all
}

// ask adds a question to a measure.
func (m *Measure) ask(key string, args diag.Args) {
	m.Asks = append(m.Asks, diag.Say("draft.ask."+key, args))
}

// Questions are all questions, in the order of the file.
func (d *Draft) Questions() []diag.Message {
	all := append([]diag.Message{}, d.Asks...)
	for _, s := range d.Sections {
		for _, i := range s.Indicators {
			about := func(number string, m diag.Message) {
				all = append(all, diag.Say("draft.about", diag.Args{"number": number, "question": m}))
			}
			for _, q := range i.Asks {
				about(strconv.Itoa(i.Number), q)
			}
			for _, m := range i.Measures {
				for _, q := range m.Asks {
					about(m.ID, q)
				}
			}
		}
	}
	return all
}

// Measures counts what is judged.
func (d *Draft) Measures() (n int) {
	for _, s := range d.Sections {
		for _, i := range s.Indicators {
			n += len(i.Measures)
		}
	}
	return n
}
