package main

import (
	"errors"
	"path/filepath"

	"github.com/spf13/cobra"

	"baocao/internal/app"
	"baocao/internal/diag"
	"baocao/internal/render/result"
)

func (p *program) exportCommand() *cobra.Command {
	var asked app.Export
	decimal := "point"
	c := &cobra.Command{
		Use:   "export [DIR]",
		Short: p.text("cmd.export.short"),
		Long:  p.text("cmd.export.long"),
		Example: "  baocao export kien-an-2022\n  baocao export kien-an-2022 --units\n" +
			"  baocao export kien-an-2022 --output nop-thanh-uy.csv --decimal comma\n" +
			"  baocao export kien-an-2022 --output -",
		Args: takes(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch decimal {
			case "point":
			case "comma":
				asked.Comma = true
			default:
				return usage("usage.export.decimal", diag.Args{"value": decimal})
			}
			if p.json && asked.File == app.Standard {
				return usage("usage.export.json", nil)
			}
			return p.export(cmd, p.recovered(cmd.Context(), args), asked)
		},
	}
	c.Flags().StringVarP(&asked.File, "output", "o", "", p.text("flag.output"))
	c.Flags().BoolVar(&asked.Units, "units", false, p.text("flag.export-units"))
	c.Flags().StringVar(&decimal, "decimal", decimal, p.text("flag.decimal"))
	return c
}

func (p *program) export(cmd *cobra.Command, dir string, asked app.Export) error {
	out, err := app.ExportTable(cmd.Context(), dir, asked, p.progress())
	switch {
	case errors.Is(err, app.ErrNotCSV):
		return usage("usage.export.name", diag.Args{"file": shown(asked.File)})
	case errors.Is(err, app.ErrInDrop):
		return failed("export.in-drop", diag.Args{"path": shown(asked.File), "dir": app.DropDir})
	case err != nil:
		return err
	}
	where := p.text("export.printed")
	if asked.File == app.Standard {
		if _, err := p.table.Write(out.Data); err != nil {
			return err
		}
	} else {
		where = shown(filepath.Clean(out.Path))
	}
	p.sayAll(out.Notes)
	if p.json {
		err = p.printJSON(struct {
			Path     string `json:"path"`
			Complete bool   `json:"complete"`
		}{out.Path, out.Annex.Complete})
		if err != nil {
			return err
		}
	}
	told := diag.Args{"path": where, "left": p.left(result.Brief(out.Annex))}
	switch {
	case !out.Annex.Complete:
		p.say(diag.Say("export.incomplete", told))
	case told["left"] != "":
		p.say(diag.Say("export.enough", told))
	default:
		p.say(diag.Say("export.complete", diag.Args{"path": where}))
	}
	return nil
}
