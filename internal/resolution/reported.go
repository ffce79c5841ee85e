package resolution

// Reported is what the report of another part of the same year says.
type Reported struct {
	Period Period
	Said   LastYear        // of the measures that are still the same
	Files  map[string]bool // SHA-256 of the files that its units sent for it
}

// Within: a part of the year lies in another, and is not all of it.
func (p Period) Within(other Period) bool {
	first, last := p.Months()
	from, to := other.Months()
	return from <= first && last <= to && p != other
}

// HasFile is the report that a file was sent for: of several that took it for their
// own the one that was over first. ok is false where none did.
func HasFile(all []Reported, sha256 string) (of Period, ok bool) {
	for _, r := range all {
		_, last := r.Period.Months()
		if _, before := of.Months(); r.Files[sha256] && (!ok || last < before) {
			of, ok = r.Period, true
		}
	}
	return of, ok
}
