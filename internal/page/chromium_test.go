package page_test

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

// browser is a Chromium that a test drives over the DevTools protocol, through a pipe.
type browser struct {
	t       *testing.T
	in      io.Writer
	mu      sync.Mutex
	last    int
	waiting map[int]chan reply
}

type reply struct {
	ID     int             `json:"id"`
	Result json.RawMessage `json:"result"`
	Error  *struct {
		Message string `json:"message"`
	} `json:"error"`
}

// newBrowser starts Chromium; the test is skipped, and says so, where there is none.
func newBrowser(t *testing.T) *browser {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium is not installed: the page is not looked at in a browser")
	}
	theirs, in, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	out, ours, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(path, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
		"--remote-debugging-pipe", "--user-data-dir="+t.TempDir(), "about:blank")
	c.ExtraFiles = []*os.File{theirs, ours}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	_, _ = theirs.Close(), ours.Close()
	b := &browser{t: t, in: in, waiting: map[int]chan reply{}}
	go b.read(out)
	t.Cleanup(func() {
		_ = in.Close() // it ends with its pipe
		ended := make(chan error, 1)
		go func() { ended <- c.Wait() }()
		select {
		case <-ended:
		case <-time.After(10 * time.Second):
			_ = c.Process.Kill()
			<-ended
		}
	})
	return b
}

func (b *browser) read(out io.Reader) {
	in := bufio.NewReader(out)
	for {
		said, err := in.ReadBytes(0)
		if err != nil {
			return
		}
		var r reply
		if json.Unmarshal(bytes.TrimSuffix(said, []byte{0}), &r) != nil || r.ID == 0 {
			continue
		}
		b.mu.Lock()
		to := b.waiting[r.ID]
		delete(b.waiting, r.ID)
		b.mu.Unlock()
		if to != nil {
			to <- r
		}
	}
}

type params map[string]any

// call asks the browser, or one of its tabs.
func (b *browser) call(session, method string, p params, result any) {
	b.t.Helper()
	if err := b.try(session, method, p, result); err != nil {
		b.t.Fatal(err)
	}
}

// try is call where the page may be about to give way to another: then the browser refuses.
func (b *browser) try(session, method string, p params, result any) error {
	b.t.Helper()
	b.mu.Lock()
	b.last++
	id, answer := b.last, make(chan reply, 1)
	b.waiting[id] = answer
	b.mu.Unlock()
	ask := params{"id": id, "method": method, "params": p}
	if p == nil {
		delete(ask, "params")
	}
	if session != "" {
		ask["sessionId"] = session
	}
	data, err := json.Marshal(ask)
	if err != nil {
		b.t.Fatal(err)
	}
	if _, err := b.in.Write(append(data, 0)); err != nil {
		b.t.Fatal(err)
	}
	select {
	case r := <-answer:
		if r.Error != nil {
			return fmt.Errorf("%s: %s", method, r.Error.Message)
		}
		if result != nil {
			return json.Unmarshal(r.Result, result)
		}
		return nil
	case <-time.After(time.Minute):
		return fmt.Errorf("%s: no answer", method)
	}
}

// tab is one page of the browser.
type tab struct {
	*browser
	session string
}

func (b *browser) open(url string) *tab {
	b.t.Helper()
	var target struct{ TargetID string }
	b.call("", "Target.createTarget", params{"url": "about:blank"}, &target)
	var session struct{ SessionID string }
	b.call("", "Target.attachToTarget", params{"targetId": target.TargetID, "flatten": true}, &session)
	p := &tab{b, session.SessionID}
	p.size(1366, 768, false)
	p.goTo(url)
	return p
}

func (p *tab) goTo(url string) {
	p.t.Helper()
	p.call(p.session, "Page.navigate", params{"url": url}, nil)
	p.until(`document.readyState === "complete" && location.href !== "about:blank"`)
}

// run evaluates a script in the page, as its tools do: no policy of the page holds.
func (p *tab) run(script string) any {
	p.t.Helper()
	var r struct {
		Result           struct{ Value any }
		ExceptionDetails *struct{ Exception struct{ Description string } }
	}
	p.call(p.session, "Runtime.evaluate", params{"expression": script, "returnByValue": true, "awaitPromise": true}, &r)
	if r.ExceptionDetails != nil {
		p.t.Fatalf("%s: %s", script, r.ExceptionDetails.Exception.Description)
	}
	return r.Result.Value
}

