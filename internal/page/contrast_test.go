package page

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// What stands on what is told by the style sheet: a colour of text, the grounds it is on.
var onGrounds = map[string]string{
	"text":  "ground card red-pale green-pale amber-pale deep-pale grey-pale",
	"dim":   "ground card green-pale amber-pale grey-pale",
	"link":  "ground card green-pale amber-pale red-pale deep-pale",
	"red":   "ground card red-pale green-pale amber-pale",
	"green": "card green-pale",
	"amber": "card amber-pale",
	"deep":  "card deep-pale",
	"grey":  "card grey-pale",
	"card":  "deep", // the main button
}

// Everybody can read every text, by day and by night: 4.5 to 1, and 3 to 1 for the mark
// of what has the focus.
func TestTextsStandOutFromTheirGround(t *testing.T) {
	t.Parallel()
	css := file(t, "html/page.css")
	light, rest, _ := strings.Cut(css, "@media (prefers-color-scheme: dark)")
	dark, _, _ := strings.Cut(rest, "* {")
	day := colours(light)
	night := colours(dark)
	if len(day) != len(night) || len(day) < 15 {
		t.Fatalf("%d colours by day, %d by night", len(day), len(night))
	}
	for name, of := range map[string]map[string][3]float64{"day": day, "night": night} {
		for text, grounds := range onGrounds {
			for ground := range strings.FieldsSeq(grounds) {
				if got := contrast(of[text], of[ground]); got < 4.5 {
					t.Errorf("%s: --%s on --%s: %.2f", name, text, ground, got)
				}
			}
		}
		for _, ground := range []string{"ground", "card"} {
			if got := contrast(of["focus"], of[ground]); got < 3 {
				t.Errorf("%s: the focus on --%s: %.2f", name, ground, got)
			}
		}
	}
	for _, moves := range []string{"animation", "transition", "smooth", "@keyframes"} {
		if strings.Contains(css, moves) || strings.Contains(file(t, "html/page.js"), moves) {
			t.Errorf("something moves: %s", moves)
		}
	}
}

var colour = regexp.MustCompile(`--([a-z-]+): #([0-9a-f]{3,6});`)

func colours(css string) map[string][3]float64 {
	all := map[string][3]float64{}
	for _, m := range colour.FindAllStringSubmatch(css, -1) {
		hex := m[2]
		if len(hex) == 3 {
			hex = fmt.Sprintf("%c%c%c%c%c%c", hex[0], hex[0], hex[1], hex[1], hex[2], hex[2])
		}
		var rgb [3]float64
		for i := range rgb {
			n, _ := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
			rgb[i] = float64(n) / 255
		}
		all[m[1]] = rgb
	}
	return all
}

// contrast is the ratio of two colours by WCAG 2.
func contrast(a, b [3]float64) float64 {
	light := func(c [3]float64) float64 {
		for i, x := range c {
			if c[i] = x / 12.92; x > 0.04045 {
				c[i] = math.Pow((x+0.055)/1.055, 2.4)
			}
		}
		return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2]
	}
	x, y := light(a), light(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}
