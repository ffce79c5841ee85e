package main

import (
	"github.com/spf13/cobra"

	"baocao/internal/app"
	"baocao/internal/diag"
	"baocao/internal/resolution"
)

func (p *program) rollupCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "rollup [DIR]",
		Short: p.text("cmd.rollup.short"),
		Long:  p.text("cmd.rollup.long"),
		Example: "  baocao rollup thanh-pho-2026\n  baocao rollup thanh-pho-2026 --strict\n" +
			"  baocao trace thanh-pho-2026 1.1",
		Args: takes(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := p.recovered(cmd.Context(), args)
			plan, _, err := app.Open(dir)
			if err != nil {
				return err
			}
			if plan.Rollup == nil {
				return failed("rollup.none", diag.Args{"dir": shown(dir), "file": resolution.RollupFile})
			}
			return p.build(cmd.Context(), dir)
		},
	}
	c.Flags().BoolVar(&p.strict, "strict", false, p.text("flag.strict"))
	return c
}
