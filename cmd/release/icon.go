package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"

	"golang.org/x/image/vector"
)

// sizes are those in which Windows shows an icon, in pixels.
var sizes = []int{16, 20, 24, 32, 40, 48, 64, 128, 256}

// The emblem is drawn on a square of 64: a sheet with its corner turned down, what is written on it, and
// a tick. Small ones have the tick alone, larger, or all would be grey.
type corner struct{ x, y float32 }

var (
	edge  = []corner{{10, 2}, {42, 2}, {56, 16}, {56, 62}, {10, 62}}
	sheet = []corner{{12.5, 4.5}, {40.5, 4.5}, {53.5, 17.5}, {53.5, 59.5}, {12.5, 59.5}}
	fold  = []corner{{40.5, 4.5}, {53.5, 17.5}, {40.5, 17.5}}
	tick  = []corner{{20, 41}, {24.6, 36.4}, {30.4, 42.2}, {43.4, 28.2}, {48.2, 32.6}, {30.6, 51.4}}
	alone = []corner{{17, 38.5}, {23, 32.5}, {30.4, 40}, {44, 25}, {50, 31}, {30.6, 52}}
	rows  = [][]corner{
		{{19, 13}, {34, 13}, {34, 16}, {19, 16}},
		{{19, 21}, {46, 21}, {46, 24}, {19, 24}},
	}
)

var (
	ink   = color.NRGBA{0x46, 0x55, 0x63, 0xFF}
	paper = color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF}
	grey  = color.NRGBA{0xC9, 0xD1, 0xD8, 0xFF}
	green = color.NRGBA{0x1F, 0x7A, 0x4D, 0xFF}
)

// icon draws the emblem in a size.
func icon(size int) image.Image {
	on := image.NewNRGBA(image.Rect(0, 0, size, size))
	fill := func(shape []corner, with color.Color) {
		r := vector.NewRasterizer(size, size)
		scale := float32(size) / 64
		for i, c := range shape {
			if i == 0 {
				r.MoveTo(c.x*scale, c.y*scale)
			} else {
				r.LineTo(c.x*scale, c.y*scale)
			}
		}
		r.ClosePath()
		r.DrawOp = draw.Over
		r.Draw(on, on.Bounds(), image.NewUniform(with), image.Point{})
	}
	fill(edge, ink)
	fill(sheet, paper)
	fill(fold, grey)
	if size < 32 {
		fill(alone, green)
		return on
	}
	for _, row := range rows {
		fill(row, grey)
	}
	fill(tick, green)
	return on
}

// drawIcons writes the emblem in all sizes into a folder.
func drawIcons(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, size := range sizes {
		var out bytes.Buffer
		if err := png.Encode(&out, icon(size)); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, pictureName(size)), out.Bytes(), 0o644); err != nil {
			return err
		}
	}
	return nil
}

func pictureName(size int) string { return fmt.Sprintf("icon-%d.png", size) }