// until waits until something holds in the page.
func (p *tab) until(condition string) {
	p.t.Helper()
	for end := time.Now().Add(30 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		var r struct{ Result struct{ Value any } }
		err := p.try(p.session, "Runtime.evaluate", params{"expression": condition, "returnByValue": true}, &r)
		if err == nil && r.Result.Value == true {
			return
		}
		if time.Now().After(end) {
			p.shot("waited-in-vain")
			p.t.Fatalf("in vain: %s\n%.3000v", condition, p.run("document.body.innerText"))
		}
	}
}

// sees waits until the page shows a text.
func (p *tab) sees(text string) {
	p.t.Helper()
	quoted, _ := json.Marshal(text)
	p.until(fmt.Sprintf("document.body.innerText.includes(%s)", quoted))
}

// click clicks what a selector finds, as a mouse does: where it stands on the page. It waits for
// it: the page to which the last click led may not be there yet.
func (p *tab) click(selector string) {
	p.t.Helper()
	quoted, _ := json.Marshal(selector)
	place := fmt.Sprintf(`(() => { const e = document.querySelector(%s); if (!e) return null;
		e.scrollIntoView({block: "center"}); const r = e.getClientRects()[0];
		return [r.left + r.width / 2, r.top + r.height / 2]; })()`, quoted)
	at, ok := []any(nil), false
	for tries := 0; !ok && tries < 100; tries++ { // the page may be another one by now
		p.until(fmt.Sprintf(`document.readyState === "complete" && document.querySelector(%s) !== null`, quoted))
		var r struct{ Result struct{ Value any } }
		if p.try(p.session, "Runtime.evaluate", params{"expression": place, "returnByValue": true}, &r) == nil {
			at, ok = r.Result.Value.([]any)
		}
	}
	if !ok {
		p.t.Fatalf("%s: not on the page\n%v", selector, p.run("document.body.innerText"))
	}
	for _, kind := range []string{"mousePressed", "mouseReleased"} {
		p.call(p.session, "Input.dispatchMouseEvent", params{"type": kind, "x": at[0], "y": at[1], "button": "left",
			"clickCount": 1}, nil)
	}
}

// front shows the tab again where another was opened.
func (p *tab) front() {
	p.t.Helper()
	p.call(p.session, "Page.bringToFront", nil, nil)
}

// types types a text into whatever has the focus.
func (p *tab) types(text string) {
	p.t.Helper()
	p.call(p.session, "Input.insertText", params{"text": text}, nil)
}

func (p *tab) key(name string, code int) {
	p.t.Helper()
	for _, kind := range []string{"keyDown", "keyUp"} {
		m := params{"type": kind, "key": name, "code": name, "windowsVirtualKeyCode": code}
		if name == "Enter" && kind == "keyDown" {
			m["text"] = "\r"
		}
		p.call(p.session, "Input.dispatchKeyEvent", m, nil)
	}
}

// choose puts files into a field for files.
func (p *tab) choose(selector string, files ...string) {
	p.t.Helper()
	quoted, _ := json.Marshal(selector)
	var err error
	for tries := 0; tries < 100; tries++ { // the page may be another one by now
		p.until(fmt.Sprintf(`document.readyState === "complete" && document.querySelector(%s) !== null`, quoted))
		var r struct{ Result struct{ ObjectID string } }
		find := params{"expression": fmt.Sprintf("document.querySelector(%s)", quoted)}
		err = p.try(p.session, "Runtime.evaluate", find, &r)
		if err == nil {
			err = p.try(p.session, "DOM.setFileInputFiles", params{"files": files, "objectId": r.Result.ObjectID}, nil)
		}
		if err == nil {
			return
		}
	}
	p.t.Fatalf("%s: %v", selector, err)
}

func (p *tab) size(width, height int, phone bool) {
	p.t.Helper()
	p.call(p.session, "Emulation.setDeviceMetricsOverride", params{"width": width, "height": height,
		"deviceScaleFactor": 1, "mobile": phone}, nil)
}

func (p *tab) dark(on bool) {
	p.t.Helper()
	value := "light"
	if on {
		value = "dark"
	}
	p.call(p.session, "Emulation.setEmulatedMedia", params{
		"features": []params{{"name": "prefers-color-scheme", "value": value}}}, nil)
}

