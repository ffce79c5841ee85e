package result

import (
	"baocao/internal/assess"
)

// OutgoingSchema names the format of Outgoing.
const OutgoingSchema = "baocao-chi-tieu/1"

// Outgoing is what the report's annex says, for programs of who gets the report
// (docs/chi-tieu.md lists every field): figures, targets and verdicts. It has no unit,
// none of their files and words, no problem and nobody's decision.
type Outgoing struct {
	Schema       string            `json:"schema"`
	Issuer       string            `json:"issuer"`
	Symbol       string            `json:"symbol"`
	Number       *string           `json:"number"`
	Date         *string           `json:"date"`
	Resolution   Resolution        `json:"resolution"`
	Period       string            `json:"period"`
	Draft        bool              `json:"draft"`
	Illustrative bool              `json:"illustrative"`
	Replaces     *Replaced         `json:"replaces"`
	Summary      Summary           `json:"summary"`
	Sections     []OutgoingSection `json:"sections"`
}

// OutgoingSection is a group of indicators.
type OutgoingSection struct {
	Number     string              `json:"number"`
	Title      string              `json:"title"`
	Indicators []OutgoingIndicator `json:"indicators"`
}

// OutgoingIndicator is one promise and its verdict.
type OutgoingIndicator struct {
	Number   int               `json:"number"`
	Text     string            `json:"text"`
	Verdict  string            `json:"verdict"`
	Measures []OutgoingMeasure `json:"measures"`
}

// OutgoingMeasure is one figure and its verdict.
type OutgoingMeasure struct {
	ID              string            `json:"id"`
	Name            string            `json:"name"`
	Unit            string            `json:"unit"`
	Decimals        int               `json:"decimals"`
	Method          string            `json:"method"`
	Target          string            `json:"target"`
	AmendedBy       *string           `json:"amended_by"`
	Basis           *string           `json:"basis"`
	Actual          *string           `json:"actual"`
	Judged          *string           `json:"judged"`
	Verdict         string            `json:"verdict"`
	PercentOfTarget *string           `json:"percent_of_target"`
	Previous        *string           `json:"previous"`
	Estimate        bool              `json:"estimate"`
	Totals          map[string]string `json:"totals"`
	Inputs          []Input           `json:"inputs"`
	Complete        bool              `json:"complete"` // all who were asked have answered
	Nothing         bool              `json:"nothing"`  // all of them «không phát sinh»
}

// NewOutgoing takes from an annex what may leave the office.
func NewOutgoing(a *assess.Annex) *Outgoing {
	all, p := Brief(a), a.Plan
	out := &Outgoing{Schema: OutgoingSchema, Issuer: p.Office.Issuer, Symbol: p.Office.Symbol,
		Number: some(p.Report.Number), Date: date(p.Report.Date), Resolution: all.Resolution, Period: all.Period,
		Draft: p.Report.Draft, Illustrative: p.Report.Illustrative, Replaces: all.Report.Replaces, Summary: all.Summary,
		Sections: []OutgoingSection{}}
	for _, s := range all.Sections {
		section := OutgoingSection{Number: s.Number, Title: s.Title, Indicators: []OutgoingIndicator{}}
		for _, i := range s.Indicators {
			indicator := OutgoingIndicator{Number: i.Number, Text: i.Text, Verdict: i.Verdict,
				Measures: []OutgoingMeasure{}}
			for _, m := range i.Measures {
				indicator.Measures = append(indicator.Measures, OutgoingMeasure{ID: m.ID, Name: m.Name, Unit: m.Unit,
					Decimals: m.Decimals, Method: m.Method, Target: m.Target, AmendedBy: m.AmendedBy, Basis: m.Basis,
					Actual: m.Actual, Judged: m.Judged, Verdict: m.Verdict, PercentOfTarget: m.PercentOfTarget,
					Previous: m.Previous, Estimate: m.Estimate, Totals: m.Totals, Inputs: m.Inputs,
					Complete: m.Reported == m.Expected, Nothing: m.Expected > 0 && len(m.Nil) == m.Expected})
			}
			section.Indicators = append(section.Indicators, indicator)
		}
		out.Sections = append(out.Sections, section)
	}
	return out
}

// Marshal writes the file, the same bytes for the same annex.
func (o *Outgoing) Marshal() ([]byte, error) { return marshal(o) }
