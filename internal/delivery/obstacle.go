package delivery

import (
	"encoding/base64"
	"fmt"
	"slices"
	"strings"

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

// shown is what a server said on one line. Where it gives a secret back nothing of it
// is shown.
func shown(code int, text string, secrets []string) string {
	if slices.ContainsFunc(secrets, func(s string) bool { return tells(text, s) }) {
		text = ""
	}
	text = diag.Visible(strings.Join(strings.Fields(strings.ToValidUTF8(text, "?")), " "))
	if r := []rune(text); len(r) > mostSaid {
		text = string(r[:mostSaid]) + "..."
	}
	return strings.TrimSpace(fmt.Sprint(code, " ", text))
}

// tells reports that a secret stands in a text: as it is, with gaps in it where a server
// broke its line, or in a word that is encoded.
func tells(text, secret string) bool {
	whole := func(s string) string { return strings.Join(strings.Fields(s), "") }
	if secret == "" || strings.Contains(whole(text), whole(secret)) {
		return secret != ""
	}
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !strings.ContainsRune(encoding, r) }) {
		plain, err := base64.RawStdEncoding.DecodeString(word)
		if err == nil && strings.Contains(string(plain), secret) {
			return true
		}
	}
	return false
}

// encoding are the letters of base64.
const encoding = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
