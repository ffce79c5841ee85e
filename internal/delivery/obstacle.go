package delivery

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"baocao/internal/diag"
)

// Why a letter did not go, or why nobody knows whether it did.
type Why string

// What may go wrong on the way.
const (
	Unreachable Why = "unreachable" // no connection
	NotSMTP     Why = "not-smtp"    // something else than a mail server answers
	NoTLS       Why = "no-tls"      // the server would have the letter in plain text
	Untrusted   Why = "untrusted"   // its certificate is not that of the host
	NoLogin     Why = "no-login"    // it takes no login that can be given
	WrongLogin  Why = "wrong-login" // it does not take this name and password
	TooLarge    Why = "too-large"   // it takes no letter of this size
	Recipients  Why = "recipients"  // it does not take some of them, so nobody gets the letter
	Refused     Why = "refused"     // it said no to something else
	Silent      Why = "silent"      // it did not answer in time
	Dropped     Why = "dropped"     // the connection ended
	Stopped     Why = "stopped"     // a person stopped the run
)

// phase is how far the talk with the server has come.
type phase int

const (
	connecting phase = iota
	greeting
	securing
	loggingIn
	naming     // the sender
	addressing // the recipients
	opening    // DATA
	handing    // the letter itself
	ending     // the final dot is on its way, or there
)

// Obstacle is the error of a letter that was not taken, or may not have been.
type Obstacle struct {
	Why     Why
	Doubt   bool      // the whole letter was handed over and no answer came: it may have arrived
	General bool      // it stands in the way of every letter to this server
	Said    string    // what the server said, fit to be shown: "550 5.1.1 no such user"
	Refused []Refusal // of Recipients
	Most    int       // of TooLarge: how many bytes the server takes
	Err     error
}

// Refusal is a recipient whom the server does not take.
type Refusal struct{ Address, Said string }

func (o *Obstacle) Error() string {
	doubt := ""
	if o.Doubt {
		doubt = ", may have arrived"
	}
	text := fmt.Sprintf("delivery: %s%s", o.Why, doubt)
	if o.Said != "" {
		text += ": " + o.Said
	}
	for _, r := range o.Refused {
		text += fmt.Sprintf(" <%s>: %s", r.Address, r.Said)
	}
	return text
}

func (o *Obstacle) Unwrap() error { return o.Err }

// mostSaid is how much of a server's words is shown.
const mostSaid = 300

// shown is the first line of what a server said. Where its words give the secret back
// nothing of them is shown.
func shown(code int, text, secret string) string {
	if tells(text, secret) {
		text = ""
	}
	text, _, _ = strings.Cut(text, "\n")
	text = diag.Visible(strings.Join(strings.Fields(strings.ToValidUTF8(text, "?")), " "))
	if r := []rune(text); len(r) > mostSaid {
		text = string(r[:mostSaid]) + "..."
	}
	return strings.TrimSpace(fmt.Sprint(code, " ", text))
}

// tells reports that a secret stands in a text, or half of it: as it is, with signs between
// its letters, backwards, or encoded in the ways by which servers write what they were sent.
func tells(text, secret string) bool {
	if secret == "" {
		return false
	}
	backwards := []rune(secret)
	slices.Reverse(backwards)
	for _, form := range []string{secret, string(backwards)} {
		if holds(dense(text), dense(form)) || holds(letters(text), letters(form)) {
			return true
		}
		hexed := strings.ToLower(strings.NewReplacer("0x", "", `\x`, "").Replace(text))
		if holds(only(hexed, isHex), hex.EncodeToString([]byte(form))) {
			return true
		}
		// Addresses have other signs for two of the letters.
		plain := strings.NewReplacer("-", "+", "_", "/").Replace(dense(text))
		for before := range 3 { // bytes that are encoded with its first letter
			encoded := base64.RawStdEncoding.EncodeToString([]byte(strings.Repeat("\x00", before) + form))
			if holds(plain, encoded[(before*8+5)/6:(before+len(form))*8/6]) {
				return true
			}
		}
	}
	return false
}

// holds reports that a text has half of a secret in one piece, or all of a short one.
func holds(text, secret string) bool {
	const short = 4
	part := max(len(secret)/2, min(len(secret), short))
	for i := 0; part > 0 && i+part <= len(secret); i++ {
		if strings.Contains(text, secret[i:i+part]) {
			return true
		}
	}
	return false
}

// dense is a text without what parts its words and lines.
func dense(text string) string {
	return only(text, func(r rune) bool { return unicode.IsPrint(r) && !unicode.IsSpace(r) })
}

// letters are those of a text with its digits, all small.
func letters(text string) string {
	return strings.ToLower(only(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }))
}

func isHex(r rune) bool { return r >= '0' && r <= '9' || r >= 'a' && r <= 'f' }

func only(text string, keep func(rune) bool) string {
	return strings.Map(func(r rune) rune {
		if keep(r) {
			return r
		}
		return -1
	}, text)
}