// shotsDir is the folder of the pictures, where somebody asks for them.
const shotsDir = "BAOCAO_TEST_SHOTS"

// shot takes a picture of what the window shows.
func (p *tab) shot(name string) {
	p.t.Helper()
	p.picture(name, params{"format": "png"})
}

// whole takes a picture of the page from top to bottom.
func (p *tab) whole(name string) {
	p.t.Helper()
	p.picture(name, params{"format": "png", "captureBeyondViewport": true})
}

func (p *tab) picture(name string, how params) {
	p.t.Helper()
	dir := os.Getenv(shotsDir)
	if dir == "" {
		return
	}
	if how["captureBeyondViewport"] != nil && how["clip"] == nil {
		var m struct{ CSSContentSize params }
		p.call(p.session, "Page.getLayoutMetrics", nil, &m)
		how["clip"] = params{"x": 0, "y": 0, "width": m.CSSContentSize["width"], "height": m.CSSContentSize["height"],
			"scale": 1}
	}
	var shot struct{ Data string }
	p.call(p.session, "Page.captureScreenshot", how, &shot)
	p.keep(dir, name+".png", shot.Data)
}

// views takes pictures of a page as an office and a phone show it, by day and by night.
func (p *tab) views(name string) {
	p.t.Helper()
	for _, width := range []int{1366, 390} {
		p.size(width, 768, width < 700)
		for _, dark := range []bool{false, true} {
			p.dark(dark)
			p.whole(fmt.Sprintf("%s-%d%s", name, width, map[bool]string{true: "-toi"}[dark]))
		}
		if p.run("document.documentElement.scrollWidth <= innerWidth") != true {
			p.t.Errorf("%s is wider than %d", name, width)
		}
	}
	for _, dark := range []bool{true, false} {
		p.dark(dark)
		if faint := p.run(pale); faint != "" {
			p.t.Errorf("%s, dark %v: too pale:\n%v", name, dark, faint)
		}
	}
	if p.run(skipped) != 0.0 {
		p.t.Errorf("%s: a level of headings is left out", name)
	}
	p.size(1366, 768, false)
}

// pale are the texts of a page that do not stand out from what they are on, as the
// browser has computed both.
const pale = `(() => {
	const rgb = s => (s.match(/[\d.]+/g) || []).map(Number);
	const light = c => { const [r, g, b] = c.slice(0, 3).map(x => (x /= 255) > 0.04045 ?
		((x + 0.055) / 1.055) ** 2.4 : x / 12.92); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
	const out = [];
	for (const e of document.querySelectorAll("body *")) {
		if (!Array.from(e.childNodes).some(n => n.nodeType === 3 && n.textContent.trim())) continue;
		if (!e.checkVisibility() || e.closest("svg, .only-heard, .skip, option")) continue;
		let on = e, ground = [0, 0, 0, 0];
		while (on && (ground = rgb(getComputedStyle(on).backgroundColor))[3] === 0) on = on.parentElement;
		if (!on) ground = rgb(getComputedStyle(document.documentElement).backgroundColor);
		const a = light(rgb(getComputedStyle(e).color)), b = light(ground);
		const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
		if (ratio < 4.5) out.push(e.tagName + "." + e.className + " " + ratio.toFixed(2) + " " + e.textContent.trim());
	}
	return out.join("\n"); })()`

// skipped are headings that leave a level out.
const skipped = `Array.from(document.querySelectorAll("main :is(h1, h2, h3, h4)")).map(h => +h.tagName[1])
	.filter((n, i, all) => n > (i ? all[i - 1] : 0) + 1).length`

// print makes the page into a PDF as it is printed on A4.
func (p *tab) print(name string) []byte {
	p.t.Helper()
	var made struct{ Data string }
	a4 := params{"paperWidth": 8.27, "paperHeight": 11.69}
	p.call(p.session, "Page.printToPDF", a4, &made)
	if dir := os.Getenv(shotsDir); dir != "" {
		p.keep(dir, name+".pdf", made.Data)
	}
	data, err := base64.StdEncoding.DecodeString(made.Data)
	if err != nil {
		p.t.Fatal(err)
	}
	return data
}

func (p *tab) keep(dir, name, data string) {
	p.t.Helper()
	raw, err := base64.StdEncoding.DecodeString(data)
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, name), raw, 0o644)
	}
	if err != nil {
		p.t.Fatal(err)
	}
}
