package recognise

import (
	"slices"
)

// level is one of the levels of government.
type level int

const (
	noLevel level = iota
	ward
	district
	city
	nation
)

// levelNames are the words of a level of government, and what follows them in
// the names of bodies that are none.
var (
	levelNames = []struct {
		level level
		names []string
	}{
		{ward, list("phường, xã, thị trấn")},
		{district, list("quận, huyện, thị xã")},
		{city, list("thành phố, tỉnh, tp")},
		{nation, list("trung ương, tw, cả nước, toàn quốc")},
	}
	bodyWords = list("ủy, uỷ, đội, đoàn, hội, lộ")
	// what a higher level does for a lower: its name beside them says nothing of whose the figure is
	givingWords = list("giao, quản lý, công nhận, phê duyệt, cấp, hỗ trợ, trao, tặng, quyết định, phân bổ, yêu cầu")
	wholeWords  = list("toàn, cả, cấp, khắp, khối, tuyến, ngân sách")
)

// levelAt is the level that the words at a place name, and how many they are.
func (s speech) levelAt(i int) (level, int) {
	for _, l := range levelNames {
		n := s.oneOf(i, l.names)
		switch {
		case n == 0, i > 0 && l.level == ward && s.words[i-1] == "thị", s.at(i, "xã hội") > 0:
		case i > 1 && s.words[i-1] == "/" && n == 1: // "10-NQ/TW" is a paper's
			return noLevel, n
		case s.oneOf(i+n, bodyWords) > 0: // "quận ủy", "thành đoàn"
			return noLevel, n
		default:
			return l.level, n
		}
	}
	return noLevel, 0
}

// levels are the levels of government that a text says a figure is of; whole
// asks for those only that it says the whole of: "toàn quận".
func (s speech) levels(whole bool) []level {
	var all []level
	for i := 0; i < len(s.words); {
		l, n := s.levelAt(i)
		if n == 0 {
			i++
			continue
		}
		ofWhole := l == nation || i > 0 && s.oneOf(i-1, wholeWords) > 0 || i > 1 && s.oneOf(i-2, wholeWords) > 1
		if l != noLevel && s.oneOf(i+n, givingWords) == 0 && (ofWhole || !whole) {
			all = append(all, l)
		}
		i += n
	}
	return all
}

// ownLevel is the level of government whose figures the sender gives: its own,
// where it is one of several places, else the office's.
func (r *reader) ownLevel() level {
	l, known := r.levels[r.unit]
	if !known {
		l = r.levelOf(r.unit)
	}
	return l
}

func (k *Knowledge) levelOf(unit string) level {
	if u := k.plan.Unit(unit); u != nil && u.Group != "" {
		l, _ := speechOf(u.Name).levelAt(0)
		return l
	}
	for _, name := range []string{k.plan.Office.Issuer, k.plan.Resolution.Issuer} {
		words := speechOf(name)
		for i := range words.words {
			for _, l := range levelNames {
				if words.oneOf(i, l.names) > 0 {
					return l.level
				}
			}
		}
	}
	return noLevel
}

// otherLevel: a text says that a figure is of another level than the sender's,
// which the plan does not say itself.
func (m matter) otherLevel(text string, whole bool) bool {
	said := m.k.levelsIn(text, whole)
	if len(said) == 0 || m.level == noLevel {
		return false
	}
	known := m.said.speech.levels(false)
	return slices.ContainsFunc(said, func(l level) bool {
		return l != m.level && !slices.Contains(known, l)
	})
}

// levelsIn are the levels of a text that stands in many files.
func (k *Knowledge) levelsIn(text string, whole bool) []level {
	if k.memory == nil {
		return levelsOf(levelled{text, whole})
	}
	return k.memory.levels.of(levelled{text, whole}, levelsOf)
}

func levelsOf(l levelled) []level { return slices.Clip(speechOf(l.text).levels(l.whole)) }
