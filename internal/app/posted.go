package app

import (
	"errors"
	"fmt"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/journal"
)

// What becomes of letters, in words: the terminal and the page say the same.

// The variables of the environment with the password of the mail account, and with the host
// that it is for: co-quan.toml is often shared, and who changes its host gets no password by that.
const (
	PasswordVariable = "BAOCAO_SMTP_PASSWORD"
	PasswordHost     = "BAOCAO_SMTP_HOST"
)

// TellSent says what became of a letter that was handed to the server. rest is what else a
// command that sends it again needs.
func TellSent(out *Posting, what diag.Message, dir, rest string) (told []diag.Message) {
	r := out.Sent
	args := diag.Args{"what": what, "to": strings.Join(out.To, ", "), "server": out.Server, "said": r.Said}
	switch r.Did {
	case journal.Sent:
		told = append(told, diag.Say("send.sent", args))
	case journal.Unsent:
		args["why"] = whyUnsent(out)
		told = append(told, diag.Say("send.unsent", args))
	default:
		args["why"] = whyUnsent(out)
		args["at"] = journal.Clock(r.At)
		args["dir"] = dir
		args["rest"] = rest
		told = append(told, diag.Say("send.unsure", args))
	}
	if out.Noted != nil {
		told = append(told, diag.Say("send.unnoted", diag.Args{"path": JournalDir + "/" + journal.LogFile,
			"error": Cause(out.Noted)}))
	}
	return told
}

// TellReminder names a reminder.
func TellReminder(x *Reminded) diag.Message {
	if x.Late {
		return diag.Say("send.reminder-late", diag.Args{"unit": x.Name})
	}
	return diag.Say("send.reminder", diag.Args{"unit": x.Name})
}

// TellReminded says how many reminders came to what, or would where none was sent yet.
func TellReminded(count map[Ending]int, preview bool) diag.Message {
	args := diag.Args{"unsent": count[Unsent] + count[Untried] + count[Hindered], "unsure": count[Unsure],
		"before": count[Before], "nowhere": count[NoMailbox]}
	if preview {
		args["would"] = count[Would]
		return diag.Say("send.done-preview", args)
	}
	args["sent"] = count[Sent]
	return diag.Say("send.done", args)
}

// TellHinder says why a letter does not go as things are; false for an error of another kind.
func TellHinder(err error, dir string) (diag.Message, bool) {
	var before *AlreadySent
	var unfinished *Unfinished
	var address *NoAddress
	var password *NoPassword
	switch {
	case errors.As(err, &before):
		return TellBefore(before, dir, ""), true
	case errors.As(err, &unfinished) && !unfinished.Complete:
		return diag.Say("fail.send-incomplete", nil), true
	case errors.As(err, &unfinished):
		return diag.Say("fail.send-places", diag.Args{"count": unfinished.Places}), true
	case errors.As(err, &address):
		return diag.Say("fail.send-address", diag.Args{"address": address.Written}), true
	case errors.Is(err, ErrNoServer):
		return diag.Say("fail.send-server", diag.Args{"dir": dir}), true
	case errors.Is(err, ErrNoRecipient):
		return diag.Say("fail.send-nobody", nil), true
	case errors.Is(err, ErrOpenWay):
		return diag.Say("fail.send-open", nil), true
	case errors.As(err, &password):
		return diag.Say("fail.send-password", diag.Args{"variable": PasswordVariable, "for": PasswordHost,
			"host": password.Host, "dir": dir}), true
	}
	return diag.Message{}, false
}

// TellBefore says to whom something went before, or may have.
func TellBefore(before *AlreadySent, dir, rest string) diag.Message {
	var sent, unsure []string
	var at, maybe string
	for _, e := range before.Earlier {
		if e.Unsure {
			unsure, maybe = append(unsure, e.To...), journal.Clock(e.At)
		} else {
			sent, at = append(sent, e.To...), journal.Clock(e.At)
		}
	}
	args := diag.Args{"at": at, "to": strings.Join(sent, ", "), "maybe": maybe, "unsure": strings.Join(unsure, ", "),
		"dir": dir, "rest": rest}
	switch {
	case unsure == nil:
		return diag.Say("fail.sent", args)
	case sent == nil:
		return diag.Say("fail.unsure", args)
	}
	return diag.Say("fail.sent-unsure", args)
}

// whyUnsent is why a letter was not taken, with what the server said.
func whyUnsent(out *Posting) diag.Message {
	why := diag.Say("send.why."+string(out.Failed.Why), nil)
	said := out.Sent.Said
	switch {
	case out.Failed.Most > 0:
		return diag.Say("send.why-most", diag.Args{"why": why, "size": Size(out.Size),
			"most": Size(out.Failed.Most)})
	case said == "":
		return why
	}
	return diag.Say("send.why", diag.Args{"why": why, "said": said})
}

// Size is a size as people read it.
func Size(bytes int) diag.Text {
	if bytes < 1<<20 {
		small := fmt.Sprintf("%d KB", (bytes+1023)>>10)
		return diag.Text{Vi: small, En: small}
	}
	tenths := (bytes*10 + 1<<19) >> 20
	return diag.Text{Vi: fmt.Sprintf("%d,%d MB", tenths/10, tenths%10),
		En: fmt.Sprintf("%d.%d MB", tenths/10, tenths%10)}
}
